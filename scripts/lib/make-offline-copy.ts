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
      // Written pages name their neighbours by `../`; a folder on a disk has no index of its own.
      .replace(/(?<before>\shref="\.\.\/[^"?#]*\/)"/gu, '$<before>index.html"')
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
   Trình duyệt sẽ mở http://localhost:4321{base} (cổng 4321 bận thì lấy cổng kế tiếp). Đóng cửa sổ lệnh là tắt. Không có gì gửi ra ngoài máy.
3. Đây là bản tham khảo, không thay bản gốc có chữ ký và con dấu. Bản trên mạng luôn mới hơn bản này.
`,
  'mo-kho.bat': `@echo off
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0mo-kho.ps1"
pause
`,
  'mo-kho.ps1': `# Serves this folder to this machine alone. Close the window to stop.
$root = [IO.Path]::GetFullPath($PSScriptRoot).TrimEnd('\\', '/') + [IO.Path]::DirectorySeparatorChar
$types = @{ '.html' = 'text/html; charset=utf-8'; '.css' = 'text/css'; '.js' = 'text/javascript'; '.json' = 'application/json'; '.svg' = 'image/svg+xml'; '.png' = 'image/png'; '.woff2' = 'font/woff2'; '.txt' = 'text/plain; charset=utf-8'; '.xml' = 'application/xml'; '.wasm' = 'application/wasm' }
$listener = $null
foreach ($port in 4321..4340) {
  $listener = New-Object System.Net.HttpListener
  $listener.Prefixes.Add("http://localhost:$port/")
  try { $listener.Start(); break } catch { $listener.Close() }
}
if (-not $listener.IsListening) { throw 'Ports 4321 to 4340 are taken.' }
Write-Host "http://localhost:$port{base}"
Start-Process "http://localhost:$port{base}"
while ($listener.IsListening) {
  $context = $listener.GetContext()
  try {
    $path = [Uri]::UnescapeDataString($context.Request.Url.AbsolutePath)
    if ($path.StartsWith('{base}')) { $path = $path.Substring('{base}'.Length) }
    if ($path -eq '' -or $path.EndsWith('/')) { $path += 'index.html' }
    $file = [IO.Path]::GetFullPath([IO.Path]::Combine($root, $path.TrimStart('/')))
    if ($file.StartsWith($root, [StringComparison]::OrdinalIgnoreCase) -and [IO.File]::Exists($file)) {
      $bytes = [IO.File]::ReadAllBytes($file)
      $type = $types[[IO.Path]::GetExtension($file).ToLowerInvariant()]
      if ($type) { $context.Response.ContentType = $type }
      $context.Response.ContentLength64 = $bytes.Length
      if ($context.Request.HttpMethod -ne 'HEAD') { $context.Response.OutputStream.Write($bytes, 0, $bytes.Length) }
    } else { $context.Response.StatusCode = 404 }
    $context.Response.Close()
  } catch { $context.Response.Abort() }
}
`,
  'mo-kho.py': `# Serves this folder to this machine alone. Ctrl+C stops.
import functools, http.server, os, webbrowser
root = os.path.dirname(os.path.abspath(__file__))
class Handler(http.server.SimpleHTTPRequestHandler):
    # Some machines take these from a registry that other programs have changed.
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm', '.woff2': 'font/woff2'}
    def translate_path(self, path):
        return super().translate_path('/' + path[len('{base}'):] if path.startswith('{base}') else path)
    def log_message(self, *_):
        pass
class Server(http.server.ThreadingHTTPServer):
    allow_reuse_address = False
    # A reader who leaves a page before it has come whole is no error.
    def handle_error(self, *_):
        pass
for port in range(4321, 4341):
    try:
        server = Server(('127.0.0.1', port), functools.partial(Handler, directory=root))
        break
    except OSError:
        continue
else:
    raise SystemExit('4321-4340: het cong / no free port')
address = 'http://localhost:%d{base}' % port
print(address, flush=True)
webbrowser.open(address)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
`,
};
