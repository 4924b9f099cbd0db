/** What changed and what comes, as a view, a feed and a calendar with the same filter. */

import { dayText, lastDay } from '../model/day.ts';
import { dateWords } from '../model/words/date-words.ts';
import { type Address, writeAddress } from './address.ts';
import { renderFeed } from './atom.ts';
import { renderCalendar } from './calendar.ts';
import { changesQuestion } from './changes-question.ts';
import { amountWords } from './figure-words.ts';
import { say } from './messages.ts';
import type { AnswerTo } from './operation.ts';
import type { Table } from './table.ts';
import type { Heading, View, ViewState } from './view-state.ts';
import { enumWords, plainName, typeOfId, typeWords } from './vocabulary.ts';

/** What the view is answered with. */
export type ChangesData = AnswerTo<typeof changesQuestion>;
/** One change. */
export type Change = ChangesData['changes']['nodes'][number];

/** The changes of a revision. */
export interface RevisionChanges {
  readonly revision: number;
  readonly at: string;
  readonly changes: readonly Change[];
}

/** A day on which a policy or a window ends, or a target is due. */
export interface Coming {
  /** The same as long as it is the same thing. */
  readonly key: string;
  readonly day: string;
  readonly kind: 'POLICY' | 'MEASURE' | 'TARGET';
  /** What it is called in words: expiry, closing, due. */
  readonly what: string;
  readonly sentence: string;
  /** The page that says more. */
  readonly id: string;
}

/** The view. */
export const CHANGES_VIEW: View<ChangesData> = {
  question: ({ address, language }) => changesQuestion(address, language),
  heading: changesHeading,
  table: changesTable,
  calendar: (state, data, origin) =>
    renderCalendar({
      name: calendarName(state, data),
      changedAt: data.graph.appliedAt ?? `${data.graph.today}T00:00:00Z`,
      entries: comingDays(state, data).map(({ key, day, what, sentence, id }) => ({
        uid: `${key}@industry-graph`,
        day,
        summary: `${what}${say(state.language, 'colon')}${sentence}`,
        description: say(state.language, 'fromRevision', { revision: data.graph.revision }),
        url: `${origin}${pathOf(state.address, id)}`,
        category: what,
      })),
    }),
  feed: (state, data, origin) =>
    renderFeed({
      self: `${origin}${writeAddress(state.address, 'atom')}`,
      page: `${origin}${writeAddress(state.address)}`,
      title: `${say(state.language, 'changes')} · ${scopeWords(state, data) || data.graph.dataset.name}`,
      author: data.graph.dataset.name,
      language: state.language === 'ZH' ? 'zh-CN' : 'en',
      updated: data.graph.appliedAt ?? `${data.graph.today}T00:00:00Z`,
      entries: shownChanges(state, data)
        .filter(({ revision }) => revision > FIRST_LOAD)
        .map(({ id, sentence, at, action, entityId }) => ({
          id: `${origin}/changes#${encodeURIComponent(id)}`,
          title: sentence,
          updated: at,
          link: `${origin}${pathOf(state.address, entityId)}`,
          category: action,
        })),
    }),
};

/** The revision that everything came with: what it brought is no news. */
export const FIRST_LOAD = 1;

/** The changes that the filters keep. */
export function shownChanges({ address, vocabulary }: ViewState, data: ChangesData): readonly Change[] {
  const also = data.also && new Set(data.also.nodes.map(({ id }) => id));
  const { type } = address.parameters;
  return data.changes.nodes.filter(
    ({ id, entityId }) =>
      (!also || also.has(id)) &&
      (!type || typeOfId(vocabulary.model, entityId)?.root?.prefix === type.toLowerCase()),
  );
}

/** Changes by revision, the newest first. */
export function byRevision(changes: readonly Change[]): readonly RevisionChanges[] {
  const groups = new Map<number, Change[]>();
  for (const change of changes) {
    groups.set(change.revision, [...(groups.get(change.revision) ?? []), change]);
  }
  return [...groups].map(([revision, own]) => ({ revision, at: own[0]?.at ?? '', changes: own }));
}

