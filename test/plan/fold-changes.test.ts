/** The laws of going back: over many revisions, and over one alone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { DERIVED_PROPERTIES, deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { ownerId } from '../../src/model/stored/owned-id.ts';
import type { Change } from '../../src/plan/changes/changes.ts';
import { applyChanges, diff } from '../../src/plan/changes/diff.ts';
import { foldChanges, netChanges } from '../../src/plan/changes/fold-changes.ts';
import { inverseParts, parseParts } from '../../src/plan/changes/invert-changes.ts';
import { findLater } from '../../src/plan/undo/find-later.ts';
import { model } from '../graph-fixture.ts';
import { randomDataset } from '../oracle/random-dataset.ts';

const raw = randomDataset();
const sequences = fc.array(
  raw.map((dataset) => deriveFacts(model, dataset)),
  { minLength: 1, maxLength: 5 },
);

/** What each step from one dataset to the next keeps to be undone by, read as it is read from the graph. */
function inversesOf(datasets: readonly Dataset[]): readonly (readonly Change[])[] {
  return datasets.slice(1).map((after, index) => {
    const before = datasets[index];
    return before ? parseParts([...inverseParts(diff(after, before))]) : [];
  });
}

/** The way back from the last dataset to the one at a position. */
function wayBack(datasets: readonly Dataset[], to: number) {
  return foldChanges([...inversesOf(datasets).slice(to)].reverse().flat());
}

function digestWith(info: Dataset, made: Pick<Dataset, 'nodes' | 'relationships'>): string {
  return datasetDigest({ ...info, ...made });
}

describe('the net of revisions', () => {
  test('back from the last gives each earlier dataset, whatever lay between', () => {
    fc.assert(
      fc.property(sequences, fc.nat(), (datasets, place) => {
        const to = place % datasets.length;
        const [first, last] = [datasets[to], datasets.at(-1)];
        if (!first || !last) return;
        const back = netChanges(wayBack(datasets, to));
        expect(digestWith(first, applyChanges(back, last))).toBe(datasetDigest(first));
        expect(back).toEqual(diff(first, last));
      }),
    );
  });

  test('forward from each earlier dataset gives the last, and from one to itself changes nothing', () => {
    fc.assert(
      fc.property(sequences, fc.nat(), (datasets, place) => {
        const from = place % datasets.length;
        const [first, last] = [datasets[from], datasets.at(-1)];
        if (!first || !last) return;
        const { before, after } = wayBack(datasets, from);
        const forward = diff(before, after);
        expect(digestWith(last, applyChanges(forward, first))).toBe(datasetDigest(last));
        expect(netChanges(wayBack(datasets, datasets.length - 1))).toEqual([]);
      }),
    );
  });
});

/** A dataset whose chosen records are as in another, facts that would lead nowhere left out. */
function mixed(one: Dataset, other: Dataset, chosen: (record: string) => boolean): Dataset {
  const pick = <T>(from: Dataset, values: ReadonlyMap<string, T>, owner: (value: T) => string) =>
    [...values].filter(([, value]) => chosen(ownerId(owner(value))) === (from === other));
  const nodes = new Map([one, other].flatMap((each) => pick(each, each.nodes, (node) => node.id)));
  const relationships = new Map(
    [one, other]
      .flatMap((each) => pick(each, each.relationships, (fact) => fact.from))
      .filter(([, { from, to }]) => nodes.has(from) && nodes.has(to)),
  );
  return { info: one.info, nodes, relationships };
}

/** The dataset without what follows from it. */
function withoutDerived(dataset: Pick<Dataset, 'nodes' | 'relationships'>): typeof dataset {
  const nodes = [...dataset.nodes].map(([id, node]) => {
    const own = Object.entries(node.properties).filter(([name]) => !DERIVED_PROPERTIES.includes(name));
    return [id, { ...node, properties: Object.fromEntries(own) }] as const;
  });
  const facts = [...dataset.relationships].filter(([, { type }]) => type !== 'CITES');
  return { nodes: new Map(nodes), relationships: new Map(facts) };
}

describe('undoing one revision alone', () => {
  test('restores exactly what it changed, leaves no fact without its ends, and what follows still follows', () => {
    let undone = 0;
    fc.assert(
      fc.property(raw, raw, fc.nat(9), fc.nat(9), (a, b, one, two) => {
        // A record or two of ten change in the revision, and others after it.
        const records = [...new Set([...a.nodes.keys(), ...b.nodes.keys()].map(ownerId))].sort();
        const inside = (share: number) => (id: string) => records.indexOf(id) % 10 === share;
        const later = (id: string) => inside(one)(id) || inside(two)(id);
        const [first, second, third] = [a, mixed(a, b, inside(one)), mixed(a, b, later)].map((each) =>
          deriveFacts(model, each),
        );
        if (!first || !second || !third) return;
        const [undo = []] = inversesOf([first, second]);
        const since = diff(third, second);
        if (since.length === 0 || undo.length === 0) return;
        if (findLater(model, undo, since).size > 0) return;
        undone += 1;
        const result = applyChanges(undo, third);
        const touched = foldChanges(undo).after;
        for (const change of undo) {
          if ('node' in change) {
            expect(result.nodes.get(change.node.id)).toEqual(first.nodes.get(change.node.id));
          } else {
            const { key } = change.relationship;
            expect(result.relationships.get(key)).toEqual(first.relationships.get(key));
          }
        }
        for (const [id, node] of third.nodes) {
          if (!undo.some((change) => 'node' in change && change.node.id === id)) {
            expect(result.nodes.get(id)).toBe(node);
          }
        }
        expect(touched.nodes.size).toBeLessThanOrEqual(undo.length);
        for (const { from, to } of result.relationships.values()) {
          expect([from, to].filter((id) => !result.nodes.has(id))).toEqual([]);
        }
        const again = deriveFacts(model, { ...first, ...withoutDerived(result) });
        expect(diff(again, result)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(undone).toBeGreaterThan(20);
  });
});
