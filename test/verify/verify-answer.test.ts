/** What `kg verify` accepts and refuses: an answer of the API as it was sent, and forgeries of it (§16.5). */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { readAnswer } from '../../src/verify/read-answer.ts';
import { verifyProof } from '../../src/verify/verify-answer.ts';
import { model } from '../graph-fixture.ts';

/** The answer that the API gives over the seeds of the operations, on this day. */
const ANSWER = readFileSync('test/operations/cases/support.json', 'utf8');
const DAY = 20241001;
const { dataset: seeds } = readSeeds(model, ['test/operations/seeds']);
if (!seeds) throw new Error('the seeds of the operations do not load');
const dataset = deriveFacts(model, seeds);

function wrongIn(text: string, day = DAY): readonly string[] {
  return readAnswer(JSON.parse(text)).proofs.flatMap((proof) => verifyProof(model, dataset, proof, day));
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is as its operation asked for it
type Node = any;

/** The answer with its first node forged. */
function forged(forge: (node: Node) => void): string {
  const answer = JSON.parse(ANSWER);
  forge(answer.support.edges[0].node);
  return JSON.stringify(answer);
}

test('an answer of the API holds against the seeds it is of', () => {
  const { proofs, unchecked } = readAnswer(JSON.parse(ANSWER));
  expect(proofs.length).toBeGreaterThan(1);
  expect(unchecked).toEqual([]);
  expect(wrongIn(ANSWER)).toEqual([]);
});

test('and not on a day before its policies began', () => {
  expect(wrongIn(ANSWER, 19900101).join('\n')).toContain('is not in force on the day (§5.1)');
});

describe('a forged answer is refused', () => {
  const FORGERIES: readonly (readonly [title: string, forge: (node: Node) => void, message: RegExp])[] = [
    [
      'with another policy',
      (node) => {
        node.policy.id = 'policy:none';
      },
      /not in force|supports/,
    ],
    [
      'with another cluster',
      (node) => {
        node.cluster.id = 'cluster:none';
      },
      /§6\.2|§6\.10/,
    ],
    [
      'with another place',
      (node) => {
        node.place.id = 'region:none';
      },
      /§6\.10/,
    ],
    [
      'with a wider or narrower scope',
      (node) => {
        node.scope = node.scope === 'WHOLE' ? 'PART' : 'WHOLE';
      },
      /§6\.9/,
    ],
    [
      'with a scope there is none of',
      (node) => {
        node.scope = 'ALL';
      },
      /WHOLE or PART/,
    ],
    [
      'with a firmer or weaker modality',
      (node) => {
        node.modality = 'AIMED_FOR';
      },
      /§6\.8/,
    ],
    [
      'without its first step',
      (node) => {
        node.because.shift();
      },
      /§6\.2/,
    ],
    [
      'without its last step',
      (node) => {
        node.because.pop();
      },
      /§6\.3/,
    ],
    [
      'with a step that is no fact',
      (node) => {
        node.because[0].to.id = 'industry:none';
      },
      /step 1: no fact says/,
    ],
    [
      'with a step turned round',
      (node) => {
        const [step] = node.because;
        [step.from, step.to] = [step.to, step.from];
      },
      /step 1: no fact/,
    ],
    [
      'with steps in another order',
      (node) => {
        node.because.reverse();
      },
      /§6/,
    ],
    [
      'with a step of another modality',
      (node) => {
        node.because[0].modality = 'PLANNED';
      },
      /no fact says .* \(PLANNED\)/,
    ],
    [
      'with words of its own',
      (node) => {
        node.because[0].sentence = '甲支持乙';
      },
      /step 1: the fact does not say “甲支持乙”/,
    ],
    [
      'with another locator',
      (node) => {
        node.because[0].evidence[0].locator = 'p999';
      },
      /step 1: the fact is not stated at .* p999/,
    ],
    [
      'with another source',
      (node) => {
        node.because[0].evidence[0].source.name = '别的来源';
      },
      /the fact is not stated at 别的来源/,
    ],
  ];

  test.each(FORGERIES)('%s', (_, forge, message) => {
    expect(wrongIn(forged(forge)).join('\n')).toMatch(message);
  });
});

describe('the proofs of an answer', () => {
  const CASES = 'test/operations/cases';
  /** Answers of the API on the day that their operation asks for. */
  const ANSWERS = [
    'support',
    'paths',
    'policies-of-places',
    'policies-of-industries',
    'policies-of-clusters',
  ];
  const proofsOf = (name: string) => {
    const asked = readFileSync(`${CASES}/${name}.graphql`, 'utf8');
    const day = Number((/validOn: "([^"]+)"/.exec(asked)?.[1] ?? '').replaceAll('-', ''));
    return { day, ...readAnswer(JSON.parse(readFileSync(`${CASES}/${name}.json`, 'utf8'))) };
  };

  test.each(ANSWERS)('of %s hold, and none is left unchecked', (name) => {
    const { day, proofs, unchecked } = proofsOf(name);
    expect([proofs.length > 0, unchecked]).toEqual([true, []]);
    for (const proof of proofs) expect(verifyProof(model, dataset, proof, day), proof.position).toEqual([]);
  });

  test.each(ANSWERS)('of %s are refused where a step leads elsewhere, and the step is named', (name) => {
    const { day, proofs } = proofsOf(name);
    for (const proof of proofs) {
      const [first, ...rest] = proof.steps;
      const steps = [{ ...first, to: 'region:nowhere' } as (typeof proof.steps)[number], ...rest];
      const [wrong] = verifyProof(model, dataset, { ...proof, steps }, day);
      expect(wrong).toMatch(/^step 1: no fact says .* region:nowhere/);
    }
  });

  test.each(ANSWERS.filter((name) => name.startsWith('policies-')))(
    'of %s are those of that place, industry or cluster, and of that scope',
    (name) => {
      const { day, proofs } = proofsOf(name);
      for (const proof of proofs) {
        if (proof.kind !== 'policies') throw new Error('not a proof of a derived policy');
        const scope = proof.scope === 'WHOLE' ? 'PART' : 'WHOLE';
        expect(verifyProof(model, dataset, { ...proof, scope }, day).join()).toContain('§6.9');
        const others = { Industry: 'industry:none', Cluster: 'cluster:none' } as const;
        const type = dataset.nodes.get(proof.owner)?.type;
        const owner = others[type as keyof typeof others] ?? 'region:none';
        expect(verifyProof(model, dataset, { ...proof, owner }, day)).not.toEqual([]);
      }
    },
  );

  test('of supportDiff are checked as those of support are, at the revision of each side', () => {
    const [answer] = JSON.parse(ANSWER).support.edges;
    const diff = { supportDiff: { nodes: [{ change: 'ADDED', before: null, after: answer.node }] } };
    expect(readAnswer(diff).proofs.map(({ position }) => position)).toEqual(['supportDiff.nodes[0].after']);
    expect(wrongIn(JSON.stringify(diff))).toEqual([]);
  });
});

describe('paths', () => {
  const step = (from: string, relationship: string, to: string) => ({
    from: { id: from },
    relationship,
    to: { id: to },
  });
  const facts = [...dataset.relationships.values()].filter(({ type }) => type === 'WITHIN');
  const [first] = facts;
  const next = facts.find(({ from, to }) => from === first?.to || (to === first?.to && from !== first.from));
  const { from = '', to = '' } = first ?? {};

  test('hold where each step goes on from the one before, whichever way its fact points', () => {
    const steps = [step(from, 'WITHIN', to), step(next?.from ?? '', 'WITHIN', next?.to ?? '')];
    expect(wrongIn(JSON.stringify({ paths: [{ steps }] }))).toEqual([]);
    const back = JSON.stringify({ paths: [{ steps: [steps[0], steps[0]] }] });
    expect(wrongIn(back)).toEqual(['the path passes something twice (§12.1)']);
  });

  test('are refused where a step is no fact', () => {
    const text = JSON.stringify({ paths: [{ steps: [step(to, 'WITHIN', from)] }] });
    expect(wrongIn(text)).toEqual([`step 1: no fact says ${to} WITHIN ${from}`]);
  });
});

describe('what cannot be checked says what to ask for', () => {
  test('where ids or values were not selected', () => {
    const answer = { data: { mine: { nodes: [{ policy: { name: '甲' }, because: [{ sentence: '甲' }] }] } } };
    expect(readAnswer(answer)).toEqual({
      proofs: [],
      unchecked: [
        {
          position: 'data.mine.nodes[0]',
          missing: [
            ...['policy { id }', 'cluster { id }', 'place { id }', 'scope', 'modality'],
            ...['of each step from { id }', 'of each step to { id }', 'of each step relationship'],
          ],
        },
      ],
    });
  });

  test.each([[null], [[]], ['text'], [{ data: null, errors: [{ message: 'no' }] }]])(
    'and %j has nothing to check',
    (value) => {
      expect(readAnswer(value)).toEqual({ proofs: [], unchecked: [] });
    },
  );
});
