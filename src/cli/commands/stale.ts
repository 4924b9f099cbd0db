/** `kg stale`: what a curator should look at again, by day. */

import { overdueTargets } from '../../answers/overdue-targets.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import { daysLater, dayText, firstDay, isFullDay, todayIn } from '../../model/day.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { findStale } from '../../questions/stale/find-stale.ts';
import { compareStale, STALE_KINDS, type StaleItem } from '../../questions/stale/stale-item.ts';
import { readSeeds, type SeedsResult } from '../../seeds/read-seeds.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { openApi } from '../steps/ask-api.ts';
import { withGraph } from '../steps/with-graph.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg stale`. */
export interface StaleOptions {
  readonly within?: string;
  readonly on?: string;
}

/** How far ahead something that ends is listed, in days. */
const WITHIN = 90;
/** How long ago a source was read for its facts to be looked at again, in days. */
const LONG_AGO = 365;

const HEADINGS: Readonly<Record<StaleItem['kind'], string>> = {
  'policy-expiring': 'Policies that expire',
  'window-closing': 'Windows that close',
  'target-overdue': 'Targets past their day',
  'project-overdue': 'Projects past their day',
  'policy-no-start': 'Policies without a start',
  'source-unverified': 'Sources not read for a year',
  'claim-conflicting': 'Claims that conflict',
  'claim-weak': 'Claims that one report alone backs',
};

/** An item, with the place of its record in the seeds where they are at hand. */
type Placed = StaleItem & { readonly file: string | null; readonly line: number | null };

/** Tells what ends, is overdue, lacks a start, was read long ago, or rests on claims that are weak or conflict. */
export const stale: Command<StaleOptions> = async (context, { within, on }) => {
  const days = readDays(within);
  const given = on === undefined ? undefined : firstDay(on);
  if (on !== undefined && (given === undefined || !isFullDay(on))) {
    throw new UsageError(`--on takes a day like 2024-02-20, not "${on}".`);
  }
  const model = readModel(SCHEMA_FOLDER);
  const { spans } = readSeeds(model, context.seeds);
  return withGraph(context, async ({ graph }) => {
    const { info } = stateOf(await graph.read(STATE_STATEMENT));
    const today = given ?? firstDay(todayIn(info?.timeZone ?? 'UTC')) ?? 0;
    const asked = { today, until: daysLater(today, days), longAgo: daysLater(today, -LONG_AGO) };
    const found = await graph.readAll((run) => findStale(model, asked, run));
    const overdue = await overdueTargets(await openApi(model, graph), dayText(today));
    const all = [...found, ...overdue].sort(compareStale).map((each) => withPlace(each, spans));
    if (context.json) context.terminal.result(JSON.stringify(all, null, 2));
    else for (const line of render(all)) context.terminal.result(line);
    if (!info) context.terminal.say('Nothing was applied yet.');
    else context.terminal.say(`${all.length} to look at on ${dayText(today)}, ${days} days ahead.`);
    return EXIT.done;
  });
};

function readDays(within: string | undefined): number {
  if (within === undefined) return WITHIN;
  if (!/^\d{1,5}$/.test(within)) throw new UsageError(`--within takes a number of days, not "${within}".`);
  return Number(within);
}

function withPlace(item: StaleItem, spans: SeedsResult['spans']): Placed {
  const place = spans.get(item.id);
  return { ...item, file: place?.file ?? null, line: place?.line ?? null };
}

function render(items: readonly Placed[]): readonly string[] {
  return STALE_KINDS.flatMap((kind) => {
    const own = items.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const shown = kind === 'claim-weak' ? foldWeak(own) : own;
    const lines = shown.map(({ id, name, day, message, file, line }) => {
      const place = file === null ? [] : [`${file}:${line}`];
      return `  ${[day ?? '—', id, name, message, ...place].map(visibleText).join('  ')}`;
    });
    return [`${HEADINGS[kind]} (${own.length})`, ...lines, ''];
  });
}

/** One line for all of a record that rests on the same report. */
function foldWeak(items: readonly Placed[]): readonly Placed[] {
  const folded = new Map<string, readonly [Placed, ...Placed[]]>();
  for (const item of items) {
    const key = `${item.id}\0${item.sources?.join()}`;
    folded.set(key, [...(folded.get(key) ?? []), item] as [Placed, ...Placed[]]);
  }
  return [...folded.values()].map(([first, ...others]) => {
    const claims = [first, ...others].map(({ property, value }) =>
      property === 'record' ? 'the record' : `${property} ${value}`,
    );
    const rest = claims.length === 1 ? 'rests' : 'rest';
    return {
      ...first,
      message: `${claims.join(', ')} ${rest} on ${first.sources?.join()} alone, which is news`,
    };
  });
}
