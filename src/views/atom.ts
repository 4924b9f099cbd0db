/** What changed as a feed that feed readers subscribe to (Atom). */

/** One thing that changed. */
export interface FeedEntry {
  /** An address that never changes. */
  readonly id: string;
  readonly title: string;
  /** When, ISO with a time zone. */
  readonly updated: string;
  /** Where it is seen. */
  readonly link: string;
  readonly category: string;
}

/** A feed. */
export interface Feed {
  /** Its own address, whole. */
  readonly self: string;
  /** The page that shows the same. */
  readonly page: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** When its content last changed, ISO; of an empty feed too. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** What XML cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are removed.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * A feed as text.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function renderFeed(feed: Feed): string {
  const entries = feed.entries.map(
    ({ id, title, updated, link, category }) => `  <entry>
    <id>${escapeXml(id)}</id>
    <title>${escapeXml(title)}</title>
    <updated>${escapeXml(updated)}</updated>
    <link rel="alternate" type="text/html" href="${escapeXml(link)}"/>
    <category term="${escapeXml(category)}"/>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">
  <id>${escapeXml(feed.self)}</id>
  <title>${escapeXml(feed.title)}</title>
  <updated>${escapeXml(feed.updated)}</updated>
  <author><name>${escapeXml(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>
${entries.join('')}</feed>
`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '')
    .replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
