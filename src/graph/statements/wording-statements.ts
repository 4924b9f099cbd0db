/** The statements that update the names of other records in captions and evidence. */

import { cypherName } from '../../cypher/names.ts';
import type { Statement } from '../../cypher/statement.ts';
import { type Model, NODE } from '../../model/model.ts';
import { jsonIdNames } from '../../model/stored/stored-form.ts';
import { hasCaption } from '../../model/words/caption.ts';
import { markedTitle, TITLE_END } from '../../model/words/evidence-form.ts';
import { batched } from './apply-statements.ts';

/** Updates the titles of sources in all evidence that cites them. No index leads there, so that all evidence is read. */
export function citingTitled(names: ReadonlyMap<string, string>): readonly Statement[] {
  if (names.size === 0) return [];
  const titles = Object.fromEntries([...names].map(([id, name]) => [id, markedTitle(name)]));
  const set = (variable: string) => `WHERE any(id IN ${variable}.evidenceSources WHERE id IN $ids)
SET ${variable}.evidence = [k IN range(0, size(${variable}.evidenceSources) - 1) |
  coalesce($titles[${variable}.evidenceSources[k]] + ${behindTitle(`${variable}.evidence[k]`)}, ${variable}.evidence[k])]`;
  return [`MATCH (n:${NODE}) ${set('n')}`, `MATCH ()-[r]->() ${set('r')}`].map((text) => ({
    text,
    parameters: { ids: [...names.keys()], titles },
  }));
}

function behindTitle(words: string): string {
  return `substring(${words}, size(split(${words}, '${TITLE_END}')[0]) + 1)`;
}

/** The nodes with captions that name some records. */
export function captionsNaming(model: Model, ids: readonly string[]): readonly Statement[] {
  if (ids.length === 0) return [];
  const captioned = [...model.nodeTypes.values()].filter((type) => hasCaption(type));
  const types = captioned.filter(({ root }) => root).map(({ name }) => name);
  return [
    {
      text: `UNWIND $ids AS id MATCH (:${NODE} {id: id})-[r]-(n:${NODE}) WHERE r.key IS NOT NULL AND n.nodeType IN $types
RETURN DISTINCT n.id AS id`,
      parameters: { ids, types },
    },
    ...captioned.flatMap((type) =>
      jsonIdNames(type).map((name) => ({
        text: `MATCH (n:${cypherName(type.name)}) WHERE any(id IN n.${cypherName(name)} WHERE id IN $ids) RETURN n.id AS id`,
        parameters: { ids },
      })),
    ),
  ];
}

/** Sets captions. */
export function setCaptions(
  captions: readonly { readonly id: string; readonly caption: string }[],
): readonly Statement[] {
  return batched(`UNWIND $rows AS row MATCH (n:${NODE} {id: row.id}) SET n.caption = row.caption`, captions);
}
