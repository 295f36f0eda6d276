/**
 * The elements of a document as HTML blocks around Markdown, which is how Eleventy, having no MDX, takes such files. Regular expressions:
 * this is quicker than a parser of MDX, and enough for what the importer writes.
 *
 * @param body    MDX without front matter
 * @param resolve state and address of a citation, by its place in the record
 */
export function rewriteTags(body: string, resolve: (index: number) => { readonly state: string; readonly href: string | null }): string {
  const blocks = body
    .replace(/^[ \t]+/gmu, '')
    .replace(/<Label>([\s\S]*?)<\/Label>/gu, (_tag, label: string) => label.replace(/[-+*.)#]/gu, '\\$&'))
    .replace(/<Cite n="(\d+)"[^>]*>/gu, (_tag, index: string) => {
      const { state, href } = resolve(Number(index));
      return `<a data-citation data-state="${state}"${href === null ? '' : ` href="${href}"`}>`;
    })
    .replaceAll('</Cite>', '</a>')
    .replace(/<Ref to="([^"]*)">([\s\S]*?)<\/Ref>/gu, '<a class="reference" href="#$1">$2</a>')
    .replace(/<\/?(?:Ref|PageBreak|Mark)\b[^>]*>/gu, '');
  const open: (string | undefined)[] = [];
  return blocks.replace(/<(\/?)(Region|Clause|Attachment|Heading|Para|Line|Furniture|Table)\b([^>]*)>\s*/gu, (_tag, end: string, name: string, attributes: string) => {
    if (end) {
      open.pop();
      return '\n\n</div>\n\n';
    }
    const { anchor, kind } = Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/gu)].map(([, key, value]) => [key, value])) as { readonly anchor?: string; readonly kind?: string };
    // What has no address of its own has that of the clause around it.
    const at = anchor ?? open.findLast((above) => above !== undefined);
    open.push(anchor);
    return `\n\n${startOf(name, { anchor, kind, pin: at === undefined ? '' : `<a class="pin" href="#${at}">Địa chỉ đoạn này</a>` })}`;
  });
}

function startOf(name: string, { anchor, kind, pin }: { readonly anchor: string | undefined; readonly kind: string | undefined; readonly pin: string }): string {
  const id = anchor === undefined ? '' : ` id="${anchor}"`;
  const className = name.toLowerCase();
  if (name === 'Heading') return `<div class="provision provision-heading">${pin}\n\n## `;
  if (name === 'Para') return `<div${id} class="provision">${pin}\n\n`;
  if (name === 'Table') return `<div${id} class="provision table-frame" tabindex="0">${pin}\n\n`;
  if (name === 'Line' || name === 'Furniture') return `<div class="${className}">\n\n`;
  return `<div${id} class="${className} ${className}-${kind}">${name === 'Region' ? pin : ''}\n\n`;
}
