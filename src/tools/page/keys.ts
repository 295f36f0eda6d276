/** Keyboard shortcuts with a list to see them by, and a switch for those who speak to their machine (WCAG 2.1.4). */
import { make, makeButton } from '../element.ts';
import { toolWords } from '../strings.ts';

const words = toolWords.keys;
const OFF = 'can-cu.phim';

/**
 * @param actions by key; each gets nothing and decides itself what is meant
 * @returns opens the list
 */
export function startKeys(actions: Readonly<Record<string, () => void>>): () => void {
  let single = readSwitch();
  const box = make('input', { type: 'checkbox', checked: single });
  box.addEventListener('change', () => {
    single = box.checked;
    try {
      if (single) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, 'tat');
    } catch {
      // Where nothing can be kept the switch holds for this page.
    }
  });
  const dialog = make('dialog', { 'class': 'keys', 'aria-labelledby': 'phim-tat' },
    make('h2', { id: 'phim-tat' }, words.title),
    make('dl', {}, ...words.rows.map(([key, meaning]) => make('div', {}, make('dt', {}, make('kbd', {}, key)), make('dd', {}, meaning)))),
    make('p', {}, make('label', {}, box, ` ${words.single}`)), make('p', { class: 'small muted' }, words.note),
    makeButton(words.close, () => dialog.close(), { class: 'tool-button tool-main' }));
  document.body.append(dialog);
  const open = (): void => { if (!dialog.open) dialog.showModal(); };

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || dialog.open || isTyping(event.target) || !single) return;
    const action = event.key === '?' ? open : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  return open;
}

function readSwitch(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/iu.test(target.tagName));
}
