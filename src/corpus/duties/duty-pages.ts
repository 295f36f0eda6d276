/** Pages of the orders: one for each kind of unit, and one of those with a time, each cut into pages. */
import type { UnitKind } from '../../domain/corpus-tables.ts';
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
    return own.length === 0 ? [] : [{ id, name, rows: own, pages: cutPages(own) }];
  });
}

/** Orders that name a time, by period. */
export function listTimedDuties(rows: readonly DutyRow[]): { readonly period: DutyPeriod; readonly rows: readonly DutyRow[] }[] {
  const found = new Map<DutyPeriod, DutyRow[]>();
  for (const row of rows) {
    const period = readDutyPeriod(row.duty);
    if (period !== null) found.set(period, [...(found.get(period) ?? []), row]);
  }
  return DUTY_PERIODS.flatMap((period) => {
    const own = found.get(period);
    return own ? [{ period, rows: own }] : [];
  });
}

function cutPages<T>(list: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let start = 0; start < list.length; start += DUTY_PAGE_SIZE) pages.push(list.slice(start, start + DUTY_PAGE_SIZE));
  return pages;
}
