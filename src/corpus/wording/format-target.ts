/** Prints the value of a target: `≥ 80%`, `từ 5 đến 10 mô hình`. */
import type { Target } from '../../domain/record.ts';

const SIGNS = { eq: '', gte: '≥ ', gt: '> ', lte: '≤ ', lt: '< ', range: '' } as const;

/** @returns an empty string when the target has no number */
export function formatTarget(target: Pick<Target, 'value' | 'valueTo' | 'unit' | 'comparator'>): string {
  if (target.value === null) return '';
  const unit = target.unit === null ? '' : target.unit === '%' ? '%' : ` ${target.unit}`;
  const number = (value: number): string => value.toLocaleString('vi-VN');
  if (target.comparator === 'range' && target.valueTo !== null) return `${number(target.value)}–${number(target.valueTo)}${unit}`;
  return `${SIGNS[target.comparator]}${number(target.value)}${unit}`;
}
