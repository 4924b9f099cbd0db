/** The observations that could decide how far targets were, as they were at an earlier revision (§9.2, §16.4). */

import type { Properties } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import type { Past } from '../../model/past.ts';
import type { StatedIn } from '../../model/stored/compare-sources.ts';
import { type Decision, readFacts } from '../decision.ts';
import { factsAtThen, nodesOfTypeThen, nodesThen, type StoredThen } from '../past/read-then.ts';
import { readingsThen } from '../past/readings-then.ts';
import type { Figures } from './compile-progress.ts';
import { isWholeYear } from './progress-cypher.ts';
import type { IndicatorName, Observed } from './progress-facts.ts';
import type { TargetThen } from './targets-then.ts';

/** The figures of a target, in the form in which a statement of now gives them. */
export interface FiguresThen {
  /** What is visible, in the order of ids. */
  readonly observed: readonly Observed[];
  /** Where nothing is: the indicator to name instead. */
  readonly instead: readonly Partial<IndicatorName>[];
}

/** Which place and industry something is about: what decides whether an observation is one of a target's. */
type About = Pick<TargetThen, 'place' | 'industry'>;

/** Gives the figures of each of some targets. */
export function* figuresThen(
  model: Model,
  past: Past,
  day: number,
  targets: readonly TargetThen[],
  { withInstead }: Figures,
): Decision<(target: TargetThen) => FiguresThen> {
  const indicators = yield* nodesThen(
    model,
    past,
    targets.map(({ indicator }) => indicator),
  );
  const visible = yield* visibleThen(model, past, day, indicators, targets);
  const readings = yield* readingsThen(
    model,
    past,
    targets.flatMap((each) => visible(each.indicator, each)),
  );
  const bare = targets.filter((each) => visible(each.indicator, each).length === 0);
  const instead = withInstead ? yield* insteadThen(model, past, day, bare, indicators) : undefined;
  return (target) => {
    const seen = visible(target.indicator, target);
    const other = seen.length === 0 ? instead?.(target) : undefined;
    return {
      observed: seen.map((each) => observedThen(each, readings(each))),
      instead: other ? [{ id: String(other.id), ...namesOf(other) }] : [],
    };
  };
}

/** An observation with where it was read. */
export function observedThen(stored: Properties, readings: readonly StatedIn[]): Observed {
  const { id, periodFromDay, periodToDay, value, bound } = stored;
  return {
    id: String(id),
    fromDay: Number(periodFromDay),
    toDay: Number(periodToDay),
    value: String(value),
    bound: String(bound),
    readings,
  };
}

/** Gives the visible observations of an indicator that are about the same place and industry, in the order of ids. */
function* visibleThen(
  model: Model,
  past: Past,
  day: number,
  indicators: ReadonlyMap<string, StoredThen>,
  wanted: readonly About[],
): Decision<(indicator: string, about: About) => readonly StoredThen[]> {
  const observing = yield* factsAtThen(past, ['OBSERVES'], 'to', indicators.keys());
  const ends = yield* factsAtThen(
    past,
    ['OBSERVED_IN', 'OBSERVED_FOR', 'OBSERVED_ABOUT'],
    'from',
    observing.map(({ from }) => from),
  );
  const endOf = new Map(ends.map(({ from, type, to }) => [`${type} ${from}`, to]));
  const abouts = new Set(wanted.map((each) => keyOf('', each)));
  const aboutOf = (id: string): About => ({
    place: endOf.get(`OBSERVED_IN ${id}`),
    industry: endOf.get(`OBSERVED_FOR ${id}`),
  });
  const fitting = observing.filter(
    ({ from }) => !endOf.has(`OBSERVED_ABOUT ${from}`) && abouts.has(keyOf('', aboutOf(from))),
  );
  const nodes = yield* nodesThen(
    model,
    past,
    fitting.map(({ from }) => from),
  );
  const found = new Map<string, StoredThen[]>();
  for (const { from, to } of [...fitting].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const stored = nodes.get(from);
    if (!stored || !isVisible(stored, day, String(indicators.get(to)?.behaviour))) continue;
    const key = keyOf(to, aboutOf(from));
    found.set(key, [...(found.get(key) ?? []), stored]);
  }
  return (indicator, about) => found.get(keyOf(indicator, about)) ?? [];
}

function isVisible({ modality, periodFromDay, periodToDay }: Properties, day: number, behaviour: string) {
  const [from, to] = [Number(periodFromDay), Number(periodToDay)];
  const isFirm = modality === 'STATED' || modality === 'ESTIMATED';
  return isFirm && to <= day && (behaviour !== 'YEARLY' || isWholeYear(from, to));
}

/** Gives the first other indicator of the same quantity of which something is visible. */
function* insteadThen(
  model: Model,
  past: Past,
  day: number,
  targets: readonly TargetThen[],
  indicators: ReadonlyMap<string, StoredThen>,
): Decision<(target: TargetThen) => StoredThen | undefined> {
  const quantityOf = ({ indicator }: TargetThen) => indicators.get(indicator)?.quantity;
  const quantities = [...new Set(targets.map((each) => String(quantityOf(each) ?? '')))].filter(Boolean);
  const live =
    quantities.length === 0
      ? []
      : yield* readFacts({
          text: 'MATCH (j:Indicator) WHERE j.quantity IN $quantities RETURN j.id AS id',
          parameters: { quantities },
        });
  const others = yield* nodesOfTypeThen(
    model,
    past,
    'Indicator',
    ({ quantity }) => typeof quantity === 'string' && quantities.includes(quantity),
    live.map(({ id }) => String(id)),
  );
  const byId = new Map(others.map((each) => [String(each.id), each]));
  const visible = yield* visibleThen(model, past, day, byId, targets);
  return (target) =>
    others.find(
      ({ id, quantity }) =>
        quantity === quantityOf(target) && id !== target.indicator && visible(String(id), target).length > 0,
    );
}

function namesOf({ name, nameEn }: Properties) {
  return { name: String(name), ...(typeof nameEn === 'string' ? { nameEn } : {}) };
}

function keyOf(indicator: string, { place = '', industry = '' }: About): string {
  return `${indicator} ${place} ${industry}`;
}
