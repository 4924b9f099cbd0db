/** Small sets of figures written as short text, for worked examples of `progress`. */

import type { Aim, CountedThing, Figures, Observed, Reading } from '../oracle/progress-oracle.ts';

const COMPARATORS: Readonly<Record<string, string>> = {
  '>=': 'AT_LEAST',
  '>': 'MORE_THAN',
  '<=': 'AT_MOST',
  '<': 'LESS_THAN',
  '=': 'EXACTLY',
  '~': 'ABOUT',
};

const BOUNDS = ['EXACT', 'ABOUT', 'MORE_THAN', 'AT_LEAST', 'LESS_THAN', 'AT_MOST'];
const MODALITIES = ['STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'];
const TIERS = ['OFFICIAL', 'FILING', 'DATASET', 'REPRINT', 'NEWS', 'EDITORIAL'];
const READ = ['FULL', 'EXCERPT', 'TITLE'];
const BEHAVIOURS = ['STOCK', 'YEARLY', 'FLOW', 'RATE'] as const;

/**
 * The figures that lines, parted by line ends or `;`, describe. Ids are the words themselves.
 * @example readFigures(`size YEARLY scale; plan 2021-07; t: size >= 18 by 2025 of plan; o: size 2023 16`)
 *
 * - `size YEARLY scale`: an indicator, its behaviour, its quantity where it has one;
 * - `plan 2021-07`: a policy and its start (`plan none`: unknown);
 * - `r1 in r2`: a place in a place, or an industry in an industry;
 * - `t: size >= 18 by 2025`: a target; `3..5` is BETWEEN; also `from 2023`, `of plan`, `place r1`, `industry i1`;
 * - `o: size 2023 16`: an observation; also a bound, a modality, a tier, how much was read, `place r1`, `industry i1`,
 *   `about f1`, `published 2024-02`, `source s2`, `locator p2`.
 */
export function readFigures(text: string): Figures {
  const lines = text
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const indicators: CountedThing[] = [];
  const policies: Record<string, string | undefined> = {};
  const steps: [string, string][] = [];
  const targets: Aim[] = [];
  const observations: Observed[] = [];
  for (const line of lines) {
    const [id = '', first = '', second = '', ...more] = line.replace(':', '').split(/\s+/);
    const behaviour = BEHAVIOURS.find((known) => known === first);
    if (line.includes(' by ')) targets.push(readTarget(id, first, [second, ...more]));
    else if (line.includes(':')) observations.push(readObservation(id, first, second, more));
    else if (behaviour) indicators.push({ id, behaviour, quantity: second === '' ? undefined : second });
    else if (first === 'in') steps.push([id, second]);
    else policies[id] = first === 'none' ? undefined : first;
  }
  return { indicators, policies, targets, observations, steps };
}

function readTarget(id: string, indicator: string, words: readonly string[]): Aim {
  const [sign = '', number = ''] = words;
  const [low = '', high] = sign.split('..');
  return {
    id,
    indicator,
    policy: after(words, 'of'),
    place: after(words, 'place'),
    industry: after(words, 'industry'),
    from: after(words, 'from'),
    due: after(words, 'by') ?? '',
    comparator: high === undefined ? (COMPARATORS[sign] ?? '') : 'BETWEEN',
    value: high === undefined ? number : low,
    valueMax: high,
  };
}

function readObservation(id: string, indicator: string, period: string, words: readonly string[]): Observed {
  const one = (known: readonly string[], otherwise: string) =>
    words.find((word) => known.includes(word)) ?? otherwise;
  const reading: Reading = {
    tier: one(TIERS, 'OFFICIAL'),
    read: words.find((word) => READ.includes(word)),
    publishedOn: after(words, 'published'),
    source: after(words, 'source') ?? `source-${id}`,
    locator: after(words, 'locator') ?? 'p1',
  };
  return {
    id,
    indicator,
    place: after(words, 'place'),
    industry: after(words, 'industry'),
    about: after(words, 'about'),
    period,
    value: words[0] ?? '',
    bound: one(BOUNDS, 'EXACT'),
    modality: one(MODALITIES, 'STATED'),
    readings: [reading],
  };
}

function after(words: readonly string[], word: string): string | undefined {
  const at = words.indexOf(word);
  return at < 0 ? undefined : words[at + 1];
}
