/** Checks a proof of `support` step by step against §6, from the dataset alone, without using the rules. */

import type { Dataset, DatasetRelationship as Fact } from '../../src/model/dataset.ts';
import { firstDay, lastDay } from '../../src/model/day.ts';

interface Ids {
  readonly policy: string;
  readonly cluster: string;
  readonly place: string;
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
  { policy, cluster, place }: Ids,
  scope: 'WHOLE' | 'PART',
  keys: readonly string[],
): readonly string[] {
  const { dropping } = asked;
  const instrument = dropping === 'OTHER_INSTRUMENT' ? undefined : asked.instrument;
  const wrong: string[] = [];
  const must = (clause: string, holds: boolean) => {
    if (!holds) wrong.push(`§${clause} does not hold`);
  };
  const facts = keys.flatMap((key) => relationships.get(key) ?? []);
  must('6.10 facts of the dataset', facts.length === keys.length);
  for (const fact of facts) must(`6.1 ${fact.from} ${fact.type} ${fact.to}`, holds(fact, asked));
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
  must('6.5 measure', (instrument !== undefined) === (measured !== undefined));
  if (measured) {
    must('6.5 of the policy', measured.from === policy);
    must('6.5 instrument', nodes.get(measure)?.properties.instrument === instrument);
  }
  const supports = take('SUPPORTS_INDUSTRY', 'SUPPORTS_CLUSTER', 'MEASURE_SUPPORTS');
  let industryWhole = true;
  if (dropping === 'OTHER_INDUSTRY') must('6.13 no step of 6.2', !supports);
  else must('6.2 starts', supports?.from === (supports?.type === 'MEASURE_SUPPORTS' ? measure : policy));
  if (supports?.type === 'SUPPORTS_CLUSTER') must('6.2 cluster', supports.to === cluster);
  else if (supports) {
    const chain = takeAll('SUBCLASS_OF');
    const focus = take('FOCUSES_ON');
    const [i, j] = [focus?.to ?? '', supports.to];
    must('6.2 focus', focus?.from === cluster);
    const byDefinition = chain.length === 0 && (i === 'industry:all' || j === 'industry:all');
    const up = leads(chain, i, j) || (byDefinition && j === 'industry:all');
    must('6.2 chain', up || leads(chain, j, i) || byDefinition);
    industryWhole = up;
  }
  const located = take('CLUSTER_LOCATED_IN');
  must('6 located', located?.from === cluster && located.to === place);
  const within = takeAll('WITHIN');
  const applies = take('POLICY_APPLIES_IN', 'MEASURE_APPLIES_IN');
  const byReach = dropping !== 'OTHER_PLACE';
  const start = !byReach ? undefined : applies?.type === 'MEASURE_APPLIES_IN' ? measure : policy;
  must('6.3 starts', applies?.from === start);
  const area = byReach ? (applies?.to ?? '') : place;
  must('6.3 chain', leads(within, place, area) || leads(within, area, place));
  must(
    '3.4 part',
    within.slice(1).every(({ properties }) => properties.extent === 'WHOLE'),
  );
  const placeWhole = leads(within, place, area) && within[0]?.properties.extent !== 'PART';
  must('6.10 order', rest.length === 0);
  must('6.9 scope', scope === (industryWhole && placeWhole ? 'WHOLE' : 'PART'));
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
