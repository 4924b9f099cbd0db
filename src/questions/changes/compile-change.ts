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
import { changeSentence } from '../../model/change-sentence.ts';
import { ENTITY, NODE } from '../../model/model.ts';
import { type ChangeAction, type ChangeWords, changeId } from '../../model/told-change.ts';

/** A change over bound `c`. */
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
      case 'at':
        return compileMoment(context);
      case 'about':
        return compileEntity(context, field, compileNode);
      case 'sentence':
        return compileSentence(context, field);
      case 'id':
        return expression('c.place', (raw) => changeId(Number(raw)));
      default:
        return expression(`c.${field.name}`);
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
    calls: `CALL (c) { MATCH (r:Revision {number: c.revision}) RETURN r.at AS ${at} }\n`,
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
    calls: `CALL (c) { OPTIONAL MATCH (:FormerId {id: c.entityId})-[:NOW*]->(x)
WITH c, collect(x.id) AS later UNWIND [c.entityId] + later AS id
MATCH (${n}:${NODE} {id: id}) WHERE ${n}:${ENTITY} WITH ${n} LIMIT 1
${node.calls}RETURN head(collect(${node.text})) AS ${one} }
`,
    text: one,
    read: node.read,
  };
}

function compileSentence(context: CompileContext, field: SelectedField): Compiled {
  const language = field.arguments.lang === 'EN' ? 'EN' : 'ZH';
  const names = ['action', 'entityId', 'property', 'before', 'after', 'words'];
  return expression(`c {${names.map((name) => `.${name}`).join(', ')}}`, (raw) => {
    const kept = record(raw);
    // Written by apply, as parts of these types.
    const { nodeType, ...words } = JSON.parse(String(kept.words)) as ChangeWords & { nodeType: string };
    const text = (name: string) => (typeof kept[name] === 'string' ? kept[name] : undefined);
    return changeSentence(
      context.model,
      {
        action: kept.action as ChangeAction,
        words,
        entityId: text('entityId') ?? '',
        nodeType,
        property: text('property'),
        before: text('before'),
        after: text('after'),
      },
      language,
    );
  });
}
