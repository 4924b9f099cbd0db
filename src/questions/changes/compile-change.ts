/** One change, as its selections ask for it: what was kept of it, its sentence, and the entity if it is there. */

import {
  type CompileContext,
  type Compiled,
  type CompileNode,
  compileMap,
  expression,
  record,
} from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { languageOf } from '../../model/language.ts';
import { ENTITY, NODE } from '../../model/model.ts';
import { changeId, changeRevision } from '../../model/recorded-change.ts';
import { type ChangeContent, changeSentence } from '../../model/words/change-sentence.ts';

/** A change over bound `place`, `entityId` and `told`, the JSON text of the rest. */
export function compileChange(
  context: CompileContext,
  selections: readonly SelectedField[],
  compileNode: CompileNode,
): Compiled {
  const fields = selectFields(
    context,
    'Change',
    selections.flatMap((each) => each.nodes),
  );
  const compileField = (field: SelectedField): Compiled => {
    switch (field.name) {
      case 'id':
        return expression('place', (raw) => changeId(Number(raw)));
      case 'revision':
        return expression('place', (raw) => changeRevision(Number(raw)));
      case 'at':
        return compileMoment(context);
      case 'entityId':
        return expression('entityId');
      case 'about':
        return compileEntity(context, field, compileNode);
      case 'sentence': {
        const language = languageOf(field.arguments.lang);
        return expression('told', (raw) => changeSentence(context.model, toldOf(raw), language));
      }
      default:
        return expression('told', (raw) => record(toldOf(raw))[field.name] ?? null);
    }
  };
  return compileMap(
    fields.map((each): readonly [string, Compiled] => [each.responseKey, compileField(each)]),
    'Change',
  );
}

function compileMoment(context: CompileContext): Compiled {
  const at = context.variable('c');
  return {
    calls: `CALL (part) { MATCH (r:Revision {number: part.revision}) RETURN r.at AS ${at} }\n`,
    text: at,
    read: (raw) => raw,
  };
}

/** The entity under its id, or under the one it has now; nothing where it is gone. */
function compileEntity(context: CompileContext, field: SelectedField, compileNode: CompileNode): Compiled {
  const n = context.variable('n');
  const one = context.variable('c');
  const node = compileNode(context, ENTITY, field.nodes, n);
  return {
    calls: `CALL (entityId) { OPTIONAL MATCH (:FormerId {id: entityId})-[:NOW*]->(x)
WITH entityId, collect(x.id) AS later UNWIND [entityId] + later AS id
MATCH (${n}:${NODE} {id: id}) WHERE ${n}:${ENTITY} WITH ${n} LIMIT 1
${node.calls}RETURN head(collect(${node.text})) AS ${one} }
`,
    text: one,
    read: node.read,
  };
}

/** What apply kept of a change. */
function toldOf(raw: unknown): ChangeContent {
  // Written by apply, from a value of this type.
  return JSON.parse(String(raw)) as ChangeContent;
}
