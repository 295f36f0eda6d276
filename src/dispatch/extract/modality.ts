/**
 * Words that make a sentence an order: modal words, verbs that open an order, who is told at its start, deadlines, frequencies.
 *
 * @source domain guide 6, table of modality words and deadline words
 */

const MODALS: readonly [RegExp, string][] = [
  [/nghiêm cấm/iu, 'nghiêm cấm'], [/không được/iu, 'không được'], [/(?<!\p{L})yêu cầu(?!\p{L}| của| nhiệm vụ| trong| về| bắt buộc| công việc)/iu, 'yêu cầu'],
  [/đề nghị/iu, 'đề nghị'], [/^giao(?!\p{L})|(?<!\p{L})giao (?:cho )?(?=\p{Lu})/iu, 'giao'], [/có trách nhiệm|chịu trách nhiệm/iu, 'có trách nhiệm'],
  [/(?<!\p{L})phải(?!\p{L})/iu, 'phải'], [/(?<!\p{L})cần(?!\p{L}| thiết)/iu, 'cần'], [/chủ trì/iu, 'chủ trì'],
  [/^chú trọng/iu, 'chú trọng'], [/^quan tâm/iu, 'quan tâm'], [/khuyến khích/iu, 'khuyến khích'], [/(?<!\p{L})có thể(?!\p{L})/iu, 'có thể'],
];

