/** Messages about faults in `schema/`: what is wrong, what would be right, how to fix it. */

import type { DiagnosticCode, Fault } from './diagnostic.ts';

type SchemaCode = Extract<DiagnosticCode, `schema/${string}`>;

export const schemaFaults = {
  /** What graphql's own parser or rules report. */
  graphql: (code: SchemaCode, message: string) => {
    const [text = '', suggestion] = message.replace(/\.$/, '').split(/\. (?=Did you mean)/);
    return fault(code, text.replaceAll('"', '`'), suggestion?.replaceAll('"', '`').replace(/^D/, 'd'));
  },

  // types
  twice: (argument: string, value: string, other: string) =>
    fault('schema/duplicate', `\`${argument}: "${value}"\` is already used by ${other}`, 'choose another'),
  badName: (argument: string, value: string, expected: string) =>
    fault('schema/value', `\`${value}\` is not a valid ${argument}`, `write ${expected}`),
  reserved: (list: string) =>
    fault(
      'schema/value',
      `\`${list}\` has another meaning in seed files`,
      'choose another name for the list',
    ),
  notANode: (owner: string) =>
    fault(
      'schema/type',
      `${owner} does not implement Node`,
      'write `implements Node`: each record has an id',
    ),
  nodeAndOwned: (owner: string) =>
    fault(
      'schema/type',
      `${owner} is both @node and @owned`,
      'keep one: @owned where each node belongs to one record',
    ),
  typeUnknown: (name: string, near: string | undefined) =>
    fault('schema/type', `no file of the schema declares the type \`${name}\``, meant(near)),
  notAnInterface: (name: string, near: string | undefined) =>
    fault('schema/type', `\`${name}\` is not an interface of the schema`, meant(near)),
  typeOfField: (field: string, type: string) =>
    fault(
      'schema/type',
      `${field} has the type \`${type}\`, which is not stored in a property`,
      `add @relationship where ${type} is a node type, @json where it is stored as one value, or @computed`,
    ),
  notWider: (field: string, type: string, inherited: string, from: string) =>
    fault(
      'schema/type',
      `${field} is \`${type}\`, and ${from} declares it as \`${inherited}\``,
      `write \`${inherited}\`, or a type that implements it`,
    ),

  // values and fields that directives name
  notInEnum: (value: string, type: string, near: string | undefined, all: readonly string[]) =>
    fault(
      'schema/value',
      `\`${value}\` is not a value of ${type}`,
      meant(near) ?? `write one of ${all.join(', ')}`,
    ),
  notA: (value: string, type: string, example: string) =>
    fault('schema/value', `\`${value}\` is not a valid ${type}`, `for example "${example}"`),
  enumUnknown: (name: string, near: string | undefined) =>
    fault('schema/type', `\`${name}\` is not an enum of the schema`, meant(near)),
  fieldUnknown: (name: string, owner: string, what: string, near: string | undefined) =>
    fault('schema/field', `${owner} has no ${what} \`${name}\``, meant(near)),
  misplaced: (directive: string, field: string, expected: string) =>
    fault('schema/directive', `@${directive} does not fit ${field}`, `it belongs on ${expected}`),
  contradiction: (one: string, other: string, field: string) =>
    fault('schema/directive', `${field} has both @${one} and @${other}`, 'keep one of them'),
  missing: (directive: string, argument: string, because: string) =>
    fault('schema/argument', `@${directive} needs \`${argument}\` here: ${because}`, undefined),
  together: (directive: string, one: string, other: string) =>
    fault('schema/argument', `@${directive} has \`${one}\` without \`${other}\``, 'write both or neither'),
  order: (least: string, most: string) =>
    fault('schema/value', `\`${least}\` is more than \`${most}\``, 'swap the two numbers'),

  // relationships
  farEnd: (field: string, type: string) =>
    fault(
      'schema/relationship',
      `${field} leads to \`${type}\`, which is not a node type`,
      'a relationship leads to a type with @node, or to an interface of such types',
    ),
  ends: (type: string, known: string, found: string, at: string) =>
    fault(
      'schema/relationship',
      `\`${type}\` joins ${known} at ${at}, and ${found} here`,
      'use one relationship type for one pair of node types',
    ),
  sides: (argument: string, type: string, at: string) =>
    fault(
      'schema/relationship',
      `the two sides of \`${type}\` disagree: \`${argument}\` differs at ${at}`,
      'write the same on both sides, or on one side alone',
    ),
  writtenTwice: (type: string, at: string) =>
    fault(
      'schema/relationship',
      `\`${type}\` is written here and at ${at}`,
      'seeds write a fact once: keep `written` on one side',
    ),
  propertiesType: (name: string) =>
    fault(
      'schema/relationship',
      `\`${name}\` is not a type with @relationshipProperties`,
      'declare its properties in a type with that directive',
    ),
  placeholder: (name: string, all: readonly string[]) =>
    fault(
      'schema/value',
      `the sentence names \`{${name}}\`, which is not known here`,
      `it can name ${all.join(', ')}`,
    ),
  sentence: (end: string) =>
    fault(
      'schema/value',
      `the sentence does not name \`{${end}}\``,
      'a sentence names both ends: {from} and {to}',
    ),
};

function fault(code: SchemaCode, message: string, hint: string | undefined): Fault {
  return { code, severity: 'error', message, hint };
}

function meant(near: string | undefined): string | undefined {
  return near && `did you mean \`${near}\`?`;
}
