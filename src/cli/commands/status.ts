/** `kg status`: which graph, which revision, and whether the seeds differ from it. */

import { differs, leftOutWords, readSupportDifference } from '../../answers/derive-support.ts';
import type { Run } from '../../cypher/statement.ts';
import { inLanguage, type Part, type TerminalLanguage, type Text } from '../../diagnostics/text.ts';
import { padToWidth, visibleText } from '../../diagnostics/visible-text.ts';
import { findMissingIndexes, lacksLookUp } from '../../graph/missing-indexes.ts';
import { countLoaded } from '../../graph/reading/read-revisions.ts';
import { STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import type { SupportDifference } from '../../ground/store-support.ts';
import type { Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { DERIVED_SUPPORT } from '../../model/stored/derived-support.ts';
import { type Audit, auditGraph } from '../../plan/drift/audit-graph.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type CheckedSeeds, readCheckedSeeds } from '../steps/checked-seeds.ts';
import { withGraph } from '../steps/with-graph.ts';

/** Options of `kg status`. */
export interface StatusOptions {
  /** Reads the whole graph and checks for manual edits and model violations. */
  readonly deep?: boolean;
}

/** Shows the state of the graph. */
export const status: Command<StatusOptions> = async (context, { deep }) => {
  const { terminal, json } = context;
  const model = readModel(SCHEMA_FOLDER);
  // Faults go to stderr: the one JSON value is the status, which reports that there are some.
  const seeds = readCheckedSeeds({ ...context, json: false }, model);
  return withGraph(context, async ({ database, graph }) => {
    const found = await graph.readAll((run) => readStatus(model, seeds, run));
    if (deep) terminal.working({ en: 'Reading the whole graph …', zh: '读取整个图谱……' });
    const audit = deep ? await graph.readStreams((stream, run) => auditGraph(model, stream, run)) : undefined;
    const derived = deep && found.modelFits ? await readSupportDifference(model, graph) : undefined;
    const all = {
      kind: database.kind,
      uri: database.uri,
      ...found,
      ...(audit ? { deep: { ...audit, ...derivedJson(derived) } } : {}),
    };
    const rows = [...statusRows(all), ...(audit ? [auditRow(audit), ...derivedRows(derived)] : [])];
    terminal.result(json ? JSON.stringify(all, null, 2) : renderRows(rows, terminal.language));
    const isRight = audit === undefined || audit.findings.length === 0;
    return isRight && !(derived && differs(derived)) ? EXIT.done : EXIT.refused;
  });
};

async function readStatus(model: Model, seeds: CheckedSeeds | undefined, run: Run) {
  const { info, ...state } = stateOf(await run(STATE_STATEMENT));
  // Before the first apply none is missing, and a new model brings its own.
  const missing =
    state.revision > 0 && state.modelVersion === model.version ? await findMissingIndexes(model, run) : [];
  const isCompared = seeds !== undefined && !lacksLookUp(missing);
  const plan = isCompared ? await makePlan(model, seeds.dataset, run) : undefined;
  return {
    ...state,
    dataset: info?.name ?? null,
    ...(await countLoaded(run)),
    modelFits: state.revision === 0 || state.modelVersion === model.version,
    indexesMissing: missing.length,
    seeds: seeds ? (plan ? 'checked' : 'uncompared') : 'faulty',
    changesPending: plan ? plan.changes.length + (plan.infoChanges ? 1 : 0) : null,
  };
}

/** One line of the status: a title and what is found, with more lines below it. */
interface Row {
  readonly title: Text;
  readonly found: Part;
  readonly lines?: readonly string[];
}

/** The width of the column of titles. */
const TITLES = 10;

function renderRows(rows: readonly Row[], language: TerminalLanguage): string {
  return rows
    .flatMap(({ title, found, lines = [] }) => [
      `${padToWidth(title[language], TITLES)}${inLanguage(found, language)}`,
      ...lines,
    ])
    .join('\n');
}

function statusRows(
  status: { readonly kind: string; readonly uri: string } & Awaited<ReturnType<typeof readStatus>>,
): readonly Row[] {
  const { revision, appliedAt, indexesMissing } = status;
  const rows: readonly Row[] = [
    { title: { en: 'graph', zh: '图谱' }, found: `${status.uri} (${status.kind})` },
    { title: { en: 'dataset', zh: '数据集' }, found: status.dataset ?? NONE_YET },
    {
      title: { en: 'revision', zh: '版本' },
      found: appliedAt
        ? { en: `${revision}, applied ${appliedAt}`, zh: `${revision}，生效于 ${appliedAt}` }
        : `${revision}`,
    },
    { title: { en: 'digest', zh: '摘要' }, found: status.digest ?? '—' },
    {
      title: { en: 'holds', zh: '内容' },
      found: {
        en: `${status.nodes} nodes, ${status.relationships} relationships`,
        zh: `节点 ${status.nodes} 个，关系 ${status.relationships} 条`,
      },
    },
    { title: { en: 'model', zh: '模型' }, found: status.modelFits ? MODEL_FITS : MODEL_DIFFERS },
  ];
  const missing: Row = {
    title: { en: 'indexes', zh: '索引' },
    found: {
      en: `${indexesMissing} are missing, as after an import: kg apply creates them`,
      zh: `缺少 ${indexesMissing} 个（如导入之后）：kg apply 会补建`,
    },
  };
  const seeds: Row = { title: { en: 'seeds', zh: '种子文件' }, found: seedsFound(status) };
  return [...rows, ...(indexesMissing > 0 ? [missing] : []), seeds];
}

const NONE_YET: Text = { en: 'none applied yet', zh: '尚无' };
const MODEL_FITS: Text = { en: 'fits', zh: '一致' };
const MODEL_DIFFERS: Text = {
  en: 'differs from the one that built the graph; run kg apply',
  zh: '与生成图谱的模型不同；请运行 kg apply',
};

function seedsFound({
  seeds,
  changesPending,
}: Pick<Awaited<ReturnType<typeof readStatus>>, 'seeds' | 'changesPending'>): Text {
  if (seeds === 'uncompared')
    return { en: 'are not compared while indexes are missing', zh: '缺少索引，未作比对' };
  if (changesPending === null)
    return { en: 'have faults: kg validate lists them', zh: '有错误：可用 kg validate 查看' };
  if (changesPending === 0) return { en: 'match the graph', zh: '与图谱一致' };
  return {
    en: `differ from the graph by ${changesPending} changes, derived ones included: kg plan shows them`,
    zh: `与图谱相差 ${changesPending} 项变化（含派生）：可用 kg plan 查看`,
  };
}

function auditRow({ findings, nodes, relationships }: Audit): Row {
  const read: Text = {
    en: `all ${nodes} nodes and ${relationships} relationships`,
    zh: `全部节点 ${nodes} 个、关系 ${relationships} 条`,
  };
  return {
    title: { en: 'read', zh: '已核查' },
    found:
      findings.length === 0
        ? {
            en: `${read.en}: as they were loaded, and as the model declares`,
            zh: `${read.zh}：与载入时一致，符合模型`,
          }
        : {
            en: `${read.en}: ${findings.length} are not as they should be`,
            zh: `${read.zh}：其中 ${findings.length} 项有问题`,
          },
    lines: findings.map(({ message }) => `  ! ${visibleText(message)}`),
  };
}

/** The derived relationships of support in numbers: to be kept, missing, and there although they do not follow. */
function derivedJson(derived: SupportDifference | undefined) {
  if (!derived) return {};
  const { kept, missing, extra } = derived;
  return { derivedSupport: { kept: kept ?? null, missing: missing.length, extra: extra.length } };
}

function derivedRows(derived: SupportDifference | undefined): readonly Row[] {
  if (!derived) return [];
  const { kept, missing, extra } = derived;
  const found = leftOutWords(derived) ?? {
    en: `${kept} ${DERIVED_SUPPORT} relationships, as support answers`,
    zh: `${DERIVED_SUPPORT} 关系 ${kept} 条，与 support 的回答一致`,
  };
  const wrong: Text = differs(derived)
    ? {
        en: `; ${missing.length} are missing and ${extra.length} do not follow: kg apply corrects them, once the seeds match the graph`,
        zh: `；缺少 ${missing.length} 条，没有依据的 ${extra.length} 条：种子文件与图谱一致后，kg apply 会更正`,
      }
    : { en: '', zh: '' };
  return [
    {
      title: { en: 'derived', zh: '派生关系' },
      found: { en: `${found.en}${wrong.en}`, zh: `${found.zh}${wrong.zh}` },
    },
  ];
}
