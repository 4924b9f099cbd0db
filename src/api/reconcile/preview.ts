/** A small page about one record, which tools show beside a candidate. */

import { html } from '../../browser/html.ts';
import { record } from '../../compile/compiled.ts';
import type { AskApi } from '../server-options.ts';
import { askData, readRecord, recordFields } from './answered.ts';
import { refusal } from './read-queries.ts';
import type { ServiceModel } from './service-model.ts';

const STYLE = 'body{font:14px/1.5 sans-serif;margin:8px}h1{font-size:16px;margin:0}p{margin:4px 0}';

/**
 * The page of a record: its name, type, id, other names and numbers.
 * @throws GraphQLError with status 404 where nothing has the id
 */
export async function renderPreview(service: ServiceModel, id: string, ask: AskApi): Promise<string> {
  const query = `query ($id: ID!) { graph { revision } node(id: $id) { ${recordFields(service)} ... on Entity { nameEn aliases } } }`;
  const { data } = await askData(ask, query, { id: id.trim() });
  const found = readRecord(service, data.node);
  if (!found) throw refusal(`There is no record with the id "${id.slice(0, 100)}".`, 404);
  const { nameEn, aliases } = record(data.node);
  const names = [nameEn, ...(Array.isArray(aliases) ? aliases : [])].filter(
    (each) => typeof each === 'string',
  );
  const lines = [
    `${found.type.name} · ${found.id}`,
    names.join('；'),
    Object.values(found.codes).filter(Boolean).join('；'),
  ].filter((line) => line !== '');
  return `<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>${html(found.name)}</title><style>${STYLE}</style></head>
<body><h1>${html(found.name)}</h1>${lines.map((line) => `<p>${html(line)}</p>`).join('')}</body></html>
`;
}
