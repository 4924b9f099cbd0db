/** Names in Cypher: they come from the model, and are checked all the same. */

import { invariant } from '../diagnostics/invariant.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A label, relationship type or property name, escaped for a statement. */
export function cypherName(name: string): string {
  invariant(NAME.test(name), `${JSON.stringify(name)} is no name for a statement`);
  return name;
}

/** Labels as a pattern: `:Zone:Place:Entity:Node`. */
export function labelPattern(labels: readonly string[]): string {
  return labels.map((label) => `:${cypherName(label)}`).join('');
}

/** A label or relationship type of any characters, quoted: for names that others gave. A backslash would begin an escape. */
export function quotedName(name: string): string {
  return `\`${name.replaceAll('\\', '\\u005c').replaceAll('`', '``')}\``;
}
