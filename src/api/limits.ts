/** The limits of an operation, checked before any statement reaches Neo4j. */

import type { GraphQLError } from 'graphql';
import { DEEPEST_WHERE } from '../compile/where-condition.ts';
import { badUserInput, clientError } from '../diagnostics/client-error.ts';
import type { OperationSize } from './measure-operation.ts';

/** What an operation may be at most. */
export const LIMITS = {
  /** Fields that lead to another entity, one inside the other, below the root. */
  depth: 8,
  introspectionDepth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 8,
  tokens: 2_000,
  /** Sum over connections of the product of `first` along the path. */
  nodes: 20_000,
  /** `first` of one connection. */
  first: 200,
  /** `ids` of one look-up, `names` of one `resolve`. */
  ids: 200,
  /** Places of one `compare`: this many at most, and at least two. */
  places: 8,
  /** Operators, `isIn`, `touches`, `covers`, `some`, `none` and sort keys of all `where` and `orderBy` together. */
  conditions: 100,
  /** Relationships in those: each is a subquery to plan. */
  walks: 20,
  /** `some`, `none`, `and`, `or` and `not` inside each other. */
  where: DEEPEST_WHERE,
  /** Values of one `in`. */
  values: 200,
  /** Steps of a path. */
  hops: 6,
  /** Objects and lists inside each other in one variable: past this, coercing it could overflow the stack. */
  variableDepth: 50,
  /** Bytes of a request's body. */
  body: 100_000,
} as const;

const WORDS: Readonly<Record<keyof typeof LIMITS, string>> = {
  depth: 'relationships inside each other',
  introspectionDepth: 'levels of introspection',
  aliases: 'aliases',
  rootFields: 'root fields',
  directives: 'directives',
  tokens: 'tokens',
  nodes: 'nodes at most in the answer; ask for a smaller "first"',
  first: 'in "first" or "columnsFirst"',
  ids: 'in "ids" or "names"',
  places: 'in "places"',
  conditions: 'conditions and sort keys',
  walks: 'relationships in its conditions and sort keys',
  where: 'levels inside each other in "where"',
  values: 'values in one "in"',
  hops: 'steps in "maxHops"',
  variableDepth: 'or more levels in its variables',
  body: 'bytes of body',
};

/** The refusal of an operation that is over a limit: which, and by how much. */
export function tooComplex(limit: keyof typeof LIMITS, found: number): GraphQLError {
  const allowed = LIMITS[limit];
  return clientError(
    'QUERY_TOO_COMPLEX',
    `The operation has ${found} ${WORDS[limit]}; ${allowed} are allowed, that is ${found - allowed} too many.`,
    { limit, allowed, found },
  );
}

/** The first limit that a measured operation is over, or a page size that cannot be. */
export function refusalOf(size: OperationSize): GraphQLError | undefined {
  if (size.smallestFirst < 1) {
    return badUserInput('first', `it may be 1 to ${LIMITS.first}, not ${size.smallestFirst}.`);
  }
  if (size.fewestHops < 1) {
    return badUserInput('maxHops', `it may be 1 to ${LIMITS.hops}, not ${size.fewestHops}.`);
  }
  if (size.fewestPlaces < 2) {
    return badUserInput('places', `it may name 2 to ${LIMITS.places} places, not ${size.fewestPlaces}.`);
  }
  const measured: readonly (readonly [keyof typeof LIMITS, number])[] = [
    ['rootFields', size.rootFields],
    ['aliases', size.aliases],
    ['directives', size.directives],
    ['depth', size.depth],
    ['introspectionDepth', size.introspectionDepth],
    ['first', size.largestFirst],
    ['ids', size.ids],
    ['places', size.mostPlaces],
    ['conditions', size.conditions],
    ['where', size.where],
    ['walks', size.walks],
    ['values', size.values],
    ['hops', size.mostHops],
    ['nodes', size.nodes],
  ];
  const over = measured.find(([limit, found]) => found > LIMITS[limit]);
  return over && tooComplex(...over);
}
