/** Why `support` has no more answers: how many candidates each dropped test would let in (§6.11, §6.12). */

import { array, type CompileContext, type Compiled, record } from '../../compile/compiled.ts';
import { answersOf, FACTS, inForce, type SupportArguments } from './support-cypher.ts';
import { droppedTests, type SupportTests } from './support-tests.ts';

/** Stands for "no test dropped" among the reasons. */
const ANSWER = 'ANSWER';

/** The reasons, compiled; they know the total beside. */
export interface WhyNot extends Compiled {
  /** How many answers there are, from the same value. */
  readonly readTotal: (raw: unknown) => number;
}

/**
 * Candidates are (policy, cluster, place) with the policy ADOPTED and the cluster located there on any day, however
 * firmly. A reason counts those that are no answers and become one when its test alone is dropped; one that belongs to
 * an argument is left out where the argument is. SEVERAL counts the rest, and is given only where `policy` or `cluster`
 * limits them. The tests are dropped in turn inside one
 * subquery, which gives for each set of reasons how many candidates have it.
 */
export function compileWhyNot(context: CompileContext, tests: SupportTests, args: SupportArguments): WhyNot {
  const dropped = droppedTests(tests, args);
  const variants = context.parameters.add([{ ...tests, reason: ANSWER }, ...dropped]);
  const limited = args.policy !== undefined || args.cluster !== undefined;
  const sets = context.variable('c');
  const candidates = context.variable('c');
  return {
    calls: reasonSets(args, variants, sets) + (limited ? candidateCount(args, candidates) : ''),
    text: `{sets: ${sets}, candidates: ${limited ? candidates : 'null'}}`,
    read: (raw) => {
      const names = [...dropped.map(({ reason }) => reason), 'SEVERAL'];
      const counts = countReasons(raw);
      return names
        .map((reason) => ({ reason, count: counts.get(reason) ?? 0 }))
        .filter(({ count }) => count !== 0);
    },
    readTotal: (raw) =>
      readSets(raw).reduce((sum, { reasons, count }) => sum + (reasons.includes(ANSWER) ? count : 0), 0),
  };
}

/** Binds a list of { reasons, count }: each candidate that some variant lets in is counted once. */
function reasonSets(args: SupportArguments, variants: string, name: string): string {
  const rules = { args, tests: 'v' };
  return `CALL () { ${adopted(args)}
CALL (p) { UNWIND ${variants} AS v WITH p, v WHERE ${inForce(rules, 'p')}
CALL (p, v) { ${answersOf(rules, true)} }
WITH v, c, y ORDER BY v.reason
RETURN c, y, collect(v.reason) AS reasons }
WITH reasons, count(*) AS count
RETURN collect({reasons: reasons, count: count}) AS ${name} }
`;
}

/** Binds the number of all candidates. */
function candidateCount(args: SupportArguments, name: string): string {
  const only = args.cluster === undefined ? '' : ` WHERE c.id = ${args.cluster}`;
  return `CALL () { ${adopted(args)} WITH count(p) AS policies
CALL () { MATCH (c:Cluster)-[:${FACTS.located}]->(y)${only} WITH DISTINCT c, y RETURN count(*) AS located }
RETURN policies * located AS ${name} }
`;
}

function adopted(args: SupportArguments): string {
  const only = args.policy === undefined ? '' : ` AND p.id = ${args.policy}`;
  return `MATCH (p:Policy) WHERE p.stage = 'ADOPTED'${only}`;
}

/** Counts by reason; SEVERAL is what no dropped test alone lets in. */
function countReasons(raw: unknown): ReadonlyMap<unknown, number> {
  const counts = new Map<unknown, number>();
  let letIn = 0;
  for (const { reasons, count } of readSets(raw)) {
    letIn += count;
    if (reasons.includes(ANSWER)) continue;
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  const { candidates } = record(raw);
  if (typeof candidates === 'number') counts.set('SEVERAL', candidates - letIn);
  return counts;
}

function readSets(raw: unknown): readonly { readonly reasons: readonly unknown[]; readonly count: number }[] {
  return array(record(raw).sets).map((each) => {
    const { reasons, count } = record(each);
    return { reasons: array(reasons), count: Number(count) };
  });
}
