/**
 * The elements of a document as HTML blocks around Markdown, which is how Eleventy, having no MDX, takes such files. Regular expressions:
 * this is quicker than a parser of MDX, and enough for what the importer writes.
 *
 * @param body       MDX without front matter
 * @param resolve    state and address of a citation, by its place in the record
 */
export function rewriteTags(body, resolve) {
  const open = [];
  const blocks = body
    .replace(/^[ \t]+/gmu, '')
    .replace(/<Label>([\s\S]*?)<\/Label>/gu, (_tag, label) => label.replace(/[-+*.)#]/gu, '\\$&'))
    .replace(/<Cite n="(\d+)"[^>]*>/gu, (_tag, number) => {
      const { state, href } = resolve(Number(number));
      return `<a data-citation data-state="${state}"${href === null ? '' : ` href="${href}"`}>`;
    })
    .replaceAll('</Cite>', '</a>')
    .replace(/<Ref to="([^"]*)">([\s\S]*?)<\/Ref>/gu, '<a class="reference" href="#$1">$2</a>')
    .replace(/<\/?(?:Ref|PageBreak|Mark)\b[^>]*>/gu, '');
  return blocks.replace(/<(\/?)(Region|Clause|Attachment|Heading|Para|Line|Furniture|Table)\b([^>]*)>\s*/gu, (_tag, end, name, attributes) => {
    if (end) {
      open.pop();
      return '\n\n</div>\n\n';
    }
    const { anchor, kind } = Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/gu)].map(([, key, value]) => [key, value]));
    const id = anchor ? ` id="${anchor}"` : '';
    const at = anchor ?? open.findLast((above) => above);
    const pin = at ? `<a class="pin" href="#${at}">Địa chỉ đoạn này</a>` : '';
    const block = (start, before = '') => {
      open.push(anchor);
      return `\n\n${start}\n\n${before}`;
    };
    if (name === 'Heading') return block(`<div class="provision provision-heading">${pin}`, '## ');
    if (name === 'Para') return block(`<div${id} class="provision">${pin}`);
    if (name === 'Table') return block(`<div${id} class="provision table-frame" tabindex="0">${pin}`);
    if (name === 'Line' || name === 'Furniture') return block(`<div class="${name.toLowerCase()}">`);
    return block(`<div${id} class="${name.toLowerCase()} ${name.toLowerCase()}-${kind}">${name === 'Region' ? pin : ''}`);
  });
}
