/** A property read from its field declaration. */

import {
  type EnumTypeDefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import { invariant } from '../../diagnostics/invariant.ts';
import { directiveArgument, directiveOf, namedType, typeShape } from '../directives.ts';
import type { Limits, PropertyModel, ValueKind } from '../model.ts';
import { readPhrase, readValueWords, readWords } from '../read-words.ts';

/** The scalars that a property can hold, and what each is read as. */
export const SCALARS: Readonly<Record<string, ValueKind>> = {
  ID: 'id',
  String: 'text',
  Int: 'int',
  Boolean: 'boolean',
  Date: 'date',
  CoarseDate: 'coarseDate',
  Decimal: 'decimal',
  Money: 'money',
  Period: 'period',
};

/**
 * The property that a field declares.
 * @param declared its type, where that is an enum or a declared scalar
 * @param parts the fields of its type, where that is a plain type kept as JSON
 */
export function readProperty(
  owner: string,
  field: FieldDefinitionNode,
  declared: EnumTypeDefinitionNode | ScalarTypeDefinitionNode | undefined,
  parts: readonly PropertyModel[] = [],
): PropertyModel {
  const type = namedType(field.type);
  const values = declared?.kind === Kind.ENUM_TYPE_DEFINITION ? declared : undefined;
  const json = parts.length > 0 || directiveOf(field, 'json') !== undefined;
  const valueKind = values ? 'enum' : json ? 'json' : SCALARS[type];
  invariant(
    valueKind,
    `${owner}.${field.name.value}: ${type} is no scalar, enum, owned type or relationship`,
  );
  const fallback = directiveOf(field, 'default');
  const notBefore = directiveOf(field, 'notBefore');
  const [key, figure] = [directiveOf(field, 'key'), directiveOf(field, 'figure')];
  const format = directiveOf(field, 'format');
  const unit = figure && directiveArgument(figure, 'unit');
  const { list, required } = typeShape(field.type);
  return {
    name: field.name.value,
    type,
    valueKind,
    values: values?.values?.map((value) => value.name.value) ?? [],
    valueTexts: new Map(values?.values?.flatMap(textOf) ?? []),
    valueWords: new Map(values?.values?.map((value) => [value.name.value, readValueWords(value)])),
    words: readWords(field),
    phrase: readPhrase(field),
    list,
    required,
    format: format && String(directiveArgument(format, 'name')),
    key: key !== undefined,
    keyIfGiven: key !== undefined && directiveArgument(key, 'ifGiven') === true,
    default: fallback && String(directiveArgument(fallback, 'value')),
    lastDay: directiveOf(field, 'lastDay') !== undefined,
    notBefore: notBefore ? [directiveArgument(notBefore, 'fields')].flat().map(String) : [],
    figure: figure !== undefined,
    hedge: undefined,
    hedgeOf: undefined,
    unit: unit === undefined ? undefined : String(unit),
    ceiling: figure !== undefined && directiveArgument(figure, 'ceiling') === true,
    served: true,
    parts,
    units: new Map(values?.values?.flatMap(unitOf) ?? []),
    writtenUnits: new Set(values?.values?.flatMap(writtenUnitOf) ?? []),
    limits: limitsOf(field, declared),
    valueLimits: new Map(values?.values?.flatMap(valueLimitsOf) ?? []),
    description: field.description?.value ?? '',
  };
}

function textOf(value: EnumValueDefinitionNode): readonly (readonly [string, string])[] {
  return value.description ? [[value.name.value, value.description.value]] : [];
}

function unitOf(value: EnumValueDefinitionNode): readonly (readonly [string, string])[] {
  const unit = directiveOf(value, 'unit');
  return unit ? [[value.name.value, String(directiveArgument(unit, 'of'))]] : [];
}

function writtenUnitOf(value: EnumValueDefinitionNode): readonly string[] {
  const unit = directiveOf(value, 'unit');
  return unit && directiveArgument(unit, 'written') === true ? [value.name.value] : [];
}

/** The limits on a field or a value, and those of its type that they do not replace. */
function limitsOf(
  declaration: FieldDefinitionNode | EnumValueDefinitionNode,
  type?: EnumTypeDefinitionNode | ScalarTypeDefinitionNode,
): Limits | undefined {
  const found = [type, declaration].flatMap((each) => (each && directiveOf(each, 'limits')) ?? []);
  if (found.length === 0) return undefined;
  const values = found.flatMap((limits) =>
    (limits.arguments ?? []).map(({ name }) => [name.value, directiveArgument(limits, name.value)] as const),
  );
  const { past, ...numbers } = Object.fromEntries(values);
  const bounds = Object.entries(numbers).map(([name, value]) => [name, Number(value)]);
  return { ...Object.fromEntries(bounds), ...(past === true ? { past } : {}) };
}

function valueLimitsOf(value: EnumValueDefinitionNode): readonly (readonly [string, Limits])[] {
  const limits = limitsOf(value);
  return limits ? [[value.name.value, limits]] : [];
}
