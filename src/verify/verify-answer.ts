/** Holds the proofs of an answer against a dataset: every step is looked up, and the whole is checked clause by clause. */

import type { Dataset, DatasetRelationship } from '../model/dataset.ts';
import type { Language } from '../model/language.ts';
import type { Model } from '../model/model.ts';
import { namingOf, writtenName } from '../model/record-name.ts';
import type { Details } from '../model/recorded-change.ts';
import { factSentence } from '../model/words/fact-sentence.ts';
import { checkProof, type Proved } from './check-proof.ts';
import { isInForce } from './in-force.ts';
import type { GivenEvidence, GivenProof, GivenStep } from './read-answer.ts';

/** The modalities, firmest first (§1.3). */
const MODALITIES = ['STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'];

/** What is wrong with a proof, in sentences; nothing where it holds on the day. */
export function verifyProof(
  model: Model,
  dataset: Dataset,
  proof: GivenProof,
  day: number,
): readonly string[] {
  const wrong: string[] = [];
  const keys = proof.steps.map((step, at) => {
    const fact = factOf(model, dataset, step);
    if (!fact)
      wrong.push(`step ${at + 1}: no fact says ${step.from} ${step.relationship} ${step.to}${bounds(step)}`);
    else wrong.push(...wrongWords(model, dataset, step, fact).map((each) => `step ${at + 1}: ${each}`));
    return fact?.key ?? '';
  });
  if (keys.includes('')) return wrong;
  const facts = keys.flatMap((key) => dataset.relationships.get(key) ?? []);
  if (proof.kind === 'path') return [...wrong, ...wrongOfPath(proof.steps)];
  const { policy, scope, modality } = proof;
  const weakest = Math.max(...facts.map(({ properties }) => MODALITIES.indexOf(String(properties.modality))));
  if (MODALITIES[weakest] !== modality) {
    wrong.push(`the weakest step is ${MODALITIES[weakest]}, and the answer says ${modality} (§6.8)`);
  }
  const node = dataset.nodes.get(policy);
  if (!node || !isInForce(dataset, node, day)) wrong.push(`${policy} is not in force on the day (§5.1)`);
  const [first] = facts;
  const measure = first?.type === 'HAS_MEASURE' ? dataset.nodes.get(first.to) : undefined;
  const instrument = measure && String(measure.properties.instrument);
  const asked = { day, includePlanned: weakest >= MODALITIES.indexOf('PLANNED'), instrument };
  const isScope = scope === 'WHOLE' || scope === 'PART';
  if (!isScope) return [...wrong, `${scope} is not a scope: it is WHOLE or PART (§6.9)`];
  return [...wrong, ...checkProof(dataset, asked, provedBy(dataset, proof, facts), scope, keys)];
}

/** What a proof is of: for a place, an industry or a cluster that has the policy, by what that is. */
function provedBy(
  { nodes }: Dataset,
  proof: Exclude<GivenProof, { readonly kind: 'path' }>,
  facts: readonly DatasetRelationship[],
): Proved {
  const { policy } = proof;
  if (proof.kind === 'support') return { policy, cluster: proof.cluster, place: proof.place };
  const type = nodes.get(proof.owner)?.type;
  if (type === 'Industry') return { policy, industry: proof.owner };
  if (type !== 'Cluster') return { policy, place: proof.owner };
  // Of the places of a cluster, the one that the proof names.
  const located = facts.find((fact) => fact.type === 'CLUSTER_LOCATED_IN');
  return { policy, cluster: proof.owner, place: located?.to ?? '' };
}

/** The fact that a step names; of parallel ones the first that says of itself what the step does. */
function factOf(model: Model, dataset: Dataset, step: GivenStep): DatasetRelationship | undefined {
  const isNamed = ({ type, from, to, properties }: DatasetRelationship) =>
    from === step.from &&
    to === step.to &&
    model.stored.get(type)?.kind === step.relationship &&
    (step.modality === undefined || properties.modality === step.modality) &&
    (step.extent === undefined || properties.extent === step.extent);
  const named = [...dataset.relationships.values()].filter(isNamed);
  return named.find((fact) => wrongWords(model, dataset, step, fact).length === 0) ?? named[0];
}

function bounds({ modality, extent }: GivenStep): string {
  const said = [modality, extent].filter((each) => each !== undefined);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

/** What a step says of its fact that is not so: its sentence, and where it is stated. */
function wrongWords(
  model: Model,
  dataset: Dataset,
  step: GivenStep,
  fact: DatasetRelationship,
): readonly string[] {
  const wrong = step.evidence
    .filter((given) => !isEvidence(dataset, given, fact))
    .map(({ source, locator }) => {
      const named = [source.id ?? source.name, locator].filter((each) => each !== undefined).join(' ');
      return `the fact is not stated at ${named}`;
    });
  const { sentence } = step;
  const isSaid = (['ZH', 'EN'] as const).some((lang) => sentenceOf(model, dataset, fact, lang) === sentence);
  return sentence === undefined || isSaid ? wrong : [...wrong, `the fact does not say “${sentence}”`];
}

function isEvidence({ nodes }: Dataset, given: GivenEvidence, { evidence }: DatasetRelationship): boolean {
  return evidence.some(({ source, locator }) => {
    const properties = { ...nodes.get(source)?.properties, id: source };
    const isSource = Object.entries(given.source).every(
      ([name, value]) => !(name in properties) || properties[name as keyof typeof properties] === value,
    );
    return isSource && (given.locator === undefined || given.locator === locator);
  });
}

function sentenceOf(
  model: Model,
  dataset: Dataset,
  fact: DatasetRelationship,
  lang: Language,
): string | undefined {
  const stored = model.stored.get(fact.type);
  if (!stored) return undefined;
  const said = Object.entries(fact.properties).filter(
    ([name, value]) => typeof value === 'string' && name !== 'validFrom' && name !== 'validTo',
  );
  const write = (end: 'from' | 'to', isInside: boolean) => {
    const node = dataset.nodes.get(fact[end]);
    const style = model.nodeTypes.get(node?.type ?? '')?.nameStyle;
    return writtenName(style, namingOf(style, node?.properties ?? {}) ?? { name: '' }, lang, isInside);
  };
  return factSentence(model, stored, write, Object.fromEntries(said) as Details, lang);
}

/** §12.1: each step goes on from the one before, whichever way it points, and nothing is passed twice. */
function wrongOfPath(steps: readonly GivenStep[]): readonly string[] {
  const [first, second] = steps;
  const starts = first && second && [second.from, second.to].includes(first.from) ? first.to : first?.from;
  const passed = [starts];
  for (const { from, to } of steps) {
    const last = passed.at(-1);
    if (last !== from && last !== to) return ['a step does not go on from the one before (§12.1)'];
    passed.push(last === from ? to : from);
  }
  return new Set(passed).size < passed.length ? ['the path passes something twice (§12.1)'] : [];
}
