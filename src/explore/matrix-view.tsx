/** How a dimension is covered: industries, clusters, kinds of measures or policies, by places. */

import { COLUMNS, coverageQuestion, ROWS, rowsOf } from '../views/coverage-questions.ts';
import { MATRIX_VIEW, readMatrix, SIGNS } from '../views/matrix.ts';
import { useAnswer } from './ask.ts';
import { CellPanel } from './cell-panel.tsx';
import { MatrixList, MatrixTable } from './matrix-table.tsx';
import { useIsNarrow } from './narrow.ts';
import { word } from './parts.tsx';
import { Sentence } from './sentence.tsx';
import { address, change, language, pathWith, t } from './state.ts';
import { ViewFrame } from './view-frame.tsx';
import './matrix.css';

/** The view. */
export function MatrixView() {
  const { parameters } = address.value;
  const question = coverageQuestion(address.value, language.value);
  const answer = useAnswer(question);
  const isNarrow = useIsNarrow();
  const form = {
    isSorted: parameters.sort !== 'id',
    isHidingEmpty: parameters.hide === 'empty',
    isTurned: parameters.turn === 'yes',
  };
  const sentence = (
    <Sentence
      words={{ industry: parameters.industry ?? '', place: parameters.place ?? '' }}
      day={parameters.validOn ?? answer.data?.graph.today ?? ''}
      onChange={(words) => change({ ...words, ...NO_CELL })}
    />
  );
  return (
    <ViewFrame
      view={MATRIX_VIEW}
      question={question}
      answer={answer}
      lines={10}
      asked={sentence}
      limits={<Form />}
    >
      {(found) => {
        const matrix = readMatrix(found, form, language.value);
        if (matrix.rows.length === 0 || matrix.columns.length === 0) return <NoMatrix />;
        return (
          <>
            <Legend />
            <GapsByIndustry />
            {isNarrow ? <MatrixList matrix={matrix} /> : <MatrixTable matrix={matrix} />}
            <CellPanel data={found} />
          </>
        );
      }}
    </ViewFrame>
  );
}

/** Another matrix has other cells. */
const NO_CELL = { row: undefined, column: undefined, policy: undefined, proof: undefined };

/** What the rows and columns are, and how they are shown. */
function Form() {
  const { parameters } = address.value;
  const rows = rowsOf(parameters);
  const columns = (parameters.columns ?? COLUMNS[0]).toUpperCase();
  return (
    <p class="limits">
      <label>
        {t('行：', 'Rows: ')}
        <select
          value={rows}
          onChange={(event) => change({ rows: event.currentTarget.value.toLowerCase(), ...NO_CELL })}
        >
          {ROWS.map((name) => (
            <option key={name} value={name}>
              {word('CoverageRows', name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('列：', 'Columns: ')}
        <select
          value={columns}
          onChange={(event) => change({ columns: event.currentTarget.value.toLowerCase(), ...NO_CELL })}
        >
          {COLUMNS.map((name) => (
            <option key={name} value={name}>
              {word('CoverageColumns', name)}
            </option>
          ))}
        </select>
      </label>
      <Check name="sort" value="id" label={t('按编号排列', 'order by id')} />
      <Check name="hide" value="empty" label={t('隐藏全空的行列', 'hide empty rows and columns')} />
      <Check name="turn" value="yes" label={t('行列互换', 'swap rows and columns')} />
      <Check name="planned" value="yes" label={t('含计划中的事实', 'include planned facts')} />
    </p>
  );
}

function Check({
  name,
  value,
  label,
}: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={address.value.parameters[name] === value}
        onChange={(event) => change({ [name]: event.currentTarget.checked ? value : undefined }, true)}
      />
      {label}
    </label>
  );
}

function Legend() {
  const words: Readonly<Record<string, string>> = {
    WHOLE: t('全部覆盖（数字为政策数）', 'covered wholly (number of policies)'),
    PART: t('部分覆盖', 'covered in part'),
    KNOWN_NONE: t('查过，没有', 'looked for, none'),
    NOT_RESEARCHED: t('未核查', 'not researched'),
    NOT_APPLICABLE: t('不适用（集群不在此处）', 'not applicable (the cluster is elsewhere)'),
  };
  return (
    <p class="legend">
      {Object.entries(SIGNS).map(([kind, sign]) => (
        <span key={kind}>
          <span class={`cell-sign ${kind.toLowerCase()}`} aria-hidden="true">
            {sign}
          </span>{' '}
          {words[kind]}
        </span>
      ))}
    </p>
  );
}

/** Rows of clusters say where clusters are; whether a place has a policy at all, rows of industries say. */
function GapsByIndustry() {
  const { parameters } = address.value;
  const { industry } = parameters;
  if (rowsOf(parameters) !== 'CLUSTER' || !industry) return null;
  return (
    <p class="note">
      {t('“不适用”只表示集群不在那里。', '“Not applicable” says only that the cluster is elsewhere.')}{' '}
      <a href={pathWith({ rows: 'industry', ...NO_CELL })}>
        {t('按产业看哪些区没有政策', 'See by industry which places have no policy')}
      </a>
    </p>
  );
}

function NoMatrix() {
  return (
    <p class="empty">
      {t('这个矩阵没有行或列：', 'This matrix has no rows or no columns:')}{' '}
      <button
        type="button"
        onClick={() => change({ rows: undefined, columns: undefined, industry: undefined, hide: undefined })}
      >
        {t('看全部产业 × 各区', 'All industries by district')}
      </button>
    </p>
  );
}
