/** Constraints and indexes that a graph lacks although it holds data: an import of files cannot bring them. */

import type { Run, Statement } from '../cypher/statement.ts';
import type { Model } from '../model/model.ts';
import type { Graph } from './graph.ts';
import { NODE_LOOK_UP, schemaStatements } from './statements/schema-statements.ts';

const NAME = /^CREATE (?:TEXT )?(?:CONSTRAINT|INDEX) (\S+) /;

/** The statements that would make what is missing; a constraint has an index of the same name. */
export async function findMissingIndexes(model: Model, run: Run): Promise<readonly Statement[]> {
  const [row] = await run({ text: 'SHOW INDEXES YIELD name RETURN collect(name) AS names', parameters: {} });
  const there = new Set(row?.names as readonly string[]);
  return schemaStatements(model).filter(({ text }) => !there.has(NAME.exec(text)?.[1] ?? ''));
}

/** Whether nodes cannot be looked up: what costs a look-up then costs the whole graph, and comparing seeds with it most. */
export function lacksLookUp(missing: readonly Statement[]): boolean {
  return missing.some(({ text }) => NAME.exec(text)?.[1] === NODE_LOOK_UP);
}

/**
 * Makes what is missing.
 * @returns how many there were
 */
export async function makeMissingIndexes(model: Model, graph: Graph): Promise<number> {
  const missing = await graph.readAll((run) => findMissingIndexes(model, run));
  for (const statement of missing) await graph.changeSchema(statement);
  return missing.length;
}
