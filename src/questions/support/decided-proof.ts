/** A decided proof as a parameter: its scope, its modality, and its facts by ends and key. */

import { type CompileContext, type Compiled, expression } from '../../compile/compiled.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { Ground } from '../../rules/ground.ts';
import { modalityOf, type Proof, type Step } from '../../rules/proof.ts';
import type { DecidedStep } from '../compile-step.ts';

/** The part of a row that describes its proof. */
export interface DecidedProof {
  readonly scope: 'WHOLE' | 'PART';
  readonly modality: string;
  readonly steps: readonly DecidedStep[];
}

/** A proof as a parameter of a statement. */
export function decidedProof(context: CompileContext, ground: Ground, proof: Proof): DecidedProof {
  return {
    scope: proof.whole ? 'WHOLE' : 'PART',
    modality: modalityOf(ground, proof),
    steps: proof.steps.map((step) => decidedStep(context, ground, step)),
  };
}

/** A fact as a parameter of a statement. */
export function decidedStep(
  { model }: CompileContext,
  { ids, facts }: Ground,
  { type, fact }: Step,
): DecidedStep {
  const { from, to, keys } = facts[type];
  const stored = model.stored.get(type);
  invariant(stored, `${type} is a relationship type of the model`);
  return {
    from: ids[from[fact] ?? 0] ?? '',
    to: ids[to[fact] ?? 0] ?? '',
    key: keys[fact] ?? '',
    types: [stored.type, stored.datedType],
  };
}

/** The fields of an answer or an edge that its proof decides alone. */
export function compileVerdict(row: string, name: 'scope' | 'modality'): Compiled {
  return expression(`${row}.${name}`);
}

/** Whether a field asks for something of the proof. */
export function asksProof({ name }: { readonly name: string }): boolean {
  return ['scope', 'modality', 'because', 'browserUrl'].includes(name);
}
