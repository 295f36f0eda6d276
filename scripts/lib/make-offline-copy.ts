/**
 * The site as it opens from a folder: addresses made relative, folders completed with `index.html`, no policy that a browser would apply to
 * files in its own way. Scripts do not load from files (browsers forbid modules there); through the small server beside them all of it works.
 */

const TEXT = new TextEncoder();

/** A file of the copy: pages and sheets with relative addresses, everything else as it is. @param path inside the site */
export function relinkFile(path: string, bytes: Uint8Array, basePath: string): Uint8Array {
  if (path.endsWith('.html')) return TEXT.encode(relinkPage(new TextDecoder().decode(bytes), path, basePath));
  return path.endsWith('.css') ? TEXT.encode(relinkSheet(new TextDecoder().decode(bytes), path, basePath)) : bytes;
}

/** The server of one file, for Windows and for others, and the text that explains it. @param basePath with both slashes */
export function listHelpers(basePath: string): [name: string, content: Uint8Array][] {
  return Object.entries(HELPERS).map(([name, text]) => [name, TEXT.encode(text.replaceAll('{base}', basePath).replaceAll('\n', name === 'mo-kho.py' ? '\n' : '\r\n'))]);
}

/** Addresses of one page; its words are not touched. */
export function relinkPage(html: string, path: string, basePath: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '')
    .replace(/<link rel="(?:manifest|canonical)"[^>]*>|<link rel="alternate"[^>]*>/gu, '')
    // Only inside tags: a source may speak of ` href="/"` in its words.
    .replace(/<[a-z](?:"[^"]*"|[^">])*>/gu, (tag) => tag
      .replace(/(?<before>\s(?:href|src|action)=")(?<address>\/[^"]*)"/gu, (_whole, before: string, address: string) => `${before}${relink(address, up, basePath)}"`)
      .replace(/(?<before>content="0; url=)(?<address>\/[^"]*)"/gu, (_whole, before: string, address: string) => `${before}${relink(address, up, basePath)}"`));
}

function relinkSheet(css: string, path: string, basePath: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return css.replace(/url\((?<quote>["']?)(?<address>\/[^"')]*)\k<quote>\)/gu, (_whole, quote: string, address: string) => `url(${quote}${relink(address, up, basePath)}${quote})`);
}

function relink(address: string, up: string, basePath: string): string {
  const inner = address.startsWith(basePath) ? address.slice(basePath.length) : address.slice(1);
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/u.exec(inner) ?? [];
  return `${up}${path === '' || path.endsWith('/') ? `${path}index.html` : path}${rest}` || 'index.html';
}

const HELPERS: Readonly<Record<string, string>> = {
  'DOC-TRUOC.txt': `\uFEFFCĂN CỨ - BẢN ĐỌC TỪ THƯ MỤC HOẶC USB

1. Đọc ngay: mở tệp index.html bằng trình duyệt. Đọc, theo liên kết, in đều được.
2. Muốn tìm kiếm và soạn căn cứ, cần mở qua máy chủ nhỏ kèm theo, vì trình duyệt không cho
   trang mở từ tệp đọc các tệp khác:
   - Windows: nhấn đúp mo-kho.bat (dùng PowerShell có sẵn trong Windows).
   - macOS, Linux: mở cửa sổ lệnh trong thư mục này, gõ: python3 mo-kho.py
   Trình duyệt sẽ mở http://localhost:4321{base} . Đóng cửa sổ lệnh là tắt. Không có gì gửi ra ngoài máy.
3. Đây là bản tham khảo, không thay bản gốc có chữ ký và con dấu. Bản trên mạng luôn mới hơn bản này.
`,
  'mo-kho.bat': `@echo off
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0mo-kho.ps1"
pause
`,
  'mo-kho.ps1': `# Serves this folder to this machine alone. Close the window to stop.
$root = (Resolve-Path $PSScriptRoot).Path
$types = @{ '.html' = 'text/html; charset=utf-8'; '.css' = 'text/css'; '.js' = 'text/javascript'; '.json' = 'application/json'; '.svg' = 'image/svg+xml'; '.png' = 'image/png'; '.woff2' = 'font/woff2'; '.txt' = 'text/plain; charset=utf-8'; '.xml' = 'application/xml'; '.wasm' = 'application/wasm' }
$listener = New-Object System.Net.HttpListener
$listener.Prefixes.Add('http://localhost:4321/')
$listener.Start()
Start-Process 'http://localhost:4321{base}'
while ($listener.IsListening) {
  $context = $listener.GetContext()
  $path = [Uri]::UnescapeDataString($context.Request.Url.AbsolutePath)
  if ($path.StartsWith('{base}')) { $path = $path.Substring('{base}'.Length) }
  if ($path -eq '' -or $path.EndsWith('/')) { $path += 'index.html' }
  $file = [IO.Path]::GetFullPath((Join-Path $root $path.TrimStart('/')))
  if ($file.StartsWith($root) -and (Test-Path $file -PathType Leaf)) {
    $bytes = [IO.File]::ReadAllBytes($file)
    $type = $types[[IO.Path]::GetExtension($file)]
    if ($type) { $context.Response.ContentType = $type }
    $context.Response.OutputStream.Write($bytes, 0, $bytes.Length)
  } else { $context.Response.StatusCode = 404 }
  $context.Response.Close()
}
`,
  'mo-kho.py': `# Serves this folder to this machine alone. Ctrl+C stops.
import functools, http.server, os, webbrowser
root = os.path.dirname(os.path.abspath(__file__))
class Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        return super().translate_path('/' + path[len('{base}'):] if path.startswith('{base}') else path)
handler = functools.partial(Handler, directory=root)
server = http.server.ThreadingHTTPServer(('127.0.0.1', 4321), handler)
webbrowser.open('http://localhost:4321{base}')
print('http://localhost:4321{base}')
server.serve_forever()
`,
};
