/** Makes an element: attributes, then children; text is always text. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string | boolean | null | undefined>> = {}, ...children: (Node | string | null | false | undefined)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (typeof value === 'string') made.setAttribute(key, value);
  }
  for (const child of children) if (child !== null && child !== false && child !== undefined) made.append(child);
  return made;
}

/** A button that does something. */
export function makeButton(text: string, onPress: () => void, attributes: Readonly<Record<string, string | boolean | null | undefined>> = {}): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'tool-button', ...attributes }, text);
  button.addEventListener('click', onPress);
  return button;
}
