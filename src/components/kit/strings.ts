/** Vietnamese words of cards, downloads and the offline page. */
export const kitWords = {
  card: { open: 'Xem văn bản', held: 'Có toàn văn', cited: 'Chỉ được viện dẫn', unknownDate: 'không ghi ngày', reference: 'Bản tham khảo', qr: 'Mã QR của địa chỉ ngắn' },
  cite: {
    party: 'Thể thức Đảng', state: 'Thể thức Nhà nước, Công đoàn', qr: 'Mã QR (mức M) của địa chỉ ngắn', qrSvg: 'Tải mã QR (.svg)', qrPng: 'Tải mã QR (.png)', embed: 'Nhúng vào trang khác', frame: 'Khung (iframe)', plain: 'HTML thuần', card: 'Xem thẻ',
  },
  data: {
    title: 'Dữ liệu',
    lede: 'Mọi thứ trên trang này đều tải về được ở dạng máy đọc, không cần đăng ký. Cùng một kho thì tệp giống nhau từng byte.',
    corpus: 'Cả kho',
    document: 'Từng văn bản',
    documentNote: 'Thêm đuôi vào địa chỉ của văn bản, bỏ gạch chéo cuối. Ví dụ:',
    schemas: 'Lược đồ (JSON Schema)',
    dictionary: 'Từ điển dữ liệu',
    dictionaryNote: 'Các trường của tệp .json của mỗi văn bản có toàn văn. Ô trống là null hoặc danh sách rỗng.',
    field: 'Trường',
    type: 'Kiểu',
    meaning: 'Nghĩa',
    values: 'Trị',
    terms: 'Văn bản hành chính không thuộc đối tượng bảo hộ quyền tác giả. Phần biên tập của trang dùng theo giấy phép nêu ở trang Giới thiệu. Mỗi bản là bản tham khảo, không thay bản gốc.',
    files: {
      'index.json': 'Danh mục mọi văn bản, có toàn văn hoặc chỉ được viện dẫn',
      'van-ban.csv': 'Danh mục trên dạng bảng (UTF-8, mở bằng Excel, LibreOffice)',
      'van-ban.jsonl': 'Dữ liệu đầy đủ của mọi văn bản có toàn văn, mỗi dòng một văn bản',
      'kho.zip': 'Tất cả tệp .json, .xml, .csv, .txt của các văn bản có toàn văn',
      'thay-doi.xml': 'Tin Atom: văn bản mới, chỗ hiệu đính, văn bản đổi địa chỉ, văn bản đã gỡ',
      'manifest.json': 'Mã băm SHA-256 và kích thước của mọi tệp trên trang',
    } as Readonly<Record<string, string>>,
    kinds: {
      json: 'dữ liệu đầy đủ của văn bản', xml: 'Akoma Ntoso 3.0 (chuẩn OASIS cho văn bản pháp quy)', csv: 'bảng nhiệm vụ và chỉ tiêu', txt: 'tệp nguồn đúng như nhận được',
    } as Readonly<Record<string, string>>,
    schemaNames: { 'van-ban': 'tệp .json của văn bản, mỗi dòng của van-ban.jsonl', 'index': 'index.json', 'manifest': 'manifest.json', 'oembed': 'oEmbed của mỗi văn bản', 'so-tay': 'sổ tay: loại văn bản, cơ quan, chữ viết tắt' } as Readonly<Record<string, string>>,
    csvColumns: 'Bảng nhiệm vụ và chỉ tiêu: ô bắt đầu bằng =, +, @ hoặc - có thêm dấu nháy đơn ở đầu để bảng tính không hiểu nhầm là công thức.',
    fields: {
      file: 'tệp nguồn trong kho', sha256: 'mã băm của tệp nguồn', key: 'khóa: cơ quan / năm / số, cố định từ lần công bố đầu', url: 'địa chỉ trang của văn bản', number: 'số, ký hiệu đã bỏ khoảng trắng và lỗi quét', numberRaw: 'số, ký hiệu đúng như trên giấy',
      symbol: 'phần ký hiệu', type: 'mã và tên loại văn bản', date: 'ngày ban hành, có thể chỉ có tháng hoặc năm', place: 'địa danh', issuer: 'mã và tên cơ quan ban hành', subject: 'trích yếu', addressees: 'nơi gửi (Kính gửi)', recipients: 'nơi nhận và mục đích',
      signature: 'thẩm quyền, chức vụ, họ tên người ký', inferred: 'trường suy ra từ nội dung, kèm chữ làm chứng', citations: 'văn bản được viện dẫn, mỗi chỗ nhắc có dòng, cột, câu', edges: 'quan hệ giữa hai văn bản được viện dẫn', outline: 'mọi phần, mục, điểm, đoạn với neo và số dòng',
      directives: 'nhiệm vụ: ai, làm gì, hạn nào', targets: 'chỉ tiêu đo được', milestones: 'mốc thời gian', messages: 'điểm cần xem lại', marks: 'chữ chỉ độ khẩn, độ mật trên giấy', maybeDraft: 'thiếu số hoặc ngày, có thể là dự thảo', proofreading: 'mức soát', corrections: 'chỗ hiệu đính, giữ cả chữ gốc', parserVersion: 'phiên bản bộ đọc',
    } as Readonly<Record<string, string>>,
  },
} as const;
