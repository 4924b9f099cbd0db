/** The entities that one name may mean, as a statement of its own: a hint where a name was sent for an id. */

import { array, record } from '../../compile/compiled.ts';
import { createParameters, type Statement } from '../../cypher/statement.ts';
import { concreteTypes, ENTITY, isA, type Model } from '../../model/model.ts';
import { readAsked } from './asked-name.ts';
import { bindNames, judge } from './judge-names.ts';
import { placeNames } from './place-names.ts';
import { readPlaces } from './read-candidates.ts';
import { foundClauses } from './resolve-cypher.ts';
import { openTakeApart } from './shape-name.ts';

/** From this score on a name is the same but for how it is written. */
const SAME = 0.8;
/** As many as help the caller to choose. */
const MOST = 5;

/**
 * The statement, and how the ids are read from its row: of several entities with the same name all, else the likest.
 * @param typeName the node type or interface that is meant
 */
export function entitiesMeant(
  model: Model,
  typeName: string,
  name: string,
): {
  readonly statement: Statement;
  readonly read: (row: Readonly<Record<string, unknown>> | undefined) => readonly string[];
} {
  const asked = readAsked(name);
  const parameters = createParameters();
  const types = concreteTypes(model, typeName).filter((each) => isA(model, each, ENTITY));
  const bound = { ...bindNames(model, parameters, [asked]), types: parameters.add(types) };
  const clauses = foundClauses(bound, { list: 'lists', places: 'known', calls: '', columns: [] });
  return {
    statement: { text: `${clauses}RETURN lists, known`, parameters: parameters.values },
    read: (row) => {
      const [rows] = array(row?.lists);
      const takeApart = openTakeApart(placeNames(readPlaces(row?.known)));
      const found = judge(asked, array(rows).map(record), takeApart);
      const same = found.filter(({ judgement }) => judgement.score >= SAME);
      return (same.length > 0 ? same : found.slice(0, 1)).slice(0, MOST).map(({ candidate }) => candidate.id);
    },
  };
}
