/** `resolve`, compiled: the records that each name may mean, in one statement, judged when its row is read. */

import { compileNode } from '../../compile/compile-node.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type ResponseObject,
  record,
} from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { badUserInput } from '../../diagnostics/client-error.ts';
import { languageOf } from '../../model/language.ts';
import { ENTITY } from '../../model/model.ts';
import { bindSoughtTypes } from '../sought-types.ts';
import { type AskedName, readAsked } from './asked-name.ts';
import { bindNames, type Found, judge } from './judge-names.ts';
import { placeNames } from './place-names.ts';
import { readPlaces } from './read-candidates.ts';
import { reasonOf } from './reason-words.ts';
import { foundClauses, type ResolveParameters } from './resolve-cypher.ts';
import { openTakeApart } from './shape-name.ts';

/** Characters of the longest name. */
const LONGEST_NAME = 200;

/**
 * The answer of `resolve`: one for each name, in their order. A name without a letter, digit or character has no
 * candidates.
 * @throws BAD_USER_INPUT where a name is too long
 */
export function compileResolve(context: CompileContext, field: SelectedField): Compiled {
  const asked = array(field.arguments.names).map((name) => readName(String(name)));
  const parameters = bindArguments(context, field, asked);
  const fields = selectFields(context, 'Resolution', field.nodes);
  const lists = fields.filter((each) => each.name === 'candidates');
  const entities = lists.map((list) => compileEntities(context, list));
  const list = context.variable('c');
  const places = context.variable('c');
  return {
    calls: foundClauses(parameters, {
      ...{ list, places },
      calls: entities.map((each) => each.calls).join(''),
      columns: entities.map((each, index) => `e${index}: ${each.text}`),
    }),
    text: `{found: ${list}, places: ${places}}`,
    read: (raw) => {
      const takeApart = openTakeApart(placeNames(readPlaces(record(raw).places)));
      const found = array(record(raw).found);
      return asked.map((name, index): ResponseObject => {
        const candidates = judge(name, array(found[index]).map(record), takeApart);
        const values = fields.map((each): readonly [string, unknown] => {
          const at = lists.indexOf(each);
          return [
            each.responseKey,
            at < 0 ? name.name : candidates.map((one) => entities[at]?.read({ ...one, at })),
          ];
        });
        return { typename: 'Resolution', fields: new Map(values) };
      });
    },
  };
}

function readName(name: string): AskedName {
  if (Array.from(name).length <= LONGEST_NAME) return readAsked(name);
  throw badUserInput('names', `each may have ${LONGEST_NAME} characters at most.`);
}

function bindArguments(
  context: CompileContext,
  field: SelectedField,
  asked: readonly AskedName[],
): ResolveParameters {
  return { ...bindNames(context.model, context.parameters, asked), types: bindSoughtTypes(context, field) };
}

/** The entities of a list of candidates, compiled; what is read is a whole candidate. */
function compileEntities(context: CompileContext, list: SelectedField) {
  const fields = selectFields(context, 'ResolutionCandidate', list.nodes);
  const nodes = fields.map((each) =>
    each.name === 'entity' ? compileNode(context, ENTITY, each.nodes, 'c') : undefined,
  );
  const columns = nodes.flatMap((node, index) => (node ? [`f${index}: ${node.text}`] : []));
  return {
    calls: nodes.map((node) => node?.calls ?? '').join(''),
    text: `{${columns.join(', ')}}`,
    read: ({ judgement, row, at }: Found & { readonly at: number }): ResponseObject => {
      const values = fields.map((each, index): readonly [string, unknown] => {
        if (each.name === 'score') return [each.responseKey, judgement.score];
        if (each.name === 'reason')
          return [each.responseKey, reasonOf(judgement, languageOf(each.arguments.lang))];
        return [each.responseKey, nodes[index]?.read(record(row[`e${at}`])[`f${index}`])];
      });
      return { typename: 'ResolutionCandidate', fields: new Map(values) };
    },
  };
}
