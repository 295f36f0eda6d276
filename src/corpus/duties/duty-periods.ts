/** By when an order is to be carried out, in groups for reading. */
import type { Directive } from '../../domain/record.ts';
import { readWhen } from './read-when.ts';

export const DUTY_PERIODS = ['day', 'at-once', 'week', 'month', 'quarter', 'year', 'regular', 'relative'] as const;
export type DutyPeriod = (typeof DUTY_PERIODS)[number];

/** Part of the address of a period's pages, below `/nhiem-vu/thoi-han/`. */
export const PERIOD_SLUGS: Readonly<Record<DutyPeriod, string>> = { day: 'ngay-cu-the', 'at-once': 'lam-ngay', week: 'hang-tuan', month: 'hang-thang', quarter: 'hang-quy', year: 'hang-nam', regular: 'dinh-ky', relative: 'tu-mot-su-kien' };

/** @returns `null` when the order names no time */
export function readDutyPeriod({ deadline, period, frequency }: Directive): DutyPeriod | null {
  const words = [deadline, period, frequency].filter((part) => part !== null).join(' ').toLowerCase();
  if (words === '') return null;
  if (/kể từ|trong thời hạn|ngày làm việc/u.test(words)) return 'relative';
  if (deadline !== null && readWhen(deadline)) return 'day';
  if (/tuần|hằng ngày|hàng ngày/u.test(words)) return 'week';
  if (/tháng/u.test(words)) return 'month';
  if (/quý/u.test(words)) return 'quarter';
  if (/năm/u.test(words)) return 'year';
  return /ngay/u.test(words) ? 'at-once' : 'regular';
}
