/** A list of owned nodes read from its field declaration. */

import type { FieldDefinitionNode } from 'graphql';
import { directiveOf, namedType } from '../directives.ts';
import type { OwnedModel } from '../model.ts';
import { readWords } from '../read-words.ts';
import { screamingSnake } from '../screaming-snake.ts';

/** The list of owned nodes that a field of a type declares. */
export function readOwned(owner: string, field: FieldDefinitionNode): OwnedModel {
  const name = field.name.value;
  return {
    name,
    type: namedType(field.type),
    relationshipType: `${screamingSnake(owner)}_HAS_${screamingSnake(name)}`,
    arguments: field.arguments ?? [],
    description: field.description?.value ?? '',
    words: readWords(field),
    internal: directiveOf(field, 'internal') !== undefined,
  };
}
