/** What completes a text that a person types: entities by `search`, types and properties by their names. */

import { array, record } from '../../compile/compiled.ts';
import { LIMITS } from '../limits.ts';
import type { AskApi } from '../server-options.ts';
import { askData, readRecord, recordFields } from './answered.ts';
import { BATCH, refusal } from './read-queries.ts';
import type { Named, ServiceModel } from './service-model.ts';

/** What is suggested. */
export interface Suggestions {
  readonly result: readonly Readonly<Record<string, unknown>>[];
}

/** Suggestions of one answer. */
const PAGE = 10;

/** The text that was typed so far, and how many suggestions are skipped. */
function readAsked(parameters: URLSearchParams) {
  const prefix = (parameters.get('prefix') ?? '').trim();
  const cursor = parameters.get('cursor') || '0';
  if (Array.from(prefix).length > BATCH.text)
    throw refusal(`"prefix" has more than the ${BATCH.text} characters that are allowed.`);
  const most = LIMITS.first - PAGE;
  if (!/^\d{1,6}$/.test(cursor) || Number(cursor) > most)
    throw refusal(`"cursor" is how many suggestions are skipped: a whole number from 0 to ${most}.`);
  return { prefix, cursor: Number(cursor) };
}

/** Suggests entities: the one of an id, then what `search` finds. */
export async function suggestEntities(
  service: ServiceModel,
  parameters: URLSearchParams,
  ask: AskApi,
): Promise<Suggestions> {
  const { prefix, cursor } = readAsked(parameters);
  if (prefix === '') return { result: [] };
  const fields = recordFields(service);
  const query = `query ($text: String!, $first: Int, $id: ID!) { graph { revision } node(id: $id) { ${fields} } search(text: $text, first: $first) { nodes { matched entity { ${fields} } } } }`;
  const { data } = await askData(ask, query, { text: prefix, first: cursor + PAGE, id: prefix });
  const own = readRecord(service, data.node);
  const found = array(record(data.search).nodes).flatMap((hit) => {
    const { entity, matched } = record(hit);
    const each = readRecord(service, entity);
    return each && each.id !== own?.id ? [{ each, matched: String(matched) }] : [];
  });
  return {
    result: [...(own ? [{ each: own, matched: own.name }] : []), ...found]
      .slice(cursor, cursor + PAGE)
      .map(({ each: { id, name, type }, matched }) => ({
        ...{ id, name, notable: [{ id: type.id, name: type.name }] },
        description: [type.name, ...(matched === name ? [] : [matched])].join(' · '),
      })),
  };
}

/** Suggests what begins with a text or has it inside, by id or name. */
export function suggestNamed(all: readonly Named[], parameters: URLSearchParams): Suggestions {
  const { prefix, cursor } = readAsked(parameters);
  const text = prefix.toLowerCase();
  const place = ({ id, name }: Named) => {
    const at = [id, name].map((each) => each.toLowerCase().indexOf(text)).filter((each) => each >= 0);
    return at.length === 0 ? -1 : Math.min(...at);
  };
  return {
    result: all
      .filter((each) => place(each) >= 0)
      .sort((a, b) => place(a) - place(b))
      .slice(cursor, cursor + PAGE)
      .map(({ id, name, description }) => ({ id, name, description })),
  };
}
