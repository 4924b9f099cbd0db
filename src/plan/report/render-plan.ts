/** A plan as text: counts first, then each change with its line in the seeds; deletions are always listed. */

import pc from 'picocolors';
import { inLanguage, type Part, type TerminalLanguage, type Text } from '../../diagnostics/text.ts';
import { padToWidth, visibleText } from '../../diagnostics/visible-text.ts';
import type { Model } from '../../model/model.ts';
import { foreignWords, isBare } from '../drift/find-foreign.ts';
import type { TouchedDrift } from '../drift/plan-drift.ts';
import { overwriting } from '../drift/refuse-drift.ts';
import { refusedForeignWords } from '../drift/refuse-foreign.ts';
import { isEmpty, type Plan } from '../plan.ts';
import { infoChanges } from './info-changes.ts';
import { modelChangeWords } from './model-change-words.ts';
import {
  type ChangeRecord,
  countRecords,
  planRecords,
  type RecordAction,
  type Spans,
} from './plan-records.ts';
import { showList, showValue } from './show-value.ts';

/** What rendering needs beside the plan. */
export interface RenderPlanOptions {
  readonly model: Model;
  readonly spans: Spans;
  readonly colour: boolean;
  readonly language: TerminalLanguage;
  /** Why something is deleted; left out: it is not in the seeds. */
  readonly reason?: Text;
}

const SIGNS: Readonly<Record<RecordAction, string>> = { create: '+', rename: '→', update: '~', delete: '-' };

/** The plan as text, without a line break at its end. */
export function renderPlan(plan: Plan, options: RenderPlanOptions): string {
  const { model, spans, colour, language, reason: why = NOT_IN_SEEDS } = options;
  const show = (text: Part) => inLanguage(text, language);
  if (isEmpty(plan)) return show(NO_CHANGES);
  const colours = pc.createColors(colour);
  const paint = {
    create: colours.green,
    rename: colours.cyan,
    update: colours.yellow,
    delete: colours.red,
  };
  const records = planRecords(plan, model, spans);
  const { revision } = plan.base;
  const lines = [
    show({ en: `From revision ${revision}, by type:`, zh: `自版本 ${revision} 起的变化，按类型：` }),
    ...renderCounts(records, model, language),
  ];
  const follow = plan.changes.length - records.length;
  if (follow > 0)
    lines.push(
      show({
        en: `  and ${follow} that follow from these (citations, ownership, renames)`,
        zh: `  另有由此产生的变化 ${follow} 项（引用、归属、改名）`,
      }),
    );
  if (plan.infoChanges) lines.push(`  ~ ${show(DATASET)}`, ...renderInfo(plan));
  if (plan.modelChange) lines.push(...modelChangeWords(plan.modelChange).map((each) => `  ${show(each)}`));
  lines.push('');
  for (const record of records) {
    const place = record.file === null ? '' : colours.dim(visibleText(`  ${record.file}:${record.line}`));
    const { action, joinedInto } = record;
    const because = joinedInto === undefined ? why : mergedInto(joinedInto);
    const reason = action === 'delete' ? show({ en: `  (${because.en})`, zh: `  （${because.zh}）` }) : '';
    lines.push(paint[action](visibleText(`${SIGNS[action]} ${record.words}`)) + reason + place);
    if (record.action === 'create') continue;
    for (const [name, [before, after]] of Object.entries(record.properties)) {
      const property = model.nodeTypes.get(record.type)?.properties.get(name);
      const [was, is] = [before, after].map((value) => showValue(model, property, value));
      lines.push(visibleText(`    ${name}: ${was} → ${is}`));
    }
  }
  if (plan.drift && plan.drift.length > 0) {
    lines.push('', show(DRIFT));
    for (const each of plan.drift)
      lines.push(...renderDrift(plan, each, language).map((line) => colours.magenta(visibleText(line))));
  }
  const listForeign = (heading: Text, listed: readonly string[]) => {
    if (listed.length === 0) return;
    lines.push('', show(heading), ...listed.map((each) => colours.magenta(visibleText(`! ${each}`))));
  };
  if (plan.foreign && !isBare(plan.foreign)) {
    listForeign(plan.takesForeign ? TAKEN : refusedForeignWords(plan), foreignWords(plan.foreign));
  }
  listForeign(RESTORED, plan.returning?.words ?? []);
  listForeign(LOST, plan.returning?.lost ?? []);
  lines.push('', show(totalOf(records)));
  return lines.join('\n');
}

/** What the dataset said of itself and will say, where it said anything: seeds of another dataset are seen by it. */
function renderInfo({ base, desired }: Plan): readonly string[] {
  if (!base.info) return [];
  return infoChanges(base.info, desired.info).map(({ property, before, after }) =>
    visibleText(`      ${property}: ${showList(before)} → ${showList(after)}`),
  );
}

