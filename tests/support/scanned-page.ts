/** A page as a scanner gives it: printed with a font of the project's own packages, then stamped, shaded and put in askew. */
import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';

export interface Flaws {
  /** Degrees, positive when rows fall to the right. */
  readonly askew?: number;
  /** Red seal over print. */
  readonly seal?: boolean;
  /** Grey paper that darkens to the right. */
  readonly shade?: boolean;
}

const FAMILY = 'Scan';
const [WIDTH, HEIGHT] = [1654, 2339];

function loadFonts(): void {
  if (GlobalFonts.registerFromPath('node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf', FAMILY) === null) throw new Error('makeScannedPage: the font is not installed');
}

/** Draws a letter of a union with two columns of letterhead and a ruled table. */
export function makeScannedPage({ askew = 0, seal = false, shade = false }: Flaws = {}): Canvas {
  loadFonts();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.translate(WIDTH / 2, HEIGHT / 2);
  context.rotate((askew * Math.PI) / 180);
  context.translate(-WIDTH / 2, -HEIGHT / 2);
  const say = (text: string, x: number, y: number, size = 34): void => {
    context.fillStyle = 'black';
    context.font = `${size}px ${FAMILY}`;
    context.fillText(text, x, y);
  };
  say('LIÊN ĐOÀN LAO ĐỘNG', 210, 180, 30);
  say('TỈNH HƯNG YÊN', 260, 225, 30);
  say('Số: 45/KH-LĐLĐ', 265, 290, 30);
  say('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 820, 180, 30);
  say('Độc lập - Tự do - Hạnh phúc', 940, 225, 30);
  say('Hưng Yên, ngày 12 tháng 5 năm 2026', 880, 290, 30);
  context.fillRect(300, 238, 150, 3);
  context.fillRect(960, 238, 330, 3);
  say('KẾ HOẠCH', 740, 420, 36);
  say('Tổ chức Tháng Công nhân năm 2026', 560, 470);
  const lines = ['Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột', 'phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, Liên', 'đoàn Lao động tỉnh Hưng Yên xây dựng kế hoạch với các nội dung sau đây để các', 'công đoàn cơ sở triển khai thực hiện trong năm.'];
  lines.forEach((line, index) => say(line, index === 0 ? 270 : 210, 570 + index * 56));
  say('1. Gặp mặt đoàn viên tiêu biểu trước ngày 30/6/2026.', 270, 820);
  context.lineWidth = 3;
  context.strokeStyle = 'black';
  const rows = [['TT', 'Nội dung', 'Đơn vị'], ['1', 'Gặp mặt đoàn viên', 'Ban Tổ chức'], ['2', 'Thăm hỏi công nhân', 'Văn phòng']];
  const [left, columns, top, height] = [210, [0, 110, 760, 1240], 900, 80] as const;
  for (let row = 0; row <= rows.length; row++) context.strokeRect(left, top + row * height, columns[3], 0.01);
  for (const column of columns) context.strokeRect(left + column, top, 0.01, rows.length * height);
  rows.forEach((cells, row) => cells.forEach((cell, column) => say(cell, left + (columns[column] ?? 0) + 24, top + row * height + 54)));
  say('TM. BAN THƯỜNG VỤ', 960, 1340);
  say('CHỦ TỊCH', 1050, 1390);
  say('Nguyễn Văn Hải', 1010, 1590);
  if (seal) {
    context.strokeStyle = 'rgb(215, 40, 45)';
    context.lineWidth = 14;
    context.beginPath();
    context.arc(1060, 1470, 150, 0, Math.PI * 2);
    context.stroke();
    context.fillStyle = 'rgba(215, 40, 45, 0.9)';
    context.fillRect(930, 1460, 260, 26);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (shade) shadePaper(canvas);
  return canvas;
}

function shadePaper(canvas: Canvas): void {
  const context = canvas.getContext('2d');
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < image.data.length; at += 4) {
    const light = 0.92 - 0.3 * (((at / 4) % canvas.width) / canvas.width);
    for (let channel = 0; channel < 3; channel++) image.data[at + channel] = (image.data[at + channel] ?? 255) * light;
  }
  context.putImageData(image, 0, 0);
}
