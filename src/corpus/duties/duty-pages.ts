/** Pages of the orders: one for each kind of unit, and one of those with a time, each cut into pages. */
import type { UnitKind } from '../../domain/corpus-tables.ts';
import { cutIntoPages } from '../lists/cut-into-pages.ts';
import type { DutyRow } from './collect-rows.ts';
import { DUTY_PERIODS, readDutyPeriod, type DutyPeriod } from './duty-periods.ts';
import { OTHER_UNITS } from './unit-kinds.ts';

export interface DutyList {
  /** Address below `/nhiem-vu/`. */
  readonly id: string;
  /** Name of the kind; `null` for the units that no kind names. */
  readonly name: string | null;
  readonly rows: readonly DutyRow[];
  readonly pages: readonly (readonly DutyRow[])[];
}

/** Rows on one page. */
export const DUTY_PAGE_SIZE = 150;

/** One list for each kind of unit that has orders, in the order of the table; other units last. */
export function listDutyPages(rows: readonly DutyRow[], kinds: readonly UnitKind[]): DutyList[] {
  const byUnit = new Map<string, DutyRow[]>();
  for (const row of rows) {
    for (const unit of row.units) {
      const list = byUnit.get(unit);
      if (list) list.push(row);
      else byUnit.set(unit, [row]);
    }
  }
  return [...kinds.map(({ id, name }) => ({ id, name })), { id: OTHER_UNITS, name: null }].flatMap(({ id, name }) => {
    const own = byUnit.get(id) ?? [];
    return own.length === 0 ? [] : [{ id, name, rows: own, pages: cutIntoPages(own, DUTY_PAGE_SIZE) }];
  });
}

export interface TimedDuties {
  readonly period: DutyPeriod;
  readonly rows: readonly DutyRow[];
  readonly pages: readonly (readonly DutyRow[])[];
}

/** Orders that name a time, by period. */
export function listTimedDuties(rows: readonly DutyRow[]): TimedDuties[] {
  const found = Map.groupBy(rows, ({ duty }) => readDutyPeriod(duty));
  return DUTY_PERIODS.flatMap((period) => {
    const own = found.get(period);
    return own ? [{ period, rows: own, pages: cutIntoPages(own, DUTY_PAGE_SIZE) }] : [];
  });
}
