/** Keeps the page of a document on this machine, with what it needs, so that it opens without a network. */
import { say } from '../copy.ts';
import { makeButton } from '../element.ts';
import { toolWords } from '../strings.ts';
import { canKeep, isKept, keepPaths, forgetPaths, openWorker } from './keeper.ts';

const words = toolWords.bar;

/** Adds the button where the browser can keep pages at all; elsewhere there is none. */
export function startKeeping(bar: HTMLElement, base: string): void {
  if (!canKeep()) return;
  void openWorker(base);
  const path = location.pathname;
  const button = makeButton(words.keep, () => void toggle(), { 'aria-pressed': 'false' });
  const show = (kept: boolean): void => {
    button.setAttribute('aria-pressed', String(kept));
    button.textContent = kept ? words.kept : words.keep;
  };
  const toggle = async (): Promise<void> => {
    button.disabled = true;
    try {
      if (await isKept(path)) {
        await forgetPaths([path]);
        show(false);
        say(words.unkeptNote);
      } else {
        await keepPaths([path, `${path}chuoi/`, ...assetsOfPage()]);
        show(true);
        say(words.keptNote);
      }
    } catch {
      say(words.keepFailed);
    } finally {
      button.disabled = false;
      button.focus();
    }
  };
  void isKept(path).then(show, () => undefined);
  bar.append(button);
}

/** Sheets, scripts, fonts and pictures that this very page has loaded. */
function assetsOfPage(): string[] {
  return performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === location.origin && /\.(?:css|js|woff2|svg)$/u.test(pathname)).map(({ pathname }) => pathname);
}
