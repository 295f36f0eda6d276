/**
 * Every Vietnamese interface string, grouped by where it appears. Words of documents never stand here.
 * A function where words surround a value, so that the order of words stays with the language.
 */
export const strings = {
  site: {
    skip: 'Tới nội dung chính',
    home: 'Trang đầu',
    mainNav: 'Các phần của trang',
    footNav: 'Thông tin về trang',
    breadcrumb: 'Vị trí',
    referenceCopy: 'Bản tham khảo',
    referenceCopyNote: 'Các trang này là bản tham khảo, không thay bản gốc có chữ ký và con dấu. Khi có sai khác, bản gốc do cơ quan ban hành phát hành là căn cứ.',
    mistake: 'Thấy sai sót hoặc cần gỡ thông tin cá nhân, xin báo:',
    permanence: 'Địa chỉ của mỗi văn bản, mỗi đoạn được giữ lâu dài.',
    nav: { documents: 'Văn bản', numbers: 'Tra số', issuers: 'Cơ quan', warnings: 'Cảnh báo', guide: 'Hướng dẫn', about: 'Giới thiệu', rules: 'Quy tắc kiểm tra', accessibility: 'Khả năng tiếp cận' },
  },
  search: {
    label: 'Tìm văn bản',
    placeholder: 'Số hiệu hoặc từ cần tìm, không cần gõ dấu',
    submit: 'Tìm',
    examples: 'Ví dụ:',
  },
} as const;
