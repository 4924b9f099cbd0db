/** Finds the proofs in an answer of the API, whatever its aliases at the root, and says what is missing to check one. */

type Json = Readonly<Record<string, unknown>>;

/** A step as an answer gives it; what was not selected is undefined. */
export interface GivenStep {
  readonly from: string;
  readonly relationship: string;
  readonly to: string;
  readonly modality: string | undefined;
  readonly extent: string | undefined;
  readonly sentence: string | undefined;
  readonly evidence: readonly GivenEvidence[];
}

/** Evidence as an answer gives it. */
export interface GivenEvidence {
  readonly locator: string | undefined;
  readonly source: Json;
}

/** Something to check, with its position in the answer: data.support.nodes[0]. */
export type GivenProof = { readonly position: string; readonly steps: readonly GivenStep[] } & (
  | { readonly kind: 'path' }
  | {
      readonly kind: 'support';
      readonly policy: string;
      readonly cluster: string;
      readonly place: string;
      readonly scope: string;
      readonly modality: string;
    }
  | {
      readonly kind: 'policies';
      /** The place, industry or cluster that the policy is one of. */
      readonly owner: string;
      readonly policy: string;
      readonly scope: string;
      readonly modality: string;
    }
);

/** Something that has a proof and cannot be checked: where, and what to ask for. */
export interface Unchecked {
  readonly position: string;
  readonly missing: readonly string[];
}

/** What an answer has in it. */
export interface GivenAnswer {
  readonly proofs: readonly GivenProof[];
  readonly unchecked: readonly Unchecked[];
}

/** The proofs of `support`, of `supportDiff` and of derived `policies`, and the paths of `paths` in an answer. */
export function readAnswer(value: unknown): GivenAnswer {
  const proofs: GivenProof[] = [];
  const unchecked: Unchecked[] = [];
  const visit = (each: unknown, position: string, owner: string): void => {
    if (Array.isArray(each)) {
      for (const [at, item] of each.entries()) visit(item, `${position}[${at}]`, owner);
      return;
    }
    if (!isObject(each)) return;
    const steps = Array.isArray(each.because)
      ? each.because
      : Array.isArray(each.steps)
        ? each.steps
        : undefined;
    if (!steps) {
      for (const [key, item] of Object.entries(each))
        visit(
          item,
          position === '' ? key : `${position}.${key}`,
          typeof each.id === 'string' ? each.id : owner,
        );
      return;
    }
    const missing = [
      ...(Array.isArray(each.because) ? missingOfProof(each, owner) : []),
      ...new Set(steps.flatMap((step) => missingOfStep(isObject(step) ? step : {}))),
    ];
    if (missing.length > 0) unchecked.push({ position, missing });
    else proofs.push(proofOf(each, steps.filter(isObject).map(stepOf), position, owner));
  };
  visit(value, '', '');
  return { proofs, unchecked };
}

function proofOf(each: Json, steps: readonly GivenStep[], position: string, owner: string): GivenProof {
  if (!Array.isArray(each.because)) return { kind: 'path', position, steps };
  const said = { position, steps, scope: String(each.scope), modality: String(each.modality) };
  if (isEdge(each)) return { kind: 'policies', ...said, owner, policy: idIn(each.node) };
  const [policy, cluster, place] = [idIn(each.policy), idIn(each.cluster), idIn(each.place)];
  return { kind: 'support', ...said, policy, cluster, place };
}

/** Whether a proof is at the edge to a derived policy: an answer of `support` names a policy, a cluster and a place. */
function isEdge(each: Json): boolean {
  return 'node' in each;
}

function missingOfProof(each: Json, owner: string): readonly string[] {
  const named = isEdge(each) ? ['node'] : ['policy', 'cluster', 'place'];
  const ends = named.filter((name) => idIn(each[name]) === '').map((name) => `${name} { id }`);
  const values = ['scope', 'modality'].filter((name) => typeof each[name] !== 'string');
  return [...(isEdge(each) && owner === '' ? ['id beside policies'] : []), ...ends, ...values];
}

function missingOfStep(step: Json): readonly string[] {
  const ends = ['from', 'to'].filter((name) => idIn(step[name]) === '');
  const kind = typeof step.relationship === 'string' ? [] : ['relationship'];
  return [...ends.map((name) => `${name} { id }`), ...kind].map((name) => `of each step ${name}`);
}

function stepOf(step: Json): GivenStep {
  const text = (name: string) => (typeof step[name] === 'string' ? String(step[name]) : undefined);
  const evidence = Array.isArray(step.evidence) ? step.evidence.filter(isObject) : [];
  return {
    from: idIn(step.from),
    relationship: String(step.relationship),
    to: idIn(step.to),
    modality: text('modality'),
    extent: text('extent'),
    sentence: text('sentence'),
    evidence: evidence.map(({ locator, source }) => ({
      locator: typeof locator === 'string' ? locator : undefined,
      source: isObject(source) ? source : {},
    })),
  };
}

function idIn(value: unknown): string {
  return isObject(value) && typeof value.id === 'string' ? value.id : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
