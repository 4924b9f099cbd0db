/** Taking a view away: files, the question itself, a picture, a citation. */

import { useState } from 'preact/hooks';
import { linkToQuery, recordsQuery } from '../browser/browser-links.ts';
import { type Form, MEDIA_TYPES, takesRevision, writeAddress } from '../views/address.ts';
import { citationLine, curlCommand, cypherIn, recordsIn } from '../views/citation.ts';
import type { Question } from '../views/operation.ts';
import { graphQuestion } from '../views/questions.ts';
import { useAnswer } from './ask.ts';
import { savePng, saveSvg, saveText } from './save-picture.ts';
import { address, language, pathWith, t, vocabulary } from './state.ts';

const FILE_WORDS: Readonly<Record<string, string>> = {
  csv: 'CSV',
  json: 'JSON',
  jsonld: 'JSON-LD',
  ics: 'iCalendar',
  atom: 'Atom',
};

/** A file that is made on the page, of what no server is to know. */
export interface OwnFile {
  readonly form: Form;
  readonly text: () => string;
}

/** As many records as an address of usual length takes. */
const MOST_IN_LINK = 100;

/** The menu. */
export function TakeAway({
  question,
  data,
  forms = [],
  files = [],
  browserUrl,
}: {
  readonly question: Question;
  /** What it is answered with, where Neo4j Browser can draw the records in it. */
  readonly data?: unknown;
  /** The forms that the server has it in; the page itself is left out. */
  readonly forms?: readonly Form[];
  /** Files that are made on the page. */
  readonly files?: readonly OwnFile[];
  /** What opens Neo4j Browser with the same, where there is such a query. */
  readonly browserUrl?: string | null | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  const graph = useAnswer(graphQuestion()).data?.graph;
  const { view, parameters } = address.value;
  const isPinnable = takesRevision(view);
  const asked = isPinnable ? parameters.revision : undefined;
  const pinned = isPinnable
    ? pathWith({ revision: asked ?? graph?.revision.toString() })
    : writeAddress(address.value);
  const records = isOpen && !question.isPrivate ? recordsIn(vocabulary, data) : [];
  const cypher = cypherIn(browserUrl) ?? (records.length > 0 ? recordsQuery(records) : undefined);
  const inBrowser = browserUrl ?? linkTo(graph?.browserUrl, records);
  const cite = () =>
    citationLine(
      {
        title: document.title,
        dataset: graph?.dataset.name ?? '',
        revision: asked ? Number(asked) : (graph?.revision ?? 0),
        // When an earlier revision was applied, the graph does not say here.
        appliedOn: asked ? undefined : graph?.appliedAt?.slice(0, 10),
        // The reader's own day, in the form of ISO 8601, which Swedish writes.
        citedOn: new Date().toLocaleDateString('sv'),
        address: `${location.origin}${pinned}${location.hash}`,
      },
      language.value,
    );
  return (
    <details class="take" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('取用', 'Take away')}</summary>
      <div class="sheet">
        <p>
          <strong>{t('下载', 'Download')}</strong>
          {forms.filter(isFile).map((form) => (
            <a key={form} href={writeAddress(address.value, form)} download="">
              {FILE_WORDS[form]}
            </a>
          ))}
          {files.map(({ form, text }) => (
            <button
              type="button"
              key={form}
              onClick={() => saveText(text(), MEDIA_TYPES[form], `${document.title}.${form}`)}
            >
              {FILE_WORDS[form]}
            </button>
          ))}
          <PictureButtons isOpen={isOpen} from={cite} />
        </p>
        <p>
          <strong>{t('复制', 'Copy')}</strong>
          <Copy label={t('链接', 'Link')} text={() => location.href} />
          {isPinnable && !asked ? (
            <Copy
              label={t('固定版本的链接', 'Link to this revision')}
              text={() => `${location.origin}${pinned}${location.hash}`}
            />
          ) : null}
          <Copy label={t('引文', 'Citation')} text={cite} />
          <Copy label="GraphQL" text={() => `${question.query}\n# ${JSON.stringify(question.variables)}`} />
          <Copy label="curl" text={() => curlCommand(location.origin, question)} />
          {cypher ? <Copy label="Cypher" text={() => cypher} /> : null}
        </p>
        <p>
          <strong>{t('打开', 'Open')}</strong>
          {question.isPrivate ? null : (
            <a
              href={`/graphql?query=${encodeURIComponent(question.query)}&variables=${encodeURIComponent(JSON.stringify(question.variables))}`}
              target="_blank"
              rel="noopener"
            >
              GraphiQL
            </a>
          )}
          {inBrowser ? (
            <a href={inBrowser} target="_blank" rel="noopener noreferrer">
              Neo4j Browser
            </a>
          ) : null}
          <button type="button" onClick={() => print()}>
            {t('打印（附脚注）', 'Print with footnotes')}
          </button>
        </p>
      </div>
    </details>
  );
}

function isFile(form: Form): boolean {
  return form !== 'html';
}

/** Opens Neo4j Browser with the first records of an answer, or as it is. */
function linkTo(browserUrl: string | null | undefined, records: readonly string[]) {
  return browserUrl && records.length > 0
    ? linkToQuery(browserUrl, recordsQuery(records.slice(0, MOST_IN_LINK)))
    : browserUrl;
}

/** Saves the picture of the page; nothing where it has none. */
function PictureButtons({ isOpen, from }: { readonly isOpen: boolean; readonly from: () => string }) {
  const picture = isOpen ? document.querySelector<SVGSVGElement>('main svg.picture') : null;
  if (!picture) return null;
  return (
    <>
      <button type="button" onClick={() => saveSvg(picture, document.title, from())}>
        SVG
      </button>
      <button type="button" onClick={() => savePng(picture, document.title, from())}>
        PNG
      </button>
    </>
  );
}

/** Copies a text, and says that it did. */
export function Copy({ label, text }: { readonly label: string; readonly text: () => string }) {
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      {label}
      <span aria-live="polite">{isDone ? ' ✓' : ''}</span>
    </button>
  );
}
