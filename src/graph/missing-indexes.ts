/** Constraints and indexes that a graph lacks although it holds data: an import of files cannot bring them. */

import type { Run, Statement } from '../cypher/statement.ts';
import type { Model } from '../model/model.ts';
import type { Graph } from './graph.ts';
import { NODE_LOOK_UP, RETIRED_INDEXES, schemaStatements } from './statements/schema-statements.ts';

/** Constraints and indexes by name: what the model wants and the graph lacks, and what an older form left. */
export interface SchemaSteps {
  readonly create: readonly string[];
  readonly drop: readonly string[];
}

const NAME = /^(?:CREATE|DROP) (?:TEXT )?(?:CONSTRAINT|INDEX) (\S+) /;

/** The statements that would make what is missing. */
export async function findMissingIndexes(model: Model, run: Run): Promise<readonly Statement[]> {
  const there = await readIndexNames(run);
  return schemaStatements(model).filter(({ text }) => !there.has(nameIn(text)));
}

/** What an apply by this model makes and drops. */
export async function findSchemaSteps(model: Model, run: Run): Promise<SchemaSteps> {
  const there = await readIndexNames(run);
  const create = schemaStatements(model).map(({ text }) => nameIn(text));
  const drop = RETIRED_INDEXES.map(({ text }) => nameIn(text));
  return {
    create: create.filter((name) => !there.has(name)),
    drop: drop.filter((name) => there.has(name)),
  };
}

/** A constraint has an index of the same name. */
async function readIndexNames(run: Run): Promise<ReadonlySet<string>> {
  const [row] = await run({ text: 'SHOW INDEXES YIELD name RETURN collect(name) AS names', parameters: {} });
  return new Set(row?.names as readonly string[]);
}

function nameIn(statement: string): string {
  return NAME.exec(statement)?.[1] ?? '';
}

/** Whether nodes cannot be looked up: what costs a look-up then costs the whole graph, and comparing seeds with it most. */
export function lacksLookUp(missing: readonly Statement[]): boolean {
  return missing.some(({ text }) => nameIn(text) === NODE_LOOK_UP);
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
