/** A plan as Markdown: what a reviewer of a pull request reads. */

import { inLanguage, type Part, type Text } from '../../diagnostics/text.ts';
import { isEmpty, type Plan } from '../plan.ts';
import { evidenceNews } from './evidence-text.ts';
import { modelChangeWords } from './model-change-words.ts';
import { type ChangeRecord, countRecords, planRecords, type RecordAction } from './plan-records.ts';
import type { RenderPlanOptions } from './render-plan.ts';
import { showValue } from './show-value.ts';

/** What is shown beside the changes. */
export interface MarkdownOptions extends Omit<RenderPlanOptions, 'colour'> {
  /** Which answers change, already in words; undefined where none can. */
  readonly answers: Text | undefined;
}

/** A comment of a pull request holds 65,536 characters: longer lists are cut, and say so. */
const MOST_ROWS = 200;

const TITLES: Readonly<Record<RecordAction, Text>> = {
  create: { en: 'New', zh: '新增' },
  rename: { en: 'Renamed', zh: '改名' },
  update: { en: 'Changed', zh: '修改' },
  delete: { en: 'Deleted', zh: '删除' },
};
const ACTIONS: readonly RecordAction[] = ['create', 'rename', 'update', 'delete'];

/**
 * The plan as GitHub shows it: counts, changes in words, answers that change, sources that are new, cited anew or checked.
 * Texts of records are escaped, so that none becomes a link, a mention or markup.
 */
export function planMarkdown(plan: Plan, { model, spans, language, answers }: MarkdownOptions): string {
  const show = (text: Part) => inLanguage(text, language);
  const { revision } = plan.base;
  const heading = show({
    en: `Changes of the graph from revision ${revision}`,
    zh: `图谱自版本 ${revision} 起的变化`,
  });
  if (isEmpty(plan))
    return `### ${heading}\n\n${show({ en: 'None: the graph matches the seeds.', zh: '没有变化：图谱与种子文件一致。' })}`;
  const records = planRecords(plan, model, spans);
  const counts = countRecords(records);
  const lines = [
    `### ${heading}`,
    '',
    `| ${ACTIONS.map((action) => show(TITLES[action])).join(' | ')} |`,
    `|${ACTIONS.map(() => '--:').join('|')}|`,
    `| ${ACTIONS.map((action) => counts[action]).join(' | ')} |`,
  ];
  if (plan.infoChanges)
    lines.push('', show({ en: 'The description of the dataset changes.', zh: '数据集说明有变化。' }));
  if (plan.modelChange)
    lines.push('', ...modelChangeWords(plan.modelChange).map((each) => `- ${escaped(show(each))}`));
  for (const action of ACTIONS) {
    const of = records.filter((record) => record.action === action);
    if (of.length === 0) continue;
    const rows = of.map((record) => [
      `- ${placed(record)}`,
      ...(action === 'create' ? [] : propertiesOf(record)),
    ]);
    lines.push('', `#### ${show(TITLES[action])}`, '', ...cut(rows, show));
  }
  const { cited, checked } = evidenceNews(plan, model);
  const evidence: readonly (readonly [Text, readonly string[]])[] = [
    [{ en: 'Evidence that is new', zh: '新增依据' }, cited],
    [{ en: 'Evidence that was checked', zh: '新复核的依据' }, checked],
  ];
  for (const [title, list] of evidence) {
    if (list.length === 0) continue;
    const rows = list.map((each) => [`- ${escaped(each)}`]);
    lines.push('', `#### ${show(title)}`, '', ...cut(rows, show));
  }
  if (answers) {
    lines.push('', `#### ${show({ en: 'Answers that change', zh: '变化的问答' })}`, '');
    lines.push('```text', show(answers).replaceAll('```', "'''"), '```');
  }
  if (plan.drift && plan.drift.length > 0)
    lines.push(
      '',
      show({
        en: `> **${plan.drift.length} of these records were edited outside kg**: kg plan lists the edits.`,
        zh: `> **其中 ${plan.drift.length} 条记录有人工改动**：运行 kg plan 查看。`,
      }),
    );
  return lines.join('\n');

  function propertiesOf({ type, properties }: ChangeRecord): readonly string[] {
    const declared = model.nodeTypes.get(type)?.properties;
    return Object.entries(properties).map(([name, [before, after]]) => {
      const [was, is] = [before, after].map((value) => showValue(model, declared?.get(name), value));
      return `  - ${escaped(name)}: ${escaped(was ?? '')} → ${escaped(is ?? '')}`;
    });
  }
}

function placed({ words, file, line }: ChangeRecord): string {
  return file === null ? escaped(words) : `${escaped(words)} (${escaped(`${file}:${line}`)})`;
}

function cut(rows: readonly (readonly string[])[], show: (text: Part) => string): readonly string[] {
  const more = rows.length - MOST_ROWS;
  const rest = more > 0 ? [`- ${show({ en: `and ${more} more`, zh: `另有 ${more} 项` })}`] : [];
  return [...rows.slice(0, MOST_ROWS).flat(), ...rest];
}

/** A text as Markdown that shows it as it is. A mention of a person would send a message. */
function escaped(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!&]/g, (mark) => `\\${mark}`)
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//');
}
