/** Directives on types, fields and values of enums: the names and numbers in their arguments. */

import { type ConstDirectiveNode, type FieldDefinitionNode, Kind } from 'graphql';
import { nearest } from '../../diagnostics/nearest.ts';
import { schemaFaults } from '../../diagnostics/schema-messages.ts';
import type { Part, Text } from '../../diagnostics/text.ts';
import { directiveArgument, directiveOf, namedType, typeShape } from '../directives.ts';
import {
  argumentNode,
  type Declarations,
  type Declared,
  enumOf,
  fieldsOf,
  textArgument,
  valuesOf,
} from './declarations.ts';
import { SCALARS } from './read-property.ts';
import type { SchemaFault } from './schema-faults.ts';

type Fields = ReadonlyMap<string, FieldDefinitionNode>;

/** A directive on a type, with the fields of that type. */
interface Found {
  readonly declarations: Declarations;
  readonly owner: string;
  /** The fields of the owner, those of its interfaces included. */
  readonly fields: Fields;
  readonly directive: ConstDirectiveNode;
}

/** A directive on a field. */
interface OnField extends Found {
  readonly field: FieldDefinitionNode;
  readonly name: string;
}

const STATE: Text = { en: 'state', zh: '状态字段' };
const PROPERTY: Text = { en: 'property', zh: '属性' };
const ONE_NODE: Text = { en: 'relationship to one node named', zh: '指向单个节点的关系' };

const NUMBERS = ['Int', 'Decimal', 'Money'];
const DATES = ['Date', 'CoarseDate', 'Period'];
const EXAMPLES: Readonly<Record<string, { readonly form: RegExp; readonly example: string }>> = {
  Int: { form: /^-?\d+$/, example: '0' },
  Decimal: { form: /^-?\d+(\.\d+)?$/, example: '0' },
  Boolean: { form: /^(true|false)$/, example: 'false' },
};

const ON_FIELD: Readonly<Record<string, (found: OnField) => readonly SchemaFault[]>> = {
  default: ({ declarations, field, directive }) => {
    const value = textArgument(directive, 'value') ?? '';
    const node = argumentNode(directive, 'value');
    const type = namedType(field.type);
    const declared = enumOf(declarations, field);
    if (declared) return inEnum(node, value, type, valuesOf(declared));
    const { form, example } = EXAMPLES[type] ?? {};
    return form && example && !form.test(value)
      ? [{ node, fault: schemaFaults.notA(value, type, example) }]
      : [];
  },
  lastDay: (found) => onTypes(found, ['CoarseDate'], { en: 'a CoarseDate', zh: ' CoarseDate 字段' }),
  notBefore: (found) => [
    ...onTypes(found, DATES, { en: 'a date', zh: '日期字段' }),
    ...namesFields(found, 'fields', { en: 'date', zh: '日期字段' }, (field) =>
      DATES.includes(namedType(field.type)),
    ),
  ],
  figure: (found) => {
    const { directive, field, fields, name } = found;
    const misplaced = onTypes(found, NUMBERS, { en: 'a number', zh: '数字字段' });
    if (misplaced.length > 0) return misplaced;
    const isWhole = namedType(field.type) === 'Money' || fields.has('printed');
    return isWhole || textArgument(directive, 'unit') !== undefined
      ? []
      : [
          {
            node: directive,
            fault: schemaFaults.missing('figure', 'unit', {
              en: `nothing else says what ${name} counts`,
              zh: `没有其他字段写明 ${name} 的计量单位`,
            }),
          },
        ];
  },
  limits: (found) => [
    ...onTypes(found, [...NUMBERS, ...DATES], { en: 'a number or a date', zh: '数字或日期字段' }),
    ...ordered(found.directive),
  ],
  dayStateOf: (found) => {
    const { directive, fields, owner, field } = found;
    const relationship = textArgument(directive, 'relationship') ?? '';
    const isOne = (each: FieldDefinitionNode) =>
      directiveOf(each, 'relationship') !== undefined && !typeShape(each.type).list;
    const far = fields.get(relationship);
    const node = argumentNode(directive, 'relationship');
    if (!far || !isOne(far))
      return [
        fieldUnknown(
          node,
          relationship,
          owner,
          ONE_NODE,
          [...fields].filter(([, each]) => isOne(each)),
        ),
      ];
    const target = found.declarations.types.get(namedType(far.type));
    const state = target && fieldsOf(found.declarations, target).get(field.name.value);
    return target && !(state && directiveOf(state, 'dayState'))
      ? [{ node, fault: schemaFaults.fieldUnknown(field.name.value, target.name.value, STATE, undefined) }]
      : [];
  },
  dayState: checkDayState,
};

const ON_TYPE: Readonly<Record<string, (found: Found) => readonly SchemaFault[]>> = {
  atLeastOne: (found) =>
    namesFields(
      found,
      'of',
      { en: 'seed key', zh: '种子文件的键' },
      (field) => !directiveOf(field, 'computed'),
    ),
  named: ({ declarations, owner, fields, directive }) => {
    const [unless, is] = [textArgument(directive, 'unless'), textArgument(directive, 'is')];
    if (unless === undefined && is === undefined) return [];
    if (unless === undefined || is === undefined) {
      const [there, missing] = is === undefined ? ['unless', 'is'] : ['is', 'unless'];
      return [{ node: directive, fault: schemaFaults.together('named', there, missing) }];
    }
    const field = fields.get(unless);
    if (!field)
      return [fieldUnknown(argumentNode(directive, 'unless'), unless, owner, PROPERTY, [...fields])];
    const declared = enumOf(declarations, field);
    return declared ? inEnum(argumentNode(directive, 'is'), is, declared.name.value, valuesOf(declared)) : [];
  },
};

