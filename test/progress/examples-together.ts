/** Examples in one graph: each keeps to its own ids, so that none is part of another's answer. */

import type { Figures } from '../oracle/progress-oracle.ts';
import type { ProgressExample } from './example.ts';

/** An example, every id of which begins with its prefix. */
interface ExampleApart extends ProgressExample {
  readonly prefix: string;
}

/** The example under ids of its own. It is of targets without place and industry. */
export function apart(example: ProgressExample, prefix: string): ExampleApart {
  const { figures, expected } = example;
  const own = (id: string) => `${prefix}${id}`;
  const some = (id: string | null) => (id === null ? null : own(id));
  return {
    ...example,
    prefix,
    figures: {
      indicators: figures.indicators.map((each) => ({ ...each, id: own(each.id) })),
      policies: Object.fromEntries(Object.entries(figures.policies).map(([id, start]) => [own(id), start])),
      targets: figures.targets.map(({ policy, ...each }) => ({
        ...each,
        id: own(each.id),
        indicator: own(each.indicator),
        policy: policy === undefined ? undefined : own(policy),
      })),
      observations: figures.observations.map((each) => ({
        ...each,
        id: own(each.id),
        indicator: own(each.indicator),
        readings: each.readings.map((reading) => ({ ...reading, source: own(reading.source) })),
      })),
      steps: [],
    },
    expected: expected.map((row) => ({ ...row, target: own(row.target), latest: some(row.latest) })),
  };
}

/** The figures of all. */
export function together(examples: readonly ProgressExample[]): Figures {
  const all = examples.map(({ figures }) => figures);
  return {
    indicators: all.flatMap(({ indicators }) => indicators),
    policies: Object.assign({}, ...all.map(({ policies }) => policies)),
    targets: all.flatMap(({ targets }) => targets),
    observations: all.flatMap(({ observations }) => observations),
    steps: [],
  };
}
