/** Words for the steps of a build. */
import type { BuildStep } from '../lib/build-site.ts';

export const BUILD_STEPS: Readonly<Record<BuildStep, string>> = {
  bundle: 'Gói mã của trang',
  documents: 'Đọc văn bản',
  pages: 'Dựng trang',
  index: 'Lập chỉ mục tìm kiếm',
  images: 'Vẽ ảnh chia sẻ',
  archives: 'Đóng gói dữ liệu',
  manifest: 'Ghi danh mục tệp',
  replace: 'Thay bản cũ',
};
