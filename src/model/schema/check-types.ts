/** Node types and the types of fields: duplicate lists and prefixes, types that cannot be stored, interfaces. */

import { type FieldDefinitionNode, Kind, print } from 'graphql';
import { nearest } from '../../diagnostics/nearest.ts';
import { schemaFaults } from '../../diagnostics/schema-messages.ts';
import { directiveOf, namedType } from '../directives.ts';
import { NODE } from '../model.ts';
import {
  argumentNode,
  type Declarations,
  type Declared,
  fieldsOf,
  isOrImplements,
  isStored,
  textArgument,
} from './declarations.ts';
import { SCALARS } from './read-property.ts';
import type { SchemaFault } from './schema-faults.ts';

/** Keys of seed files that are not lists of records. */
const RESERVED: ReadonlySet<string> = new Set(['dataset', 'defaults']);
const PREFIX = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LIST = /^[a-z][A-Za-z0-9]*$/;

/** The faults of node types: their lists, prefixes and interfaces. */
export function checkNodeTypes(declarations: Declarations): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  const used = { list: new Map<string, string>(), prefix: new Map<string, string>() };
  for (const declared of declarations.types.values()) {
    const owner = declared.name.value;
    const [node, owned] = [directiveOf(declared, 'node'), directiveOf(declared, 'owned')];
    if (node && owned) faults.push({ node: owned, fault: schemaFaults.nodeAndOwned(owner) });
    faults.push(...checkInterfaces(declarations, declared));
    if (!node) continue;
    if (!fieldsOf(declarations, declared).has('id') || !isOrImplements(declarations, owner, NODE))
      faults.push({ node: declared.name, fault: schemaFaults.notANode(owner) });
    for (const [name, form, expected] of [
      [
        'list',
        LIST,
        {
          en: 'letters and digits, beginning with a small letter: industrialParks',
          zh: '小写字母开头的字母和数字：industrialParks',
        },
      ],
      [
        'prefix',
        PREFIX,
        { en: 'small letters, digits and hyphens: known-none', zh: '小写字母、数字和连字符：known-none' },
      ],
    ] as const) {
      const value = textArgument(node, name);
      if (value === undefined) continue;
      const at = argumentNode(node, name);
      const other = used[name].get(value);
      if (!form.test(value)) faults.push({ node: at, fault: schemaFaults.badName(name, value, expected) });
      else if (other !== undefined) faults.push({ node: at, fault: schemaFaults.twice(name, value, other) });
      else if (name === 'list' && RESERVED.has(value))
        faults.push({ node: at, fault: schemaFaults.reserved(value) });
      else used[name].set(value, owner);
    }
  }
  return faults;
}

function checkInterfaces({ types }: Declarations, declared: Declared): readonly SchemaFault[] {
  const interfaces = [...types.values()].filter(({ kind }) => kind === Kind.INTERFACE_TYPE_DEFINITION);
  const names = interfaces.map(({ name }) => name.value);
  return (declared.interfaces ?? []).flatMap((each) =>
    names.includes(each.name.value)
      ? []
      : [
          {
            node: each,
            fault: schemaFaults.notAnInterface(each.name.value, nearest(each.name.value, names)),
          },
        ],
  );
}

/** The faults of the types of stored fields. */
export function checkFieldTypes(declarations: Declarations): readonly SchemaFault[] {
  return [...declarations.types.values()]
    .filter(isStored)
    .flatMap((declared) =>
      (declared.fields ?? []).flatMap((field) => [
        ...checkFieldType(declarations, declared.name.value, field),
        ...checkNarrowing(declarations, declared, field),
      ]),
    );
}

function checkFieldType(
  { types, enums, scalars }: Declarations,
  owner: string,
  field: FieldDefinitionNode,
): readonly SchemaFault[] {
  const name = `${owner}.${field.name.value}`;
  const type = namedType(field.type);
  const has = (directive: string) => directiveOf(field, directive) !== undefined;
  if (has('computed')) {
    const other = ['relationship', 'json', 'default'].find(has);
    return other ? [{ node: field.name, fault: schemaFaults.contradiction('computed', other, name) }] : [];
  }
  const target = types.get(type);
  const all = [...types.keys(), ...enums.keys(), ...scalars.keys(), ...Object.keys(SCALARS)];
  if (!target && !enums.has(type) && !(type in SCALARS))
    return [{ node: field.type, fault: schemaFaults.typeUnknown(type, nearest(type, all)) }];
  if (has('relationship') || has('json') || !target || type in SCALARS) return [];
  return directiveOf(target, 'owned')
    ? []
    : [{ node: field.type, fault: schemaFaults.typeOfField(name, type) }];
}

/** A field keeps the type that an interface declares for it, or narrows it to an implementing type. */
function checkNarrowing(
  declarations: Declarations,
  declared: Declared,
  field: FieldDefinitionNode,
): readonly SchemaFault[] {
  for (const { name } of declared.interfaces ?? []) {
    const parent = declarations.types.get(name.value);
    const inherited = parent && fieldsOf(declarations, parent).get(field.name.value);
    if (!inherited) continue;
    const [own, wider] = [print(field.type), print(inherited.type)];
    const [type, widerType] = [namedType(field.type), namedType(inherited.type)];
    // A type may make a nullable field of its interface non-null.
    const shapes = [own.replace(type, ''), own.replace(type, '').replace(/!$/, '')];
    const fits =
      shapes.includes(wider.replace(widerType, '')) && isOrImplements(declarations, type, widerType);
    if (!fits) {
      const fault = schemaFaults.notWider(
        `${declared.name.value}.${field.name.value}`,
        own,
        wider,
        name.value,
      );
      return [{ node: field.type, fault }];
    }
  }
  return [];
}
