/** Checks a proof of `support`, or one half of it, step by step against §6, from the dataset alone, sharing nothing with the rules. */

import type { Dataset, DatasetRelationship as Fact } from '../model/dataset.ts';
import { firstDay, lastDay } from '../model/day.ts';

/** What is proved: of a cluster in a place both rules, of an industry alone 6.2, of a place alone 6.3 (§6.15). */
export interface Proved {
  readonly policy: string;
  readonly cluster?: string;
  readonly industry?: string;
  readonly place?: string;
}

interface Asked {
  readonly day: number;
  readonly includePlanned: boolean;
  readonly instrument?: string | undefined;
  /** The reason whose test the proof leaves out (§6.13). */
  readonly dropping?: string | undefined;
}

/** What is wrong with a proof, given by the keys of its facts; nothing where it proves the answer with that scope. */
export function checkProof(
  { nodes, relationships }: Dataset,
  asked: Asked,
  { policy, cluster, industry, place }: Proved,
  scope: 'WHOLE' | 'PART',
  keys: readonly string[],
): readonly string[] {
  const { dropping } = asked;
  const instrument = dropping === 'OTHER_INSTRUMENT' ? undefined : asked.instrument;
  const wrong: string[] = [];
  const must = (clause: string, what: string, holds: boolean) => {
    if (!holds) wrong.push(`it does not hold that ${what} (§${clause})`);
  };
  const facts = keys.flatMap((key) => relationships.get(key) ?? []);
  must('6.10', 'every step is a fact', facts.length === keys.length);
  for (const fact of facts) must('6.1', `${fact.from} ${fact.type} ${fact.to} holds`, holds(fact, asked));
  const rest = [...facts];
  const take = (...types: readonly string[]) =>
    types.includes(rest[0]?.type ?? '') ? rest.shift() : undefined;
  /** Takes steps as long as they are of a type. */
  const takeAll = (type: string) => {
    const taken: Fact[] = [];
    for (let fact = take(type); fact; fact = take(type)) taken.push(fact);
    return taken;
  };
  const measured = take('HAS_MEASURE');
  const measure = measured?.to ?? '';
  must('6.5', 'a measure is named with an instrument', (instrument === undefined) === !measured);
  if (measured) {
    must('6.5', 'the measure is one of the policy', measured.from === policy);
    const own = nodes.get(measure)?.properties.instrument;
    must('6.5', 'the measure is of that instrument', own === instrument);
  }
  const supports = take('SUPPORTS_INDUSTRY', 'SUPPORTS_CLUSTER', 'MEASURE_SUPPORTS');
  let industryWhole = true;
  const byIndustry = cluster !== undefined || industry !== undefined;
  if (!byIndustry || dropping === 'OTHER_INDUSTRY') must('6.13', 'there is no step of 6.2', !supports);
  else
    must(
      '6.2',
      'the policy or its measure supports',
      supports?.from === (supports?.type === 'MEASURE_SUPPORTS' ? measure : policy),
    );
  if (supports?.type === 'SUPPORTS_CLUSTER') must('6.2', 'the cluster is supported', supports.to === cluster);
  else if (supports) {
    const chain = takeAll('SUBCLASS_OF');
    const focus = cluster === undefined ? undefined : take('FOCUSES_ON');
    const [i, j] = [focus?.to ?? industry ?? '', supports.to];
    must('6.2', 'the cluster focuses on the industry', focus?.from === cluster);
    const byDefinition = chain.length === 0 && (i === 'industry:all' || j === 'industry:all');
    const up = leads(chain, i, j) || (byDefinition && j === 'industry:all');
    must('6.2', 'the industries lead to one another', up || leads(chain, j, i) || byDefinition);
    industryWhole = up;
  }
  if (cluster !== undefined) {
    const located = take('CLUSTER_LOCATED_IN');
    must('6.10', 'the cluster is located in the place', located?.from === cluster && located.to === place);
  }
  let placeWhole = true;
  if (place !== undefined) {
    const within = takeAll('WITHIN');
    const applies = take('POLICY_APPLIES_IN', 'MEASURE_APPLIES_IN');
    const byReach = dropping !== 'OTHER_PLACE';
    const start = !byReach ? undefined : applies?.type === 'MEASURE_APPLIES_IN' ? measure : policy;
    must('6.3', 'the policy or its measure applies', applies?.from === start);
    const area = byReach ? (applies?.to ?? '') : place;
    must('6.3', 'the places lead to one another', leads(within, place, area) || leads(within, area, place));
    const isRestWhole = within.slice(1).every(({ properties }) => properties.extent === 'WHOLE');
    must('3.4', 'only the first step is in part', isRestWhole);
    placeWhole = leads(within, place, area) && within[0]?.properties.extent !== 'PART';
  }
  must('6.10', 'there is no further step', rest.length === 0);
  must('6.9', 'the scope is that of the steps', scope === (industryWhole && placeWhole ? 'WHOLE' : 'PART'));
  return wrong;
}

/** Whether steps lead from one id to another, each from where the one before ends. */
function leads(chain: readonly Fact[], from: string, to: string): boolean {
  const end = chain.reduce<string | undefined>((at, step) => (step.from === at ? step.to : undefined), from);
  return end === to;
}

function holds({ type, properties }: Fact, { day, includePlanned, dropping }: Asked): boolean {
  const { validFrom, validTo, modality } = properties;
  const planned = includePlanned || dropping === 'ONLY_PLANNED';
  const firm = modality === 'STATED' || modality === 'ESTIMATED' || planned;
  const begun = typeof validFrom !== 'string' || (firstDay(validFrom) ?? 0) <= day;
  const lasts = typeof validTo !== 'string' || day <= (lastDay(validTo) ?? 0);
  return firm && (type === 'HAS_MEASURE' || dropping === 'NOT_VALID_ON_DATE' || (begun && lasts));
}
