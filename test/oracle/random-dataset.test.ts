/** Random datasets are loadable and tell something: most questions have answers, and every reason occurs. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { firstDay, lastDay } from '../../src/model/day.ts';
import { relationshipKey } from '../../src/model/identity.ts';
import { isA } from '../../src/model/model.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { supportExamples } from '../support/support-examples.ts';
import { randomCase } from './random-case.ts';
import { randomDataset } from './random-dataset.ts';
import { REASONS, type SupportAnswer, type SupportQuery, supportOracle } from './support-oracle.ts';

const model = readModel('schema');

/** What would keep a dataset from being loaded. */
function faults(dataset: Dataset): readonly string[] {
  const found: string[] = [];
  for (const { id, type, properties, evidence } of dataset.nodes.values()) {
    const required = [...(model.nodeTypes.get(type)?.properties.values() ?? [])].filter(
      (property) => property.required && !property.list && property.name !== 'id',
    );
    if (required.length === 0) found.push(`${id}: ${type} is no node type`);
    for (const { name } of required) if (properties[name] === undefined) found.push(`${id}: no ${name}`);
    if (type !== 'Source' && evidence.length === 0) found.push(`${id}: no evidence`);
  }
  const measured: string[] = [];
  for (const { key, type, from, to, properties, evidence } of dataset.relationships.values()) {
    const stored = model.stored.get(type);
    const [start, end] = [dataset.nodes.get(from), dataset.nodes.get(to)];
    const text = `${from} ${type} ${to}`;
    if (
      !stored ||
      !start ||
      !end ||
      !isA(model, start.type, stored.from) ||
      !isA(model, end.type, stored.to)
    ) {
      found.push(`${text}: not in the model`);
    }
    for (const { name, required } of [...model.factProperties, ...(stored?.properties ?? [])]) {
      if (required && properties[name] === undefined) found.push(`${text}: no ${name}`);
    }
    const { validFrom, validTo } = properties;
    const keyValue = typeof validFrom === 'string' ? validFrom : undefined;
    if (key !== relationshipKey(type, from, to, [keyValue])) found.push(`${text}: another key`);
    if (typeof validTo === 'string' && (firstDay(keyValue ?? '0001') ?? 0) > (lastDay(validTo) ?? 0)) {
      found.push(`${text}: ends before it starts`);
    }
    if (evidence.some(({ source }) => !dataset.nodes.has(source)) || evidence.length === 0) {
      found.push(`${text}: no evidence`);
    }
    if (type === 'HAS_MEASURE') measured.push(to);
  }
  if (new Set(measured).size < measured.length) found.push('a measure has two policies');
  for (const type of ['WITHIN', 'SUBCLASS_OF', 'SUPERSEDES']) {
    const facts = [...dataset.relationships.values()].filter((fact) => fact.type === type);
    const above = (id: string, depth: number): boolean =>
      depth > facts.length || facts.some((fact) => fact.from === id && above(fact.to, depth + 1));
    if (facts.some(({ from }) => above(from, 0))) found.push(`${type} goes in a circle`);
  }
  return found;
}

describe('random datasets', () => {
  test('they and the worked examples can be loaded', () => {
    for (const { dataset } of supportExamples) expect(faults(dataset)).toEqual([]);
    fc.assert(
      fc.property(randomDataset(), (dataset) => {
        expect(faults(dataset)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('most questions have answers, and every reason and every step occurs often', () => {
    const shares = new Map<string, number>();
    const [runs, questions] = [300, 2];
    const count = fc.property(randomCase(questions), ({ dataset, queries }) => {
      for (const query of queries) {
        for (const what of kinds(query, supportOracle(dataset, query))) {
          shares.set(what, (shares.get(what) ?? 0) + 1 / runs / questions);
        }
      }
    });
    fc.assert(count, { numRuns: runs, seed: 7 });
    const rare = EXPECTED.filter(([what, least]) => (shares.get(what) ?? 0) < least);
    if (process.env.DISTRIBUTION) process.stdout.write(`${render(shares)}\n`);
    expect(rare).toEqual([]);
  });
});

/** What must occur, and in what share of the questions at least. */
const EXPECTED: readonly (readonly [what: string, least: number])[] = [
  ['answered', 0.6],
  ['several answers', 0.3],
  ...['WHOLE', 'PART', 'STATED', 'ESTIMATED'].map((what) => [what, 0.2] as const),
  ...['PLANNED', 'AIMED_FOR'].map((what) => [what, 0.04] as const),
  // Reasons of arguments occur only where the argument is given.
  ...REASONS.map((reason) => [reason, reason.startsWith('OTHER_') ? 0.07 : 0.1] as const),
  ...['SUPPORTS', 'FOCUSES_ON', 'LOCATED_IN', 'WITHIN', 'APPLIES_IN'].map((kind) => [kind, 0.4] as const),
  ...['SUBCLASS_OF', 'HAS_MEASURE'].map((kind) => [kind, 0.1] as const),
  ['3 steps', 0.08],
  ['7 steps', 0.04],
];

/** What an answer has of all that can occur. */
function kinds(query: SupportQuery, answer: SupportAnswer): ReadonlySet<string> {
  const { rows, whyNot } = answer;
  return new Set([
    ...Object.keys(query).filter((name) => !['day', 'orderBy', 'includePlanned'].includes(name)),
    ...(rows.length > 0 ? ['answered'] : []),
    ...(rows.length > 1 ? ['several answers'] : []),
    ...whyNot.map(({ reason }) => reason),
    ...rows.flatMap((row) => [
      row.scope,
      row.modality,
      `${row.because.length} steps`,
      ...row.because.map((step) => step.relationship),
    ]),
  ]);
}

function render(shares: ReadonlyMap<string, number>): string {
  return [...shares]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, share]) => `${(share * 100).toFixed(1)} % ${what}`)
    .join('\n');
}
