/** Atom feeds (RFC 4287). Days stand for moments at midnight in Việt Nam; nothing depends on when the feed was written. */

export interface AtomHead {
  readonly title: string;
  readonly subtitle: string;
  /** Absolute addresses of the feed and of the site. */
  readonly self: string;
  readonly home: string;
  readonly author: string;
  readonly email: string;
}

export interface AtomEntry {
  readonly kind: string;
  readonly key: string;
  /** Whole day. */
  readonly date: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
}

/** @param entries newest first */
export function writeAtom({ title, subtitle, self, home, author, email }: AtomHead, entries: readonly AtomEntry[]): string {
  const host = new URL(home).hostname;
  const items = entries.map((entry) => `<entry>
<id>tag:${host},2026:${entry.kind}:${escape(entry.key)}:${entry.date}</id>
<title>${escape(entry.title)}</title>
<link rel="alternate" type="text/html" href="${escape(entry.url)}"/>
<updated>${entry.date}T00:00:00+07:00</updated>
<category term="${escape(entry.kind)}"/>
<summary>${escape(entry.summary)}</summary>
</entry>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>${escape(self)}</id>
<title>${escape(title)}</title>
<subtitle>${escape(subtitle)}</subtitle>
<link rel="self" type="application/atom+xml" href="${escape(self)}"/>
<link rel="alternate" type="text/html" href="${escape(home)}"/>
<updated>${entries[0]?.date ?? '1970-01-01'}T00:00:00+07:00</updated>
<author><name>${escape(author)}</name><email>${escape(email)}</email></author>
${items.join('\n')}
</feed>
`;
}

function escape(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"]/gu, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter);
}
