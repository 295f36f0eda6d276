/** Web app manifest: the site can be installed. */
import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { readSite } from '../content-loader/site-config.ts';

export const GET: APIRoute = () => {
  const { name, tagline, description } = readSite();
  const manifest = {
    id: href('/'), name: `${name} — ${tagline}`, short_name: name, description, lang: 'vi', dir: 'ltr', start_url: href('/'), scope: href('/'), display: 'standalone', background_color: '#fcfbf8', theme_color: '#0a4b9c',
    icons: [
      { src: href('/icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...[192, 512].map((size) => ({ src: href(`/anh/bieu-tuong-${size}.png`), sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' })),
    ],
    shortcuts: [['/tim-kiem/', 'Tìm kiếm'], ['/soan-can-cu/', 'Soạn căn cứ']].map(([path = '', label]) => ({ name: label, url: href(path) })),
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } });
};
