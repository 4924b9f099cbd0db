/** The saved queries in the forms that the two Neo4j Browsers import. */

import { QUERY_GROUPS, type SavedQuery } from './saved-queries.ts';
import { writeZip } from './write-zip.ts';

/** The columns that the newer Browser exports its saved Cypher with, and wants. */
const COLUMNS = ['name', 'description', 'query', 'id', 'parentId', 'isFolder'] as const;

/**
 * One file each in a folder a group: the older Browser takes the archive where it is dropped, the newer one by "Import
 * saved Cypher". Both show folders and files by these names, in their order.
 */
export function writeQueriesZip(queries: readonly SavedQuery[]): Buffer {
  return writeZip(
    queries.map((query) => ({ path: `${folderOf(query)}/${fileOf(query)}`, text: query.ready })),
  );
}

/** All of them in one table, as the newer Browser exports it. */
export function writeQueriesCsv(queries: readonly SavedQuery[]): string {
  const rows = QUERY_GROUPS.flatMap((group, index) => {
    const own = queries.filter((query) => query.group.name === group.name);
    const folder = [`${index + 1} ${group.zh} ${group.en}`, '', '', group.name, '', 'true'];
    const items = own.map((query) => [
      nameOf(query),
      '',
      query.ready,
      `${group.name}/${query.slug}`,
      group.name,
      'false',
    ]);
    return [folder, ...items];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function nameOf({ zh, en }: SavedQuery): string {
  return `${zh} · ${en}`;
}

function folderOf({ group }: SavedQuery): string {
  return `${QUERY_GROUPS.findIndex(({ name }) => name === group.name) + 1} ${group.zh} ${group.en}`;
}

/** The name of a file may have no slash in it, and none of what Windows refuses. */
function fileOf(query: SavedQuery): string {
  return `${nameOf(query).replaceAll(/[\\/:*?"<>|]/g, ' ')}.cypher`;
}

/** Always in quotes: queries have commas and lines. */
function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
