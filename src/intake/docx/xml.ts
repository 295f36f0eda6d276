/** Short ways through WordprocessingML; prefixes are kept as written, because Word always writes `w:`. */
import { XmlElement, XmlText } from '@rgrove/parse-xml';

export function childElements(element: XmlElement | null | undefined): XmlElement[] {
  return element ? element.children.filter((child): child is XmlElement => child instanceof XmlElement) : [];
}

/** First child of a name. */
export function child(element: XmlElement | null | undefined, name: string): XmlElement | undefined {
  return childElements(element).find((entry) => entry.name === name);
}

/** `w:val` of a child: `value(properties, 'w:jc')`. */
export function value(element: XmlElement | null | undefined, name: string, attribute = 'w:val'): string | undefined {
  return child(element, name)?.attributes[attribute];
}

/** An on-off property such as `<w:b/>` or `<w:b w:val="0"/>`; `undefined` when it is not set. */
export function toggle(element: XmlElement | null | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (!found) return undefined;
  return !/^(?:0|false|off|none)$/u.test(found.attributes['w:val'] ?? '1');
}

export function textOf(element: XmlElement): string {
  return element.children.map((entry) => (entry instanceof XmlText ? entry.text : '')).join('');
}
