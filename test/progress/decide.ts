/** Answers `progress` by the product's deciding alone, over plain figures, in the form in which the oracle answers. */

import { firstDay } from '../../src/model/day.ts';
import { decideProgress } from '../../src/questions/progress/decide-progress.ts';
import { readFacts } from '../../src/questions/progress/progress-facts.ts';
import type { Aim, Figures, ProgressRow } from '../oracle/progress-oracle.ts';

/** Source tiers, strongest first. */
const TIERS = ['OFFICIAL', 'FILING', 'DATASET', 'REPRINT', 'NEWS', 'EDITORIAL'];

/** What is decided of a target: the figures are given to it as a statement would give them. */
export function decide(figures: Figures, target: Aim, on: string): ProgressRow {
  const indicator = figures.indicators.find(({ id }) => id === target.indicator);
  const start = target.policy === undefined ? undefined : figures.policies[target.policy];
  const facts = readFacts({
    target: { ...target, startDay: start === undefined ? null : firstDay(start) },
    indicator: { ...indicator, name: target.indicator },
    observed: candidates(figures, target, target.indicator),
    rivals: figures.indicators
      .filter(({ id, quantity }) => id !== target.indicator && quantity && quantity === indicator?.quantity)
      .map((rival) => ({
        ...rival,
        name: rival.id,
        periods: candidates(figures, target, rival.id).map(({ period }) => period),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const { state, latest, ratio, instead } = decideProgress(facts, firstDay(on) ?? 0, TIERS);
  return {
    target: target.id,
    state,
    latest: latest?.id ?? null,
    ratio: ratio ?? null,
    instead: instead?.id ?? null,
  };
}

function candidates(figures: Figures, target: Aim, indicator: string) {
  return figures.observations
    .filter(
      (each) =>
        each.indicator === indicator &&
        each.place === target.place &&
        each.industry === target.industry &&
        each.about === undefined &&
        ['STATED', 'ESTIMATED'].includes(each.modality),
    )
    .map((each) => ({
      ...each,
      readings: each.readings.map((reading) => ({
        ...reading,
        publishedOn: reading.publishedOn === undefined ? null : firstDay(reading.publishedOn),
      })),
    }));
}
