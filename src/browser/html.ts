/** Texts as parts of a page. */

/** A text with the special characters of HTML escaped. */
export function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A slide of a guide: its subject on the left, text and queries on the right. */
export function slide(title: string, lead: string, body: string): string {
  return `<slide class="row-fluid">
<div class="col-sm-3"><h3>${html(title)}</h3><p class="lead">${html(lead)}</p></div>
<div class="col-sm-9">
${body}
</div>
</slide>`;
}

/** Slides as a guide that Neo4j Browser plays. */
export function guide(title: string, slides: readonly string[]): string {
  return `<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>${html(title)}</title></head><body>
<article class="guide" title="${html(title)}">
<carousel class="deck container-fluid">
${slides.join('\n')}
</carousel>
</article>
</body></html>
`;
}

/** A paragraph for each text, Chinese first. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => `<p>${html(text)}</p>`).join('\n');
}
