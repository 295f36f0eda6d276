/** Vietnamese words of the combined filters of /van-ban/. */
export const browseWords = {
  filters: 'Lọc danh sách',
  filtersChosen: (count: number) => `Lọc danh sách (${count})`,
  sort: 'Xếp theo',
  sorts: { moi: 'Mới nhất', cu: 'Cũ nhất', so: 'Số văn bản', dan: 'Được viện dẫn nhiều' },
  facets: { loai: 'Loại', 'co-quan': 'Cơ quan', cap: 'Cấp ban hành', nam: 'Năm', 'chu-de': 'Chủ đề', co: 'Tình trạng trong kho', 'trang-thai': 'Hiệu lực đã biết' },
  chosen: 'Đang lọc:',
  drop: (name: string) => `Bỏ lọc ${name}`,
  clear: 'Bỏ mọi bộ lọc',
  more: (count: number) => `Thêm ${count}`,
  show: (count: number) => `Xem ${count} văn bản`,
  citedBy: (count: number) => `${count} văn bản viện dẫn`,
  none: 'Không có văn bản nào khớp mọi điều đã chọn.',
  noneAdvice: 'Bỏ bớt một điều kiện ở trên, hoặc bỏ tất cả.',
  announce: (count: number, filters: string) => `${count} văn bản${filters === '' ? '' : `, lọc theo ${filters}`}`,
  failed: 'Chưa tải được bộ lọc. Có thể mạng đang ngắt; danh sách dưới đây vẫn đọc được như thường.',
  loading: 'Đang lọc…',
} as const;
