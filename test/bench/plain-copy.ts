/**
 * A plain copy of some facts for the rivals: one relationship type without dates, in the same Neo4j and in PostgreSQL.
 * It holds only facts that are valid today, so that the rivals need not test dates; this API tests them each time.
 */

import type { Graph } from '../../src/graph/graph.ts';
import type { BenchPostgres } from './start-postgres.ts';

/** A relationship of the graph by its plain name, and the columns of its ends in a table. */
const COPIED = [
  { type: 'WITHIN', plain: 'PLAIN_WITHIN', from: 'place', to: 'region' },
  { type: 'FIRM_LOCATED_IN', plain: 'PLAIN_LOCATED_IN', from: 'firm', to: 'place' },
  { type: 'OPERATES_IN', plain: 'PLAIN_OPERATES_IN', from: 'firm', to: 'industry' },
] as const;

/** Node types by their tables, with the columns they have. */
const TABLES = {
  region: { label: 'Region', columns: ['id', 'name'] },
  place: { label: 'Place', columns: ['id', 'name'] },
  industry: { label: 'Industry', columns: ['id', 'name'] },
  firm: { label: 'Firm', columns: ['id', 'name', 'nameEn', 'foundedOn', 'smeSize'] },
} as const;

/**
 * Writes the plain relationships beside the facts they copy.
 * @param today as an integer that reads as a date: 20240220
 */
export async function copyToNeo4j(graph: Graph, today: number): Promise<void> {
  for (const { type, plain } of COPIED) {
    await graph.write((run) =>
      run({
        text: `MATCH (one)-[fact:${type}|${type}_DATED]->(other)
WHERE fact.fromDay IS NULL OR fact.fromDay <= $today <= fact.toDay
WITH DISTINCT one, other
CREATE (one)-[:${plain}]->(other)`,
        parameters: { today },
      }),
    );
  }
}

/** Fills PostgreSQL with what {@link copyToNeo4j} wrote, with an index for each direction of the questions. */
export async function copyToPostgres(graph: Graph, postgres: BenchPostgres): Promise<void> {
  for (const [table, { label, columns }] of Object.entries(TABLES)) {
    const definitions = columns.map(
      (column) => `${snakeCase(column)} text${column === 'id' ? ' PRIMARY KEY' : ''}`,
    );
    postgres.run(`CREATE TABLE ${table} (${definitions.join(', ')});`);
    const values = columns.map((column) => `node.${column}`).join(', ');
    const rows = await readRows(graph, `MATCH (node:${label}) RETURN [${values}] AS cells ORDER BY node.id`);
    postgres.run(`COPY ${table} FROM STDIN;`, copyText(rows));
  }
  for (const { plain, from, to } of COPIED) {
    const table = plain.toLowerCase();
    const target = to === 'region' ? 'Region' : 'Node';
    const rows = await readRows(
      graph,
      `MATCH (one)-[:${plain}]->(other:${target}) RETURN [one.id, other.id] AS cells ORDER BY one.id, other.id`,
    );
    postgres.run(
      `CREATE TABLE ${table} (${from}_id text REFERENCES ${from}, ${to}_id text REFERENCES ${to}, PRIMARY KEY (${from}_id, ${to}_id));`,
    );
    postgres.run(`COPY ${table} FROM STDIN;`, copyText(rows));
    postgres.run(`CREATE INDEX ON ${table} (${to}_id, ${from}_id);`);
  }
  postgres.run('ANALYZE;');
}

async function readRows(graph: Graph, text: string): Promise<readonly (readonly unknown[])[]> {
  const rows = await graph.read({ text, parameters: {} }, { timeout: 120_000 });
  return rows.map(({ cells }) => cells as readonly unknown[]);
}

/** Rows in the text form of COPY. */
function copyText(rows: readonly (readonly unknown[])[]): string {
  const cell = (value: unknown) => (value === null || value === undefined ? '\\N' : String(value));
  return `${rows.map((row) => row.map(cell).join('\t')).join('\n')}\n\\.\n`;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
