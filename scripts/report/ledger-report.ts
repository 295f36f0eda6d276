/** Words for what the ledger found. */
import type { Loss, ReleasePlan } from '../lib/released-addresses.ts';

/** One line for a promise that is no longer kept, with the remedy. */
export function describeLoss(loss: Loss): string {
  switch (loss.kind) {
    case 'page':
      return `${loss.url}: địa chỉ đã công bố nay không còn. Nếu văn bản đã đổi khóa: npm run release -- --redirect ${loss.key}=KHÓA-MỚI. Nếu phải gỡ: npm run withdraw -- ${loss.key} --reason "lý do".`;
    case 'anchor':
      return `${loss.url}#${loss.anchor}: vị trí đã công bố nay không còn trong văn bản. Hãy xem lại lần nhập gần nhất của văn bản này.`;
    case 'code':
      return `/v/${loss.code}/: địa chỉ ngắn đã công bố của ${loss.key} nay không còn.`;
  }
}

/** Lines that sum up a release. */
export function describeRelease(plan: ReleasePlan, changedFiles: readonly string[]): string[] {
  return [
    ...plan.newRedirects.map(([from, to]) => `Chuyển hướng: ${from} → ${to}`),
    `Sổ địa chỉ: ${plan.ledger.documents.size} văn bản, thêm ${plan.newDocuments.length} văn bản và ${plan.newAnchors} vị trí.`,
    changedFiles.length === 0 ? 'Không có tệp nào thay đổi.' : `Đã ghi ${changedFiles.length} tệp trong content/permalinks. Hãy đưa các tệp này vào kho mã (git).`,
  ];
}