/** What the plan does about a manual edit. */
const OUTCOMES: Readonly<Record<TouchedDrift['fate'], (plan: Plan) => Text>> = {
  kept: (plan) => {
    const option = overwriting(plan, { en: 'restores it', zh: '可恢复' });
    return { en: `stays; ${option.en}`, zh: `予以保留；${option.zh}` };
  },
  overwritten: () => ({ en: 'is restored', zh: '将恢复' }),
  deleted: (plan) => {
    const option = overwriting(plan, { en: 'deletes it', zh: '可删除' });
    return { en: `prevents deleting it; ${option.en}`, zh: `因此不能删除；${option.zh}` };
  },
  unknown: (plan) => {
    const option = overwriting(plan, { en: 'makes it as the seeds state', zh: '可改为种子文件的内容' });
    return {
      en: `no revision knows what was loaded; ${option.en}`,
      zh: `各版本都没有其载入时的内容；${option.zh}`,
    };
  },
};

const NOT_IN_SEEDS: Text = { en: 'not in the seeds any more', zh: '种子文件中已没有' };
const NO_CHANGES: Text = {
  en: 'No changes. The graph matches the seeds.',
  zh: '没有变化：图谱与种子文件一致。',
};
const DATASET: Text = { en: 'the description of the dataset', zh: '数据集说明' };
const DRIFT: Text = {
  en: 'Drift: manual edits to records in this plan',
  zh: '人工改动：计划涉及的记录中有以下改动',
};
const TAKEN: Text = {
  en: 'Deleted too, although not loaded from seeds (undoing this revision restores it):',
  zh: '一并删除以下并非由种子文件载入的内容（撤销本版本即可恢复）：',
};
const RESTORED: Text = {
  en: 'Restored with these, as an earlier revision deleted it:',
  zh: '同时恢复之前版本删除的以下内容：',
};
const LOST: Text = {
  en: 'Cannot be restored, because the other end is gone:',
  zh: '以下内容的另一端已不存在，无法恢复：',
};

function mergedInto(id: string): Text {
  const shown = visibleText(id);
  return { en: `merged into ${shown}`, zh: `已并入 ${shown}` };
}

function renderDrift(
  plan: Plan,
  { id, is, values, fate }: TouchedDrift,
  language: TerminalLanguage,
): readonly string[] {
  const outcome = OUTCOMES[fate](plan);
  const found =
    is === 'missing' ? { en: 'is missing', zh: '已不存在' } : { en: 'was changed', zh: '已被改动' };
  return [
    inLanguage(
      { en: `! ${id} ${found.en}: ${outcome.en}`, zh: `! ${id} ${found.zh}：${outcome.zh}` },
      language,
    ),
    ...values.map((value) => {
      const [loaded, now, seeds] = [value.loaded, value.is, value.seeds].map(showList);
      const stated = inLanguage(
        { en: `  (the seeds state ${seeds})`, zh: `  （种子文件中为 ${seeds}）` },
        language,
      );
      return `    ${value.property}: ${loaded} → ${now}${seeds === loaded ? '' : stated}`;
    }),
  ];
}

/** How many records a plan changes, in one sentence. */
export function planTotal(plan: Plan, { model, spans }: Pick<RenderPlanOptions, 'model' | 'spans'>): Text {
  return totalOf(planRecords(plan, model, spans));
}

function totalOf(records: readonly ChangeRecord[]): Text {
  const total = sum(records);
  return { en: `Plan: ${total.en}.`, zh: `计划：${total.zh}。` };
}

function sum(records: readonly ChangeRecord[]): Text {
  const counts = countRecords(records);
  const { create, update, rename } = counts;
  const plain = {
    en: `${create} to create, ${update} to change, ${counts.delete} to delete`,
    zh: `新增 ${create}，修改 ${update}，删除 ${counts.delete}`,
  };
  return rename === 0 ? plain : { en: `${rename} to rename, ${plain.en}`, zh: `改名 ${rename}，${plain.zh}` };
}

function renderCounts(
  records: readonly ChangeRecord[],
  model: Model,
  language: TerminalLanguage,
): readonly string[] {
  const rows = new Map<string, Record<RecordAction, number>>();
  for (const { type, action } of records) {
    const row = inLanguage(groupOf(type, model), language);
    const counts = rows.get(row) ?? { create: 0, rename: 0, update: 0, delete: 0 };
    counts[action] += 1;
    rows.set(row, counts);
  }
  return [...rows].map(([row, counts]) => {
    const parts = (['create', 'rename', 'update', 'delete'] as const)
      .filter((action) => counts[action] > 0)
      .map((action) => `${SIGNS[action]}${counts[action]}`);
    return `  ${padToWidth(row, 14)} ${parts.join('  ')}`;
  });
}

const FACTS: Text = { en: 'facts', zh: '关系' };
const DETAILS: Text = { en: 'details', zh: '附属信息' };

/** A record's type key in seeds; relationships and what records own have one group each. */
function groupOf(type: string, model: Model): Part {
  if (model.stored.has(type)) return FACTS;
  const declared = model.nodeTypes.get(type);
  return declared?.root ? { en: declared.root.list, zh: declared.words.ZH } : DETAILS;
}
