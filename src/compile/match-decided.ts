/** Nodes and facts that a decision names: matched in the graph or, of an earlier revision, taken as they were (§16.4). */

import type { Parameters } from '../cypher/statement.ts';
import { NODE } from '../model/model.ts';
import type { CompileContext, CompileOneThen, Earlier, FactToFind } from './compiled.ts';

/** An answer of an earlier revision, of which nothing is known yet; its statement takes what will be known as parameters. */
export function earlierOf(revision: number, parameters: Parameters, compileOne: CompileOneThen): Earlier {
  const hold = () => {
    const held: Record<string, unknown> = {};
    return { held, text: parameters.add(held) };
  };
  return {
    revision,
    compileOne,
    nodes: hold(),
    facts: hold(),
    wanted: { nodes: [], facts: [] },
  };
}

/** The same in a further statement: what was brought along for the first one. */
export function heldIn({ nodes, facts, ...rest }: Earlier, parameters: Parameters): Earlier {
  return {
    ...rest,
    nodes: { held: nodes.held, text: parameters.add(nodes.held) },
    facts: { held: facts.held, text: parameters.add(facts.held) },
    wanted: { nodes: [], facts: [] },
  };
}

/**
 * Binds a variable to a node by its id.
 * @param id a Cypher expression over variables that are bound
 * @param ids the ids that it may have; read just before the statement is sent
 * @example
 * MATCH (n0:Node {id: row.policy})
 */
export function matchNode(
  { earlier }: CompileContext,
  variable: string,
  id: string,
  ids: () => Iterable<string>,
): string {
  if (!earlier) return `MATCH (${variable}:${NODE} {id: ${id}})`;
  earlier.wanted.nodes.push(ids);
  return `WITH *, ${earlier.nodes.text}[${id}] AS ${variable} WHERE ${variable} IS NOT NULL`;
}

/** Binds a variable to a node by its id, or to null where there is none. */
export function matchOptionalNode(
  { earlier }: CompileContext,
  variable: string,
  id: string,
  ids: () => Iterable<string>,
): string {
  if (!earlier) return `OPTIONAL MATCH (${variable}:${NODE} {id: ${id}})`;
  earlier.wanted.nodes.push(ids);
  return `WITH *, ${earlier.nodes.text}[${id}] AS ${variable}`;
}

/** Brings along nodes that the statement will match by other nodes: sources that evidence names. */
export function bringNodes({ earlier }: CompileContext, ids: () => Iterable<string>): void {
  earlier?.wanted.nodes.push(ids);
}

/**
 * Binds a variable to a fact, and other variables to its ends where they are given.
 * @param fact a Cypher expression of a {@link FactToFind}
 * @param facts those that it may be; read just before the statement is sent
 */
export function matchFact(
  { earlier }: CompileContext,
  { r, from = '', to = '' }: { readonly r: string; readonly from?: string; readonly to?: string },
  fact: string,
  facts: () => Iterable<FactToFind>,
): string {
  if (!earlier) {
    return `MATCH (${from}:${NODE} {id: ${fact}.from})-[${r}]->(${to}:${NODE} {id: ${fact}.to})
WHERE coalesce(${r}.key, '') = ${fact}.key AND type(${r}) IN ${fact}.types`;
  }
  earlier.wanted.facts.push(facts);
  if (from !== '' || to !== '') {
    earlier.wanted.nodes.push(() => [...facts()].flatMap((each) => [each.from, each.to]));
  }
  const ends = [
    ...(from === '' ? [] : [`${earlier.nodes.text}[${fact}.from] AS ${from}`]),
    ...(to === '' ? [] : [`${earlier.nodes.text}[${fact}.to] AS ${to}`]),
  ];
  return `WITH *, ${[`${earlier.facts.text}[${fact}.key] AS ${r}`, ...ends].join(', ')} WHERE ${r} IS NOT NULL`;
}