/** @returns the modal word, `null` when the sentence has none */
export function findModality(text: string): string | null {
  return MODALS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** First syllables of verbs that open orders in real dispatches. */
const VERBS = [
  'Tiếp tục', 'Đẩy mạnh', 'Tăng cường', 'Tổ chức', 'Triển khai', 'Thực hiện', 'Xây dựng', 'Ban hành', 'Chỉ đạo', 'Phối hợp', 'Chủ động', 'Chủ trì', 'Tham mưu', 'Hướng dẫn',
  'Kiểm tra', 'Giám sát', 'Theo dõi', 'Đôn đốc', 'Tổng hợp', 'Báo cáo', 'Rà soát', 'Đánh giá', 'Tuyên truyền', 'Phổ biến', 'Quán triệt', 'Vận động', 'Đổi mới', 'Nâng cao', 'Phát huy',
  'Phát triển', 'Phát động', 'Phát hiện', 'Bảo đảm', 'Đảm bảo', 'Bố trí', 'Huy động', 'Đề xuất', 'Đề nghị', 'Kịp thời', 'Thường xuyên', 'Tập trung', 'Khẩn trương', 'Nghiêm túc', 'Quyết liệt',
  'Xác định', 'Chú trọng', 'Quan tâm', 'Ưu tiên', 'Khuyến khích', 'Biểu dương', 'Tôn vinh', 'Khen thưởng', 'Phê phán', 'Đấu tranh', 'Gắn', 'Lồng ghép', 'Kết hợp', 'Đưa', 'Lấy', 'Coi trọng',
  'Xử lý', 'Giải quyết', 'Khắc phục', 'Hoàn thiện', 'Hoàn thành', 'Sửa đổi', 'Bổ sung', 'Cập nhật', 'Cung cấp', 'Công khai', 'Công bố', 'Đăng ký', 'Đăng tải', 'Gửi', 'Lập', 'Quản lý', 'Sử dụng',
  'Khai thác', 'Ứng dụng', 'Đào tạo', 'Bồi dưỡng', 'Tập huấn', 'Nghiên cứu', 'Vận hành', 'Duy trì', 'Mở rộng', 'Thúc đẩy', 'Hỗ trợ', 'Tạo', 'Giao', 'Cử', 'Phân công', 'Thành lập', 'Kiện toàn', 'Sơ kết',
  'Tổng kết', 'Nhân rộng', 'Làm tốt', 'Làm rõ', 'Nêu', 'Nắm', 'Nắm bắt', 'Bám sát', 'Căn cứ', 'Trên cơ sở', 'Khẳng định', 'Phân tích', 'Định hướng', 'Định kỳ', 'Hằng năm', 'Hàng năm', 'Hằng quý', 'Hằng tháng', 'Thống nhất',
  'Không', 'Tích cực', 'Tham gia', 'Thi đua', 'Cụ thể hóa', 'Cụ thể hoá', 'Củng cố', 'Chấn chỉnh', 'Ngăn chặn', 'Phòng ngừa', 'Phòng, chống', 'Chấp hành', 'Tuân thủ', 'Thu', 'Chi', 'Trình', 'Tiến hành', 'Tiếp nhận',
  'Trả lời', 'Thông báo', 'Thông tin', 'Truyền thông', 'Niêm yết', 'Lưu trữ', 'Số hóa', 'Số hoá', 'Kết nối', 'Chia sẻ', 'Đầu tư', 'Sắp xếp', 'Chuẩn bị', 'Dự kiến', 'Có', 'Đổi', 'Đa dạng', 'Đồng thời', 'Trong đó', 'Theo chức năng', 'Tôn trọng',
  'Bám', 'Xem xét', 'Yêu cầu', 'Siết chặt', 'Kiên quyết', 'Hạn chế', 'Thẩm định', 'Thanh tra', 'Điều chỉnh', 'Điều tra', 'Khảo sát', 'Thu hút', 'Vinh danh', 'Chăm lo', 'Đại diện', 'Bảo vệ', 'Thăm', 'Tặng', 'Trao', 'Trang trí', 'Treo', 'Viết', 'Đưa tin', 'Làm', 'Mời', 'Phân bổ', 'Phân loại', 'Phân định', 'Áp dụng', 'Xét', 'Chọn', 'Lựa chọn', 'Bầu', 'Gương mẫu', 'Tự', 'Giữ', 'Giữ gìn', 'Cải tiến', 'Cải cách', 'Cắt giảm', 'Rút ngắn', 'Đơn giản', 'Minh bạch', 'Thí điểm', 'Xóa', 'Xoá', 'Khôi phục', 'Tái', 'Quy hoạch', 'Tận dụng', 'Liên kết', 'Hợp tác', 'Ký kết', 'Ký', 'Khơi dậy', 'Lan tỏa', 'Lan toả', 'Nhận diện', 'Cảnh báo', 'Hợp nhất', 'Chuyển', 'Bàn giao', 'Rà', 'Quy định', 'Kêu gọi', 'Nhất là',
  'Trực', 'Trực tiếp', 'Tăng', 'Phát quang', 'Cân đối', 'Cùng', 'Biên soạn', 'Giới thiệu', 'Tuyệt đối', 'Kết thúc', 'Tiếp thu', 'Là đầu mối', 'Hằng tuần', 'Hàng tuần', 'Hàng quý', 'Hàng tháng', 'Giảm', 'Tìm hiểu', 'Ghi nhận', 'Nghiêm cấm', 'Thống kê', 'In', 'Cấp', 'Nhập', 'Lắp đặt', 'Trang bị', 'Mua sắm', 'Tu sửa', 'Vệ sinh', 'Dọn dẹp', 'Tổ chức', 'Sẵn sàng', 'Túc trực', 'Di dời', 'Sơ tán', 'Gia cố', 'Cứu trợ', 'Ứng phó', 'Bồi thường', 'Chi trả', 'Thanh toán', 'Quyết toán', 'Nộp', 'Trích', 'Thu thập', 'Xin ý kiến', 'Lấy ý kiến', 'Góp ý', 'Thẩm tra', 'Phê duyệt', 'Giải trình', 'Tuyển chọn', 'Bổ nhiệm', 'Điều động', 'Luân chuyển', 'Chỉ định', 'Ủy quyền', 'Tiết kiệm', 'Dành', 'Ưu đãi', 'Miễn', 'Mở', 'Đóng', 'Đặt', 'Xếp', 'Chấm', 'Xác minh', 'Xác nhận', 'Phản ánh', 'Kiến nghị', 'Đối thoại', 'Thương lượng', 'Đàm phán', 'Tư vấn', 'Trợ giúp',
].sort((a, b) => b.length - a.length);
const ORDER_VERBS = new RegExp(`^(?:${VERBS.join('|')})(?!\\p{L})(?<!^Tổ chức(?=,? (?:cá nhân|đảng|chính trị|công đoàn|Công đoàn|Đảng)))`, 'u');

/** True when the sentence opens with a verb that orders, with no subject before it. */
export function startsWithOrder(text: string): boolean {
  return ORDER_VERBS.test(text.replace(/^(?:Đồng thời|Bên cạnh đó|Ngoài ra|Trong đó|Qua đó|Từ đó|Tiếp đó)[,\s]+/u, '').replace(/^[“"(\s]+/u, ''));
}

/** True when the sentence opens with a noun phrase and holds no order. */
export function isNominal(text: string): boolean {
  return !startsWithOrder(text) && findModality(text) === null;
}

/** After a unit any order verb, small, or a modal word makes it an actor; short verbs that also stand inside names do not. */
const ACTING_VERBS = ['có trách nhiệm', 'chịu trách nhiệm', 'cần', 'phải', 'chủ trì', 'duy trì', 'quyết định', 'đưa', 'hoàn thành', 'phân công', 'thông báo', 'nỗ lực', ...VERBS.filter((verb) => verb.length > 4 && !['Không', 'Trình', 'Thanh tra', 'Thống nhất', 'Nhất là', 'Công bố', 'Hợp tác', 'Đại diện', 'Kinh', 'Thông tin', 'Truyền thông', 'Đầu tư', 'Phát triển', 'Bảo vệ', 'Kiểm tra', 'Quản lý', 'Vệ sinh', 'Tổ chức', 'Tuyên truyền', 'Giám sát', 'Đào tạo', 'Tư vấn', 'Hỗ trợ', 'Cứu trợ', 'Thẩm tra', 'Tổng hợp'].includes(verb)).map((verb) => verb.charAt(0).toLowerCase() + verb.slice(1)), 'không', 'tổ chức', 'lập', 'gửi', 'cử', 'nộp', 'trích', 'thống nhất', 'tuyên truyền', 'kiểm tra', 'giám sát', 'hỗ trợ', 'quản lý'].join('|');

const UNIT = String.raw`(?:[Cc]ác\s+|[Tt]oàn thể\s+|[Mm]ỗi\s+|[Tt]ừng\s+|Người đứng đầu\s+|Thủ trưởng\s+|Lãnh đạo\s+|Chủ tịch\s+|Giám đốc\s+|Hiệu trưởng\s+|Bộ trưởng\s+)?(?:[Cc]ông đoàn|[Cc]ấp ủy|[Cc]ấp uỷ|[Cc]ấp [Cc]ông đoàn|[Cc]ơ quan|[Đđ]ơn vị|[Cc]án bộ|[Đđ]oàn viên|[Nn]gười lao động|[Ss]ở|[Bb]an|[Bb]ộ|[Vv]ăn phòng|[Pp]hòng|Ủy ban|UBND|HĐND|Liên đoàn|LĐLĐ|CĐCS|[Cc]ông an|[Đđ]ảng (?:ủy|uỷ)|[Cc]hi bộ|[Tt]rường|[Nn]hà trường|[Tt]rung tâm|[Hh]ội|[Đđ]oàn|Mặt trận|[Tt]ổ chức|[Đđ]ịa phương|[Nn]gành|[Dd]oanh nghiệp|[Nn]gười đứng đầu|[Tt]hủ trưởng|[Cc]ục|[Vv]ụ|[Vv]iện|[Tt]ổng|[Xx]ã|[Pp]hường|[Tt]hôn|Chủ tịch|Giám đốc|Hiệu trưởng|Trưởng|Chánh|Bộ phận|[Kk]hoa|[Đđ]ồng chí|[Nn]gười sử dụng lao động|[Hh]ạt|[Cc]hủ đầu tư|[Tt]ập đoàn|[Cc]ông ty|[Hh]ai bên|[Tt]hường trực|[Tt]ỉnh (?:ủy|uỷ)|[Tt]hành (?:ủy|uỷ)|[Hh]uyện (?:ủy|uỷ)|[Tt]huế|[Cc]hi nhánh|Bí thư|[Kk]ho bạc|[Bb]ảo hiểm|[Bb]an điều hành|[Cc]hi cục|[Đđ]ội|[Tt]rạm|[Bb]ệnh viện|[Bb]áo|[Đđ]ài|[Cc]á nhân|[Tt]ập thể|[Hh]ộ(?! (?:chiếu|tịch|khẩu))|[Nn]gân hàng|[Tt]òa án|[Kk]hu phố|[Tt]ổ dân phố|[Tt]ổ (?=công đoàn|công tác|giúp việc|trưởng)|Phó|[Gg]iáo viên|[Nn]hân viên|[Kk]ế toán|[Vv]iên chức|[Cc]ông chức|[Gg]iảng viên|Đảng bộ|[Cc]ụm thi đua|[Kk]hối thi đua)`;
const ACTOR = new RegExp(String.raw`^(?:(?:Hằng năm|Hàng năm|Định kỳ|Hằng quý|Trong quá trình[^,]{0,60}|Để [^,]{3,160}(?:,[^,]{3,80}){0,4}|Căn cứ [^,]{3,120}(?:,[^,]{3,120}){0,3}|(?:[Tt]rên cơ sở) [^,]{3,120}),\s+)?(?<actor>${UNIT}(?!\p{L})[^.;:]{0,160}?)\s+(?:${ACTING_VERBS})(?!\p{L})`, 'u');

const UNIT_NAME = new RegExp(String.raw`^${UNIT}(?!\p{L})`, 'u');
/** Headings that begin like a unit and name a matter. */
const MATTER = /^(?:[Tt]rường hợp|Hội (?:nghị|thi|thảo)|Bộ máy|Bộ luật|Bộ tiêu chí|Đoàn kết|Đội ngũ|Ngành nghề|Tổng (?:kết|số|hợp|kinh phí)|Trường hợp|Báo cáo|Vụ việc|Vụ,? |Công đoàn phí|Cơ sở|Đơn vị tính|Cá nhân được)/u;

/** True for a heading that names who must act: `Sở Tài chính`, `Các công đoàn cơ sở`, `Hạt Kiểm lâm huyện`. */
export function isUnitName(heading: string): boolean {
  return UNIT_NAME.test(heading) && !startsWithOrder(heading) && !MATTER.test(heading);
}

/** True for words that can name who is told: a unit, or a name with a capital (`Quý Công ty`, `Thuế tỉnh Lào Cai`), never `của …`, `được …`. */
export function canBeTold(words: string): boolean {
  return !MATTER.test(words) && !/QUYẾT ĐỊNH|QUYẾT NGHỊ/u.test(words) && (UNIT_NAME.test(words) || /^(?:(?:các|những|mọi|toàn thể|từng|mỗi|quý|toàn bộ)\s|[“"]?\p{Lu})/u.test(words) && !startsWithOrder(words));
}

/** The unit that opens the sentence and is told to act: "Các công đoàn cơ sở tăng cường …". @returns `null` when there is none */
export function leadingActor(text: string): string | null {
  if (startsWithOrder(text) && !/^(?:Căn cứ|Trên cơ sở|Hằng|Hàng|Định kỳ|Trong|Để)\s/u.test(text)) return null;
  const actor = ACTOR.exec(text)?.groups?.actor?.replace(/[\s,]+$/u, '') ?? null;
  return actor !== null && !/\s(?:bị|để)$/u.test(actor) && !MATTER.test(actor) && actor.split(' ').length <= 30 ? cutAtVerb(actor) : null;
}

const RESPONSIBLE = new RegExp(String.raw`^(?:(?:Trong|Sau|Trước|Khi|Căn cứ|Hằng năm|Định kỳ|Trường hợp)\s[^,;]{2,120},\s+)?(?<unit>(?:${UNIT}|[Nn]gười|[Mm]ọi|[Cc]ơ sở|[Bb]ên|Ông|Bà|Giám sát viên)(?!\p{L})[^.:“”]{0,500}?)\s+(?:có trách nhiệm|chịu trách nhiệm|phải|chủ trì|không được)(?!\p{L})`, 'u');

/** Who stands before `có trách nhiệm`, `chịu trách nhiệm`, `phải`, `chủ trì`: a list of units in decisions. @returns `null` when the sentence has no such form */
export function responsibleUnit(text: string): string | null {
  const unit = RESPONSIBLE.exec(text)?.groups?.unit?.replace(/[\s,;]+$/u, '') ?? null;
  return unit !== null && !startsWithOrder(unit) && !MATTER.test(unit) ? cutAtVerb(unit) : null;
}

/** What a unit does first, where two orders stand in one sentence: `Sở Xây dựng thẩm định …, trình … xong trước ngày …`. */
const FIRST_DEED = /\s+(?:là (?:cơ quan|đơn vị|đầu mối|lực lượng)|(?:lãnh đạo|cấu hình|trao đổi|theo dõi|giám sát(?= (?:việc|chặt)))(?=\s\p{Ll})|có trách nhiệm|thừa (?:ủy|uỷ) quyền|thay mặt|có (?:văn bản|ý kiến|kế hoạch|biện pháp|phương án|giải pháp)|một số (?:nội dung|nhiệm vụ|việc|giải pháp|vấn đề)|(?:các|những) (?:nội dung|nhiệm vụ|việc|giải pháp) (?:sau|như sau)|thẩm định|xem xét|rà soát|tham mưu|nghiên cứu|đề xuất|xây dựng kế hoạch|ban hành|báo cáo|tổng hợp|căn cứ|phối hợp|tiếp tục|tăng cường|đẩy mạnh|khẩn trương|chủ động|hoàn thành|trình)(?!\p{L}).*$/u;

/** The unit alone, without what it is to do. */
export function cutAtVerb(unit: string): string {
  const cut = unit.replace(FIRST_DEED, '').replace(/(?:[\s,;]+|\s(?:để|và|với|thì|đã|sẽ|được|chưa|theo|đang|cần|phải))+$/u, '');
  return cut === '' ? unit : cut;
}

const DEADLINE = /(?:chậm nhất(?: là)?(?: đến)?|trước|xong trước|hoàn thành(?: xong)?(?: trước| trong)?|muộn nhất|đến hết|xong trong|hạn cuối)\s+(?:hết\s+)?(?:(?:\d{1,2} giờ(?: \d{1,2})?(?: phút)?,?\s+)?ngày\s+\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|\s+(?:hằng|hàng) (?:tháng|quý|năm))?(?:\s+(?:và\s+)?\d{1,2}[/.]\d{1,2})?(?:\s+(?:hằng|hàng) năm)?|tháng\s+\d{1,2}(?:\/\d{4}|\s+năm\s+\d{4})?|quý\s+[IV]+(?:\/\d{4}|\s+năm\s+\d{4})?|năm\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})|trong\s+(?:quý\s+[IV]+(?:\/\d{4}|\s+năm\s+\d{4})?|tháng\s+\d{1,2}(?:\/\d{4}|\s+năm\s+\d{4})?|thời hạn\s+\d+\s+ngày[^,.;]{0,60})|khi nhận được [\p{L}\s]{2,20} này|(?<=\p{L} )ngay(?= (?:các|những|việc|Phong trào|phong trào|sau khi|từ|khi))/iu;
const FREQUENCY = /(?:định kỳ\s+)?(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ(?:\s+(?:06|6|03|3|\d+)\s+tháng(?: một lần)?|\s+[\p{L}]+)?|thường xuyên|mỗi\s+(?:tháng|quý|năm|tuần)(?: một lần| \d+ lần)?/iu;

/** @returns the words that set a deadline, `null` when there are none */
export function readDeadline(text: string): string | null {
  return DEADLINE.exec(text)?.[0].trim() ?? null;
}

/** @returns the words that set a frequency, `null` when there are none */
export function readFrequency(text: string): string | null {
  return FREQUENCY.exec(text)?.[0].trim() ?? null;
}
