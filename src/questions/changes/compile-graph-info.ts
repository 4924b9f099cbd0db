/** `graph`, compiled: what the graph's own node says, counts included, which apply keeps there. */

import { compileNode } from '../../compile/compile-node.ts';
import { type CompileContext, type Compiled, compileMap, expression } from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { dayText } from '../../model/day.ts';
import { NODE } from '../../model/model.ts';

/** What a dataset's home is. */
const HOME_TYPE = 'Place';

/** Which graph answers, over bound `g`. */
export function compileGraphInfo(context: CompileContext, field: SelectedField): Compiled {
  return compileFields(context, 'GraphInfo', field, (each) => {
    if (each.name === 'dataset')
      return compileFields(context, 'DatasetInfo', each, (own) =>
        own.name === 'home' ? compileHome(context, own) : expression(textOf(context, own.name)),
      );
    if (each.name === 'today') return expression(textOf(context, each.name), (day) => dayText(Number(day)));
    if (each.name === 'browserUrl') return expression('null', () => context.links.home);
    return expression(textOf(context, each.name));
  });
}

/** The dataset's home, over bound `g`; null where it names none. */
function compileHome(context: CompileContext, field: SelectedField): Compiled {
  const [home, one] = [context.variable('n'), context.variable('c')];
  const place = compileNode(context, HOME_TYPE, field.nodes, home);
  return {
    calls: `CALL (g) { MATCH (${home}:${NODE} {id: g.home}) WHERE ${home}:${HOME_TYPE}
${place.calls}RETURN head(collect(${place.text})) AS ${one} }
`,
    text: one,
    read: place.read,
  };
}

function compileFields(
  context: CompileContext,
  type: string,
  field: SelectedField,
  compile: (field: SelectedField) => Compiled,
): Compiled {
  const fields = selectFields(context, type, field.nodes);
  return compileMap(
    fields.map((each): readonly [string, Compiled] => [each.responseKey, compile(each)]),
    type,
  );
}

/** What a field reads; before anything was applied there is nothing, and today is that of UTC. */
function textOf(context: CompileContext, name: string): string {
  switch (name) {
    case 'nodes':
    case 'relationships':
    case 'revision':
      return `coalesce(g.${name}, 0)`;
    case 'sourceCount':
      return 'coalesce(g.sources, 0)';
    case 'schemaVersion':
      return `coalesce(g.modelVersion, ${context.parameters.add(context.model.version)})`;
    case 'today':
      return '$today';
    case 'timeZone':
      return "coalesce(g.timeZone, 'UTC')";
    case 'appliedAt':
    case 'licence':
      return `g.${name}`;
    default:
      return `coalesce(g.${name}, '')`;
  }
}
