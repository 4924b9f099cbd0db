/** The saved queries in the forms that the two Neo4j Browsers import. */

import { QUERY_GROUPS, type SavedQuery } from './saved-queries.ts';
import { writeZip } from './write-zip.ts';

/** The columns of saved Cypher as the newer Browser exports and imports it. */
const COLUMNS = ['name', 'description', 'query', 'id', 'parentId', 'isFolder'] as const;

/**
 * One folder for each group, one file for each query: the older Browser imports the archive by drag and drop, the newer
 * one by "Import saved Cypher". Both sort folders and files by these names.
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

/** The name of a file, without slashes and other characters that Windows does not allow. */
function fileOf(query: SavedQuery): string {
  return `${nameOf(query).replaceAll(/[\\/:*?"<>|]/g, ' ')}.cypher`;
}

/** Always in quotes, since queries contain commas and line breaks. */
function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
