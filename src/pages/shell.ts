/** The one HTML page of the explorer: its head is filled here, all else by its script. */

import type { Language } from '../model/language.ts';
import { say } from '../views/messages.ts';
import type { Heading } from '../views/view-state.ts';
import type { Build } from './build-explorer.ts';

/** What may run and load on the page: its own files alone. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What a page is filled with. */
export interface ShellContent extends Heading {
  readonly language: Language;
  /** The name of the dataset, behind the heading in the title. */
  readonly site: string;
  /** The page's own address, whole. */
  readonly canonical: string;
  /** The same in other forms: media type and path. */
  readonly alternates: readonly (readonly [type: string, path: string])[];
  /** What went wrong, where something did. */
  readonly fault?: string | undefined;
}

/** The page; without a build it says that it is being prepared, and loads itself again. */
export function renderShell(content: ShellContent, build: Build | undefined, isFailed: boolean): string {
  const { language, heading, summary, site, canonical, alternates, fault } = content;
  const title = site === '' || site === heading ? heading : `${heading} · ${site}`;
  const files = build
    ? [
        ...build.styles.map((path) => `<link rel="stylesheet" href="/${path}">`),
        `<script type="module" src="/${build.script}"></script>`,
      ]
    : [isFailed ? '' : '<meta http-equiv="refresh" content="2">'];
  const waiting = say(language, isFailed ? 'notBuilt' : 'preparing');
  const links = alternates
    .map(([, path]) => `<a href="${escapeHtml(path)}">${escapeHtml(path)}</a>`)
    .join(' ');
  return `<!doctype html>
<html lang="${language === 'ZH' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(summary)}">
<meta property="og:title" content="${escapeHtml(heading)}">
<meta property="og:description" content="${escapeHtml(summary)}">
<meta property="og:site_name" content="${escapeHtml(site)}">
<meta property="og:url" content="${escapeHtml(canonical)}">
<meta property="og:type" content="website">
<link rel="canonical" href="${escapeHtml(canonical)}">
<link rel="icon" href="data:,">
${alternates.map(([type, path]) => `<link rel="alternate" type="${type}" href="${escapeHtml(path)}">`).join('\n')}
${files.join('\n')}
</head>
<body>
<div id="app">
<main>
<h1>${escapeHtml(heading)}</h1>
<p>${escapeHtml(fault ?? summary)}</p>
${build ? `<noscript><p>${say(language, 'noScript')} ${links}</p></noscript>` : `<p>${waiting}</p>`}
</main>
</div>
</body>
</html>
`;
}

/** A text inside HTML, or inside one of its attributes. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
