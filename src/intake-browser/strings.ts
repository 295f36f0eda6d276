/** Vietnamese words of the page `/nhap-thu/`. */
import type { BarKind } from '../dispatch/gate.ts';
import type { TextOrigin } from '../intake/reading.ts';

export const intakeWords = {
  title: 'Nhập thử văn bản',
  lede: 'Thả tệp Word (.docx), PDF có chữ, trang web lưu (.html) hoặc tệp chữ (.txt) vào đây để xem trang web sẽ đọc ra những gì: số, ngày, cơ quan, căn cứ, chỗ ngờ. Tệp không rời khỏi máy này: mọi việc chạy trong trình duyệt.',
  noScript: 'Trang này cần JavaScript. Không có JavaScript, hãy gửi tệp cho người giữ trang để nhập bằng lệnh npm run import.',
  drop: 'Thả tệp vào đây, hoặc chọn tệp',
  choose: 'Chọn tệp',
  loading: 'Đang tải bộ đọc …',
  ready: 'Sẵn sàng. Từ lúc này trang không gửi hay tải gì nữa.',
  broken: 'Không tải được bộ đọc. Hãy tải lại trang.',
  reading: (name: string) => `Đang đọc ${name} …`,
  page: (done: number, total: number) => `Trang ${done}/${total}`,
  failed: 'Không đọc được tệp này vì lỗi của chương trình. Hãy nhập bằng lệnh npm run import hoặc báo cho người giữ trang.',
  read: (name: string) => `Đã đọc ${name}.`,
  sections: { report: 'Kết quả đọc', record: 'Văn bản', doubts: 'Cần xem', links: 'Văn bản được viện dẫn', preview: 'Xem thử', files: 'Tệp tải về' },
  facts: { origin: 'Đọc từ', type: 'Loại', number: 'Số, ký hiệu', date: 'Ngày', issuer: 'Cơ quan', subject: 'Trích yếu', signature: 'Người ký', address: 'Địa chỉ trang', sha256: 'SHA-256 của tệp' },
  none: 'không thấy',
  inferred: (field: string, evidence: string) => `${field}: suy ra từ “${evidence}”. Hãy so với bản giấy.`,
  noDoubts: 'Không thấy chỗ nào đáng ngờ.',
  noLinks: 'Không thấy văn bản nào được viện dẫn.',
  held: 'có toàn văn trong kho',
  cited: 'kho biết qua viện dẫn',
  unknown: 'chưa có trong kho',
  line: (line: number) => `dòng ${line}`,
  files: { mdx: 'Tải văn bản như sẽ đăng (.mdx)', text: 'Tải chữ đã đọc (.txt)', record: 'Tải dữ liệu (.json)' },
  filesNote: 'Gửi tệp gốc cùng các tệp này cho người giữ trang. Lệnh npm run import đọc lại từ tệp gốc và kiểm thêm chính tả.',
  barred: 'Văn bản này không được đưa lên trang:',
  more: (count: number) => `… và ${count} chỗ nữa.`,
} as const;

export const originWords: Readonly<Record<TextOrigin, string>> = { text: 'tệp chữ', word: 'tệp Word', 'web-page': 'trang web lưu', 'pdf-text': 'lớp chữ của PDF', 'pdf-hidden-text': 'lớp chữ do máy quét tạo', ocr: 'máy nhận dạng' };

export const barWords: Readonly<Record<BarKind, string>> = {
  'secrecy-mark': 'dấu chỉ độ mật', 'circulation-mark': 'dấu hạn chế lưu hành', 'draft-mark': 'bản dự thảo', 'identity-number': 'số giấy tờ tùy thân', 'bank-account': 'số tài khoản ngân hàng', 'phone-number': 'số điện thoại di động của cá nhân', 'home-address': 'địa chỉ nhà riêng',
};

/** Words beside the office file that a text was read from. */
export const originalWords = {
  original: 'Bản gốc nhận được',
  download: (extension: string, bytes: number): string => `Tải tệp .${extension} (${Math.max(1, Math.round(bytes / 1024)).toLocaleString('vi')} kB)`,
} as const;