/** What ends or is due from the day of the question on, in order. */
export function comingDays(state: ViewState, data: ChangesData): readonly Coming[] {
  const { language, address, vocabulary } = state;
  const { type, within } = address.parameters;
  const today = address.parameters.validOn ?? data.graph.today;
  const last = dayAhead(today, Number(within ?? 365));
  const ends = data.expiring.nodes.map(({ endsOn, cause, sentence, policy, measure, window }): Coming => {
    const edges = window ? `-${window.opensOn ?? ''}-${window.closesOn ?? ''}` : '';
    return {
      key: `${cause.toLowerCase()}-${(measure ?? policy).id}${edges}`,
      day: endsOn,
      kind: measure ? 'MEASURE' : 'POLICY',
      what: enumWords(vocabulary, 'EndCause', cause, language),
      sentence,
      id: (measure ?? policy).id,
    };
  });
  const due = data.progress.nodes.map(({ target, state: progress }): Coming => {
    const { indicator, place, industry, printed, value } = target;
    const names = [place, industry, indicator].flatMap((each) => (each ? [plainName(each, language)] : []));
    const wanted = language === 'ZH' ? printed : amountWords(value, indicator.unit, language);
    return {
      key: `due-${target.id}`,
      day: dayText(lastDay(target.due) ?? 0),
      kind: 'TARGET',
      what: say(language, 'due'),
      sentence: say(language, 'targetDue', {
        of: names.join(' · '),
        wanted,
        state: enumWords(vocabulary, 'ProgressState', progress, language),
      }),
      id: target.id,
    };
  });
  return [...ends, ...due]
    .filter(({ day, kind }) => day >= today && day <= last && (!type || kind === type.toUpperCase()))
    .sort((a, b) => compare(a.day, b.day) || compare(a.kind, b.kind) || compare(a.key, b.key));
}

/** What the view is called: what changed last, and how much comes. */
function changesHeading(state: ViewState, data: ChangesData): Heading {
  const { language } = state;
  const news = shownChanges(state, data).filter(({ revision }) => revision > FIRST_LOAD);
  const of = scopeWords(state, data);
  const values = {
    of: of === '' ? '' : `${of}${say(language, 'colon')}`,
    days: state.address.parameters.within ?? 365,
    changes: news.length,
    revision: data.graph.revision,
    coming: comingDays(state, data).length,
    day: data.graph.appliedAt ? dateWords(data.graph.appliedAt.slice(0, 10), language) : '',
  };
  return {
    heading: say(language, news.length > 0 ? 'changesTitle' : 'changesNone', values),
    summary: say(language, 'changesSummary', values),
  };
}

/** The same as a table: what changed, then what comes. */
function changesTable(state: ViewState, data: ChangesData): Table {
  const { language, vocabulary } = state;
  const type = (id: string) => {
    const name = typeOfId(vocabulary.model, id)?.name;
    return name === undefined ? '' : typeWords(vocabulary, name, language);
  };
  const changed = shownChanges(state, data).map(({ at, revision, action, entityId, sentence }) => [
    at,
    revision,
    enumWords(vocabulary, 'ChangeAction', action, language),
    type(entityId),
    entityId,
    sentence,
  ]);
  const coming = comingDays(state, data).map(({ day, what, id, sentence }) => [
    day,
    null,
    what,
    type(id),
    id,
    sentence,
  ]);
  return {
    columns:
      language === 'ZH'
        ? ['时间', '版本', '动作', '类型', '编号', '语句']
        : ['when', 'revision', 'action', 'type', 'id', 'sentence'],
    rows: [...changed, ...coming],
  };
}

function calendarName(state: ViewState, data: ChangesData): string {
  return say(state.language, 'calendarOf', { of: scopeWords(state, data) || data.graph.dataset.name });
}

/** What the filters are about, by name. */
function scopeWords({ address, language }: ViewState, data: ChangesData): string {
  const { about, place, industry } = address.parameters;
  return [about, place, industry]
    .flatMap((id) => {
      const named = data.asked.find((each) => each && 'name' in each && each.id === id);
      return named && 'name' in named ? [plainName(named, language)] : [];
    })
    .join(language === 'ZH' ? '·' : ', ');
}

/** The path of an entity in the language of an address. */
function pathOf({ parameters }: Address, id: string): string {
  const { lang } = parameters;
  return writeAddress({ view: 'id', id, parameters: lang ? { lang } : {} });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function dayAhead(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : '9999-12-31';
}
