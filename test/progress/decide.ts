/** Answers `progress` by the product's deciding alone, over plain figures, in the form in which the oracle answers. */

import { firstDay, periodDays } from '../../src/model/day.ts';
import { decideProgress } from '../../src/questions/progress/decide-progress.ts';
import { readFacts } from '../../src/questions/progress/progress-facts.ts';
import type { Aim, CountedThing, Figures, ProgressRow } from '../oracle/progress-oracle.ts';

/** Source tiers, strongest first. */
const TIERS = ['OFFICIAL', 'FILING', 'DATASET', 'REPRINT', 'NEWS', 'EDITORIAL'];

/** What is decided of a target: the figures are given to it as a statement would give them. */
export function decide(figures: Figures, target: Aim, on: string): ProgressRow {
  const indicator = figures.indicators.find(({ id }) => id === target.indicator);
  const start = target.policy === undefined ? undefined : figures.policies[target.policy];
  const own = visible(figures, target, indicator, on);
  const [instead] = figures.indicators
    .filter(({ id, quantity }) => id !== target.indicator && quantity && quantity === indicator?.quantity)
    .filter((other) => visible(figures, target, other, on).length > 0)
    .map(({ id }) => id)
    .sort();
  const facts = readFacts({
    target: { ...target, startDay: start === undefined ? null : firstDay(start) },
    indicator: { ...indicator, name: target.indicator },
    observed: own,
    instead: own.length > 0 || instead === undefined ? [] : [{ id: instead, name: instead }],
  });
  const decision = decideProgress(facts, TIERS);
  return {
    target: target.id,
    state: decision.state,
    latest: decision.latest?.id ?? null,
    ratio: decision.ratio ?? null,
    instead: decision.instead?.id ?? null,
  };
}

function visible(figures: Figures, target: Aim, indicator: CountedThing | undefined, on: string) {
  return figures.observations.flatMap(({ period, ...each }) => {
    const days = periodDays(period);
    const meant =
      each.indicator === indicator?.id &&
      each.place === target.place &&
      each.industry === target.industry &&
      each.about === undefined &&
      ['STATED', 'ESTIMATED'].includes(each.modality);
    if (!meant || !days || days.toDay > (firstDay(on) ?? 0)) return [];
    const isYear = /^(?<year>\d{4})0101-\k<year>1231$/.test(`${days.fromDay}-${days.toDay}`);
    if (indicator.behaviour === 'YEARLY' && !isYear) return [];
    const readings = each.readings.map((reading) => ({
      ...reading,
      publishedOn: reading.publishedOn === undefined ? null : firstDay(reading.publishedOn),
    }));
    return [{ ...each, ...days, readings }];
  });
}
