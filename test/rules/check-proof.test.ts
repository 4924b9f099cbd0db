/** The checker of proofs refuses invalid proofs: otherwise it could not check the rules (§6.10). */

import { describe, expect, test } from 'vitest';
import { pageOfAnswers } from '../../src/rules/page-of-answers.ts';
import { proofOf } from '../../src/rules/proof.ts';
import { finish } from '../../src/rules/steps.ts';
import { checkProof } from '../../src/verify/check-proof.ts';
import { supportExamples } from '../support/support-examples.ts';
import { askedOf, keysOf, viewsOf } from './answer-by-rules.ts';

/** Proofs of all worked examples, each with what it is a proof of. */
const PROOFS = supportExamples.flatMap(({ dataset, query }) => {
  const views = viewsOf(dataset);
  const { ground } = views;
  const asked = askedOf(ground, query);
  return finish(pageOfAnswers(views, asked, query.orderBy, 50)).flatMap((answer) => {
    const proof = proofOf(views, asked, answer);
    const id = (number: number) => ground.ids[number] ?? '';
    const ids = { policy: id(answer.policy), cluster: id(answer.cluster), place: id(answer.place) };
    return proof
      ? [
          {
            dataset,
            query,
            ids,
            scope: proof.whole ? ('WHOLE' as const) : ('PART' as const),
            keys: keysOf(ground, proof),
          },
        ]
      : [];
  });
});

type Given = (typeof PROOFS)[number];
const check = ({ dataset, query, ids, scope, keys }: Given) => checkProof(dataset, query, ids, scope, keys);

/** Changes that make a proof invalid. */
const FORGERIES: Readonly<Record<string, (proof: Given) => Given>> = {
  'the other scope': (proof) => ({ ...proof, scope: proof.scope === 'WHOLE' ? 'PART' : 'WHOLE' }),
  'no first step': (proof) => ({ ...proof, keys: proof.keys.slice(1) }),
  'no last step': (proof) => ({ ...proof, keys: proof.keys.slice(0, -1) }),
  'a step twice': (proof) => ({ ...proof, keys: [...proof.keys, proof.keys.at(-1) ?? ''] }),
  'a fact that is not there': (proof) => ({ ...proof, keys: ['none', ...proof.keys] }),
  'steps in another order': (proof) => ({ ...proof, keys: [...proof.keys].reverse() }),
  'another cluster': (proof) => ({ ...proof, ids: { ...proof.ids, cluster: 'cluster:other' } }),
  'another place': (proof) => ({ ...proof, ids: { ...proof.ids, place: 'zone:other' } }),
  'another policy': (proof) => ({ ...proof, ids: { ...proof.ids, policy: 'policy:other' } }),
};

describe('the checker', () => {
  test('accepts every proof of the worked examples', () => {
    expect(PROOFS.length).toBeGreaterThan(50);
    expect(PROOFS.flatMap(check)).toEqual([]);
  });

  test.each(Object.entries(FORGERIES))('refuses each of them with %s', (_, forge) => {
    expect(PROOFS.filter((proof) => check(forge(proof)).length === 0)).toEqual([]);
  });
});
