/** All that stands in a graph, to be held against another; and statements of a script, run one by one. */

import type { Graph } from '../../src/graph/graph.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../../src/graph/reading/read-state.ts';

/** Nodes with labels and properties, and relationships with the nodes they join, sorted; locks apart. */
export async function wholeGraph(graph: Graph): Promise<readonly string[]> {
  const rows = await graph.read({
    text: `MATCH (n) RETURN {labels: labels(n), set: properties(n)} AS line
UNION ALL MATCH (a)-[r]->(b) RETURN {type: type(r), set: properties(r), ends: [properties(a), properties(b)]} AS line`,
    parameters: {},
  });
  return rows.map(({ line }) => canonical(line)).sort();
}

/** Which graph it is. */
export async function stateOfGraph(graph: Graph): Promise<GraphState> {
  return stateOf(await graph.read(STATE_STATEMENT));
}

/** Runs a script as cypher-shell does: a statement ends with a semicolon at the end of a line. */
export async function runScript(graph: Graph, script: string): Promise<void> {
  for (const text of script.split(/;\n/)) {
    if (text.trim() !== '') await graph.changeSchema({ text, parameters: {} });
  }
}

/** All texts of a stream. */
export async function textOf(texts: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const text of texts) all += text;
  return all;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (key, each) => {
    if (key === 'lockedAt') return undefined;
    if (key === 'labels') return [...each].sort();
    if (each === null || typeof each !== 'object' || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
