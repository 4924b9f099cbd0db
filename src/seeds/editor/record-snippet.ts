/** A new record as an editor writes it: the keys it must have, with a place to type at each. */

import { type Model, type NodeTypeModel, type PropertyModel, SOURCE } from '../../model/model.ts';
import type { JsonSchema } from './schema-definitions.ts';
import { requiredKeys } from './schema-of-record.ts';

const ID = 'id';

/** The snippet of a new record of a type. */
export function recordSnippet(model: Model, type: NodeTypeModel): JsonSchema {
  const prefix = type.root?.prefix ?? '';
  let stop = 0;
  const place = (text = ''): string => {
    stop += 1;
    return text === '' ? `$${stop}` : `\${${stop}${text}}`;
  };
  const body: Record<string, string> = {};
  for (const name of new Set([ID, ...requiredKeys(type), ...type.atLeastOne])) {
    const property = type.properties.get(name);
    const target = type.relationships.get(name)?.target;
    const known = target === undefined ? undefined : model.nodeTypes.get(target)?.root?.prefix;
    if (name === ID) body[name] = `${prefix}:${place()}`;
    else if (property) body[name] = place(choiceOf(property));
    else body[name] = `${known === undefined ? '' : `${known}:`}${place()}`;
  }
  if (type.name !== SOURCE) {
    const source = model.nodeTypes.get(SOURCE)?.root?.prefix ?? '';
    body.evidence = `{ source: ${source}:${place()}, locator: ${place()} }`;
  }
  return { label: `new ${prefix}`, description: type.description, type: 'array', body };
}

function choiceOf({ values }: PropertyModel): string {
  return values.length === 0 ? '' : `|${values.join(',')}|`;
}
