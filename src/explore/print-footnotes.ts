/** On paper, sources are footnotes: each fact gets a number, and the sources are listed by number at the end, with where they are from. */

import { revision } from './ask.ts';
import { t } from './state.ts';

/** Adds footnotes before printing, and removes them afterwards. */
export function printFootnotes(): void {
  addEventListener('beforeprint', addFootnotes);
  addEventListener('afterprint', removeFootnotes);
}

function addFootnotes(): void {
  removeFootnotes();
  const notes = document.createElement('ol');
  notes.className = 'footnotes';
  // Equal sources have one number.
  const numbers = new Map<string, number>();
  for (const cited of document.querySelectorAll('main .cited')) {
    const evidence = [...cited.querySelectorAll(':scope > .evidence > li')];
    const marks = evidence.map((each) => {
      const text = sourceText(each);
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const note = document.createElement('li');
      const link = each.querySelector<HTMLAnchorElement>('a.outside');
      note.textContent = `${text} ${link?.href ?? ''}`;
      notes.append(note);
      numbers.set(text, numbers.size + 1);
      return numbers.size;
    });
    if (marks.length === 0) continue;
    const mark = document.createElement('sup');
    mark.className = 'footnote-mark';
    mark.textContent = `[${marks.join(', ')}]`;
    cited.before(mark);
  }
  const from = document.createElement('p');
  from.className = 'printed-from';
  from.textContent = `${document.title} · ${t('版本', 'revision')} ${revision.value ?? '?'} · ${location.href}`;
  const main = document.querySelector('main');
  if (notes.childElementCount > 0) main?.append(notes);
  main?.append(from);
}

/** A source as it is cited; its link is written out behind it. */
function sourceText(cited: Element): string {
  const copy = cited.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a.outside')) link.remove();
  return copy.textContent?.trim() ?? '';
}

function removeFootnotes(): void {
  for (const each of document.querySelectorAll('.footnotes, .footnote-mark, .printed-from')) each.remove();
}
