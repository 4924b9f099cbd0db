/** What is said of an answer as of an earlier revision: that the graph has moved on, and what differs now. */

import { useState } from 'preact/hooks';
import { takesRevision, withParameters } from '../views/address.ts';
import { causesQuestion, isPlainSupport } from '../views/support-causes.ts';
import type { Table } from '../views/table.ts';
import { type TableDifferences, tableDifferences } from '../views/table-differences.ts';
import { type Data, questionOfView, tableOf } from '../views/view.ts';
import { typeOfId } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { address, fragment, language, pathWith, t, viewState, vocabulary } from './state.ts';
import './revision.css';

/** The most rows that are listed of each kind. */
const MOST_LISTED = 30;

/** The note; nothing where the newest revision is asked. */
export function RevisionNote({ newest }: { readonly newest: number | undefined }) {
  const { view, parameters } = address.value;
  const { revision } = parameters;
  if (!revision || !takesRevision(view) || newest === undefined) return null;
  const isNewest = Number(revision) >= newest;
  return (
    <aside class="then" aria-label={t('版本', 'Revision')}>
      <p>
        <strong>{t(`按版本 ${revision} 回答。`, `Answered as of revision ${revision}.`)}</strong>{' '}
        {isNewest
          ? t(
              '这是最新版本；以后打开这个链接，答案不变。',
              'It is the newest; this link will keep its answer.',
            )
          : t(`图谱现为版本 ${newest}。`, `The graph is at revision ${newest} now.`)}{' '}
        <a href={pathWith({ revision: undefined })}>{t('看最新版本的答案', 'See the newest answer')}</a>
      </p>
      {/* What is said of a firm is asked once, as it is shown. */}
      {isNewest || fragment.value ? null : <Differences newest={newest} />}
    </aside>
  );
}

/** How the answer of now differs, in words. */
function Differences({ newest }: { readonly newest: number }) {
  const state = viewState();
  const now = { ...state, address: withParameters(address.value, { revision: undefined }) };
  const [isOpen, setOpen] = useState(false);
  const [was, is] = [useAnswer(questionOfView(state)), useAnswer(questionOfView(now))];
  if (was.faults.length > 0 || is.faults.length > 0) return null;
  if (!was.data || !is.data) return <p aria-busy="true">{t('正在对照…', 'Comparing…')}</p>;
  const before = tableOf(state, was.data as Data);
  const after = tableOf(now, is.data as Data);
  const isId = (cell: string) => cell.includes(':') && typeOfId(vocabulary.model, cell) !== undefined;
  const found = tableDifferences(before, after, isId);
  if (found.count === 0) {
    return <p>{t('这个问题的答案至今没有变化。', 'This question has the same answer still.')}</p>;
  }
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(
          `这个问题的答案现有 ${found.count} 处不同`,
          `Of this answer ${found.count} ${found.count === 1 ? 'row differs' : 'rows differ'} now`,
        )}
      </summary>
      <Rows title={t('现已没有', 'No longer there')} rows={found.gone} isId={isId} />
      <Rows title={t('新增', 'New')} rows={found.came} isId={isId} />
      <Changed rows={found.changed} isId={isId} />
      {isOpen && isPlainSupport(address.value) ? <Causes newest={newest} /> : null}
    </details>
  );
}

interface RowsProps<Row> {
  readonly rows: readonly Row[];
  readonly isId: (cell: string) => boolean;
}

function Rows({ title, rows, isId }: RowsProps<Table['rows'][number]> & { readonly title: string }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>
        {title} <span class="count">{rows.length}</span>
      </h3>
      <ul>
        {rows.slice(0, MOST_LISTED).map((row) => (
          <li key={JSON.stringify(row)}>{rowWords(row, isId)}</li>
        ))}
      </ul>
    </>
  );
}

function Changed({ rows, isId }: RowsProps<TableDifferences['changed'][number]>) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>
        {t('有改动', 'Changed')} <span class="count">{rows.length}</span>
      </h3>
      <ul>
        {rows.slice(0, MOST_LISTED).map(({ row, cells }) => (
          <li key={JSON.stringify(row)}>
            {rowWords(row, isId)}
            {cells.map(({ column, before, after }) => (
              <span class="note" key={column}>
                {' '}
                {column}
                {t('：', ': ')}
                <del>{before || '—'}</del> → <ins>{after || '—'}</ins>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** By which changes the answers of support became others. */
function Causes({ newest }: { readonly newest: number }) {
  const { data, isLoading } = useAnswer(causesQuestion(address.value, newest, language.value));
  const sentences = new Set(
    data?.supportDiff.nodes.flatMap(({ causes }) => causes.map(({ sentence }) => sentence)),
  );
  if (isLoading) return <p aria-busy="true">{t('正在查找起因…', 'Looking for the causes…')}</p>;
  if (sentences.size === 0) return null;
  return (
    <>
      <h3>{t('起因', 'Because of')}</h3>
      <ul>
        {[...sentences].slice(0, MOST_LISTED).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** Values of enums, as files have them. */
const CODE = /^[A-Z_]+$/;

/** The first words of a row, without ids and codes. */
function rowWords(row: Table['rows'][number], isId: (cell: string) => boolean): string {
  const words = row.flatMap((cell) => {
    const text = String(cell ?? '');
    return text === '' || isId(text) || CODE.test(text) ? [] : [text];
  });
  return words.slice(0, 6).join(' · ');
}
