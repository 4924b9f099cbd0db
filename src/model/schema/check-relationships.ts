/** Relationships: the types they join, whether their two sides agree, and the placeholders in their sentences. */

import { type ConstDirectiveNode, type FieldDefinitionNode, Kind } from 'graphql';
import { schemaFaults } from '../../diagnostics/schema-messages.ts';
import { directiveArgument, directiveOf, namedType } from '../directives.ts';
import { FACT } from '../model.ts';
import { argumentNode, type Declarations, fieldsOf, isOrImplements, textArgument } from './declarations.ts';
import type { SchemaFault } from './schema-faults.ts';

/** One side of a relationship: the field that shows it. */
interface Side {
  readonly owner: string;
  readonly field: FieldDefinitionNode;
  readonly directive: ConstDirectiveNode;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly written: boolean;
}

/** Arguments that must agree where both sides give them. `tree` and `deep` belong to one side only. */
const SHARED = ['kind', 'properties', 'always', 'acyclic'] as const;
const ENDS = ['from', 'to'];
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The faults of all relationships. */
export function checkRelationships(declarations: Declarations): readonly SchemaFault[] {
  const sides = sidesOf(declarations);
  const byType = new Map<string, Side[]>();
  for (const side of sides) byType.set(side.type, [...(byType.get(side.type) ?? []), side]);
  return [
    ...sides.flatMap((side) => checkSide(declarations, side)),
    ...[...byType.values()].flatMap((each) => checkSides(declarations, each)),
  ];
}

function sidesOf({ types }: Declarations): readonly Side[] {
  return [...types.values()].flatMap((declared) =>
    (declared.fields ?? []).flatMap((field): readonly Side[] => {
      const directive = directiveOf(field, 'relationship');
      const type = directive && textArgument(directive, 'type');
      if (!directive || type === undefined) return [];
      const [owner, target] = [declared.name.value, namedType(field.type)];
      const isOut = directiveArgument(directive, 'direction') === 'OUT';
      const side = directiveArgument(directive, 'written');
      const [from, to] = isOut ? [owner, target] : [target, owner];
      return [
        { owner, field, directive, type, from, to, written: side === undefined ? isOut : side === 'HERE' },
      ];
    }),
  );
}

function checkSide(declarations: Declarations, { owner, field, directive }: Side): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  const target = declarations.types.get(namedType(field.type));
  const isNode = target && (target.kind === Kind.INTERFACE_TYPE_DEFINITION || directiveOf(target, 'node'));
  if (target && !isNode)
    faults.push({
      node: field.type,
      fault: schemaFaults.farEnd(`${owner}.${field.name.value}`, target.name.value),
    });
  const holder = textArgument(directive, 'properties');
  const properties = holder === undefined ? undefined : declarations.types.get(holder);
  if (holder !== undefined && !(properties && directiveOf(properties, 'relationshipProperties')))
    faults.push({ node: argumentNode(directive, 'properties'), fault: schemaFaults.propertiesType(holder) });
  const fact = declarations.types.get(FACT);
  const known = [
    ...ENDS,
    ...(properties?.fields ?? []).map(({ name }) => name.value),
    ...(fact ? fieldsOf(declarations, fact).keys() : []),
  ];
  for (const language of ['zh', 'en']) {
    const sentence = textArgument(directive, language);
    if (sentence === undefined) continue;
    const node = argumentNode(directive, language);
    const named = [...sentence.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
    for (const name of named)
      if (!known.includes(name)) faults.push({ node, fault: schemaFaults.placeholder(name, known) });
    for (const end of ENDS)
      if (!named.includes(end)) faults.push({ node, fault: schemaFaults.sentence(end) });
  }
  return faults;
}

/** The sides of one relationship type join the same types, do not contradict each other, and one at most is written. */
function checkSides(declarations: Declarations, [first, ...others]: readonly Side[]): readonly SchemaFault[] {
  if (!first) return [];
  const faults: SchemaFault[] = [];
  const seen = [first];
  for (const side of others) {
    const same = seen.find((each) => joinsTheSame(declarations, each, side));
    if (!same) {
      const fault = schemaFaults.ends(side.type, pair(first), pair(side), at(first));
      faults.push({ node: side.field.name, fault });
      continue;
    }
    for (const name of SHARED) {
      const [one, other] = [textArgument(first.directive, name), textArgument(side.directive, name)];
      const areGiven = one !== undefined && other !== undefined;
      if (areGiven && one !== other)
        faults.push({
          node: argumentNode(side.directive, name),
          fault: schemaFaults.sides(name, side.type, at(first)),
        });
    }
    const writer = seen.find(({ written }) => written);
    if (writer && side.written)
      faults.push({ node: side.directive, fault: schemaFaults.writtenTwice(side.type, at(writer)) });
    seen.push(side);
  }
  return faults;
}

/** Whether two sides join the same types. One may name an interface where the other names an implementing type. */
function joinsTheSame(declarations: Declarations, one: Side, other: Side): boolean {
  const fits = (a: string, b: string) =>
    isOrImplements(declarations, a, b) || isOrImplements(declarations, b, a);
  return fits(one.from, other.from) && fits(one.to, other.to);
}

function pair({ from, to }: Side): string {
  return `${from} and ${to}`;
}

function at({ owner, field }: Side): string {
  return `${owner}.${field.name.value}`;
}
