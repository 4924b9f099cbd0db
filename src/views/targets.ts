/** Targets against what was reached, as a view: a bar for each that was measured, words for each that was not. */

import { dateWords } from '../model/words/date-words.ts';
import { amountWords } from './figure-words.ts';
import { say } from './messages.ts';
import type { AnswerTo } from './operation.ts';
import type { Table } from './table.ts';
import { targetsQuestion } from './targets-question.ts';
import type { Heading, View, ViewState } from './view-state.ts';
import { enumWords, plainName } from './vocabulary.ts';

/** What the view is answered with. */
export type TargetsData = AnswerTo<typeof targetsQuestion>;
/** How far one target is. */
export type Progress = TargetsData['progress']['nodes'][number];

/** The states, the most telling first. */
const STATES = [
  'BEHIND',
  'ON_TRACK',
  'MET',
  'MISSED',
  'NO_BASELINE',
  'NOT_COMPARABLE',
  'NOT_MEASURED',
] as const;

/** The view. */
export const TARGETS_VIEW: View<TargetsData> = {
  question: ({ address, language }) => targetsQuestion(address, language),
  heading: targetsHeading,
  table: targetsTable,
};

/** What the view is called: how many there are, and how many of them were measured. */
function targetsHeading({ address, language }: ViewState, data: TargetsData): Heading {
  const { totalCount, nodes } = data.progress;
  const { policy, indicator, industry, place } = address.parameters;
  const names = [place, industry, indicator, policy].flatMap((id) => {
    const named = data.asked.find((each) => each && 'name' in each && each.id === id);
    return named && 'name' in named ? [plainName(named, language)] : [];
  });
  const values = {
    of: names.length === 0 ? '' : `${names.join(' · ')}${say(language, 'colon')}`,
    total: totalCount,
    measured: nodes.filter(({ ratio }) => ratio !== null).length,
    reached: nodes.filter(({ state }) => state === 'MET').length,
    behind: nodes.filter(({ state }) => state === 'BEHIND' || state === 'MISSED').length,
  };
  if (totalCount === 0) return { heading: say(language, 'targetsNone', values), summary: '' };
  return { heading: say(language, 'targetsTitle', values), summary: say(language, 'targetsCounts', values) };
}

/** How many of each state there are. */
export function stateCounts(
  nodes: readonly Progress[],
): readonly (readonly [state: string, count: number])[] {
  return STATES.map((state) => [state, nodes.filter((each) => each.state === state).length] as const).filter(
    ([, count]) => count > 0,
  );
}

/** The targets of a state, or of all, by policy in the order of the answer; those with a figure first in each. */
export function byPolicy(
  nodes: readonly Progress[],
  state: string | undefined,
): readonly (readonly [policy: Progress['target']['policy'], targets: readonly Progress[]])[] {
  const shown = nodes.filter((each) => state === undefined || each.state === state.toUpperCase());
  const groups = new Map<string, Progress[]>();
  for (const each of shown) {
    const policy = each.target.policy?.id ?? '';
    groups.set(policy, [...(groups.get(policy) ?? []), each]);
  }
  const measured = (targets: readonly Progress[]) => targets.filter(({ ratio }) => ratio !== null).length;
  return [...groups.values()]
    .map((targets) => [targets[0]?.target.policy ?? null, inOrder(targets)] as const)
    .sort(([, a], [, b]) => Number(measured(b) > 0) - Number(measured(a) > 0));
}

function inOrder(targets: readonly Progress[]): readonly Progress[] {
  const rank = ({ state }: Progress) => STATES.indexOf(state);
  return [...targets].sort(
    (a, b) => Number(b.ratio !== null) - Number(a.ratio !== null) || rank(a) - rank(b),
  );
}

/** What a target counts, and of what. */
export function targetName({ target }: Progress, language: ViewState['language']): string {
  const { indicator, place, industry } = target;
  const parts = [place, industry, indicator].flatMap((each) => (each ? [plainName(each, language)] : []));
  return parts.join(' · ');
}

/** What is wanted in words: as printed in Chinese, else by its comparison and its number. */
export function wantedWords({ target }: Progress, { vocabulary, language }: ViewState): string {
  if (language === 'ZH') return target.printed;
  const { comparator, value, valueMax, indicator } = target;
  const amounts = [value, ...(valueMax === null ? [] : [valueMax])].map((each) =>
    amountWords(each, indicator.unit, language),
  );
  return `${enumWords(vocabulary, 'Comparator', comparator, language)} ${amounts.join(' – ')}`;
}

/** By when, in words: a year or a month means its end. */
export function dueWords(due: string, language: ViewState['language']): string {
  const date = dateWords(due, language);
  return language === 'ZH' ? `${date}${due.length < 10 ? '底' : ''}前` : `by the end of ${date}`;
}

/** What was reached in words, with its hedge and its period. */
export function reachedWords({ latest, target }: Progress, { vocabulary, language }: ViewState): string {
  if (!latest) return '';
  const bound = latest.bound === 'EXACT' ? '' : `${enumWords(vocabulary, 'Bound', latest.bound, language)} `;
  const amount =
    language === 'ZH'
      ? latest.printed
      : `${bound}${amountWords(latest.value, target.indicator.unit, language)}`;
  const when = dateWords(latest.period, language);
  return language === 'ZH' ? `${amount}（${when}）` : `${amount} (${when})`;
}

/** A share as a percentage with at most one decimal. */
export function percent(ratio: string): string {
  return `${String(Math.round(Number(ratio) * 1000) / 10)}%`;
}

/** The same as a table. */
function targetsTable(state: ViewState, { progress }: TargetsData): Table {
  const { vocabulary, language } = state;
  const columns =
    language === 'ZH'
      ? '目标编号|政策|指标|口径|区域|产业|目标|期限|表述性质|最新数据|时期|完成比例|基期数据|直线应达|进度|说明'.split(
          '|',
        )
      : 'target id|policy|indicator|basis|place|industry|target|due|modality|latest|period|ratio|baseline|line|state|refusal'.split(
          '|',
        );
  const name = (named: { name: string; nameEn: string | null; id: string } | null) =>
    named && plainName(named, language);
  const rows = progress.nodes.map((each) => {
    const { target, latest, baseline } = each;
    const amount = (value: string | null | undefined) =>
      value && amountWords(value, target.indicator.unit, language);
    return [
      target.id,
      name(target.policy),
      name(target.indicator),
      target.indicator.basis,
      name(target.place),
      name(target.industry),
      wantedWords(each, state),
      target.due,
      enumWords(vocabulary, 'Modality', target.modality, language),
      reachedWords(each, state),
      latest?.period,
      each.ratio,
      amount(baseline?.value),
      amount(each.line),
      enumWords(vocabulary, 'ProgressState', each.state, language),
      each.refusal,
    ];
  });
  return { columns, rows };
}