/** The faults of directives on types, fields and values of enums. */
export function checkDirectives(declarations: Declarations): readonly SchemaFault[] {
  const { types, enums } = declarations;
  return [
    ...[...types.values()].flatMap((declared) => checkType(declarations, declared)),
    ...[...enums.values()].flatMap((declared) => {
      const includes = directiveOf(declared, 'includes');
      const other = includes && textArgument(includes, 'enum');
      const unknown =
        includes && other !== undefined && !enums.has(other)
          ? [
              {
                node: argumentNode(includes, 'enum'),
                fault: schemaFaults.enumUnknown(other, nearest(other, enums.keys())),
              },
            ]
          : [];
      const limits = (declared.values ?? []).flatMap((value) => directiveOf(value, 'limits') ?? []);
      return [...unknown, ...limits.flatMap(ordered)];
    }),
  ];
}

function checkType(declarations: Declarations, declared: Declared): readonly SchemaFault[] {
  const owner = declared.name.value;
  const fields = fieldsOf(declarations, declared);
  const around = { declarations, owner, fields };
  const ofType = (declared.directives ?? []).flatMap(
    (directive) => ON_TYPE[directive.name.value]?.({ ...around, directive }) ?? [],
  );
  const ofFields = (declared.fields ?? []).flatMap((field) =>
    (field.directives ?? []).flatMap((directive) => {
      const name = `${owner}.${field.name.value}`;
      return ON_FIELD[directive.name.value]?.({ ...around, field, name, directive }) ?? [];
    }),
  );
  return [...ofType, ...ofFields];
}

function checkDayState({ declarations, directive, field, fields, owner }: OnField): readonly SchemaFault[] {
  const states = enumOf(declarations, field);
  const cases = directive.arguments?.find(({ name }) => name.value === 'cases')?.value;
  if (!states || cases?.kind !== Kind.LIST) return [];
  return cases.values.flatMap((each) => {
    if (each.kind !== Kind.OBJECT) return [];
    const part = (name: string) => {
      const value = each.fields.find((one) => one.name.value === name)?.value;
      return value?.kind === Kind.STRING ? { node: value, text: value.value } : undefined;
    };
    const [state, property, equals] = [part('state'), part('property'), part('equals')];
    const tested = property && fields.get(property.text);
    const values = enumOf(declarations, tested);
    return [
      ...(state ? inEnum(state.node, state.text, states.name.value, valuesOf(states)) : []),
      ...(property && !tested && equals
        ? [fieldUnknown(property.node, property.text, owner, PROPERTY, [...fields])]
        : []),
      ...(equals && values ? inEnum(equals.node, equals.text, values.name.value, valuesOf(values)) : []),
    ];
  });
}

function inEnum(
  node: SchemaFault['node'],
  value: string,
  type: string,
  all: readonly string[],
): readonly SchemaFault[] {
  return all.includes(value)
    ? []
    : [{ node, fault: schemaFaults.notInEnum(value, type, nearest(value, all), all) }];
}

/** A fault where the directive does not fit the type of the field. */
function onTypes({ directive, field, name }: OnField, types: readonly string[], expected: Text) {
  const type = namedType(field.type);
  const fits = types.includes(type) || !(type in SCALARS);
  return fits
    ? []
    : [{ node: directive, fault: schemaFaults.misplaced(directive.name.value, name, expected) }];
}

/** Names in an argument that are not fields of the owner. */
function namesFields(
  { directive, fields, owner }: Found,
  argument: string,
  what: Part,
  fits: (field: FieldDefinitionNode) => boolean,
): readonly SchemaFault[] {
  const candidates = [...fields].filter(([, field]) => fits(field));
  return [directiveArgument(directive, argument) ?? []]
    .flat()
    .map(String)
    .filter((name) => !candidates.some(([each]) => each === name))
    .map((name) => fieldUnknown(argumentNode(directive, argument), name, owner, what, candidates));
}

function fieldUnknown(
  node: SchemaFault['node'],
  name: string,
  owner: string,
  what: Part,
  candidates: readonly (readonly [string, FieldDefinitionNode])[],
): SchemaFault {
  const near = nearest(
    name,
    candidates.map(([each]) => each),
  );
  return { node, fault: schemaFaults.fieldUnknown(name, owner, what, near) };
}

/** A least value above the greatest one. */
function ordered(limits: ConstDirectiveNode): readonly SchemaFault[] {
  return [
    ['least', 'most'],
    ['usualLeast', 'usualMost'],
  ].flatMap(([least = '', most = '']) => {
    const [low, high] = [directiveArgument(limits, least), directiveArgument(limits, most)];
    const isWrong = low !== undefined && high !== undefined && Number(low) > Number(high);
    return isWrong ? [{ node: argumentNode(limits, least), fault: schemaFaults.order(least, most) }] : [];
  });
}
