/** Copying: rich text where the browser can, plain text where it cannot, and a spoken word about it. */
import { toolWords } from './strings.ts';

/**
 * Copies text, with HTML beside it for Word and LibreOffice.
 * @returns false when the browser refuses
 */
export async function copyText(text: string, html?: string): Promise<boolean> {
  // The old way first where there is HTML: the clipboard of promises takes the styles out of it, by the policy of the page.
  if (html !== undefined && copyBySelection(text, html)) return true;
  try {
    if (html !== undefined && typeof ClipboardItem !== 'undefined' && navigator.clipboard?.write) {
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) })]);
      return true;
    }
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Pages opened from a file or over plain http have no clipboard; the old way still works there.
  }
  return copyBySelection(text, html);
}

function copyBySelection(text: string, html: string | undefined): boolean {
  let given = false;
  const onCopy = (event: ClipboardEvent): void => {
    given = true;
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
  return done && given;
}

/** Copies and says so. */
export async function copyAndSay(text: string, html: string | undefined, said: string): Promise<void> {
  say((await copyText(text, html)) ? said : toolWords.copied.failed);
}

let live: HTMLElement | null = null;
let timer = 0;

/** Shows a short word at the foot of the window and lets screen readers speak it. */
export function say(text: string): void {
  if (live === null) {
    live = document.createElement('p');
    live.className = 'said';
    live.setAttribute('role', 'status');
    document.body.append(live);
  }
  const at = live;
  at.textContent = '';
  clearTimeout(timer);
  // An empty region that fills is spoken, also the second time.
  setTimeout(() => { at.textContent = text; }, 30);
  timer = window.setTimeout(() => { at.textContent = ''; }, 6000);
}
