/** A property read from its field declaration. */

import type { EnumTypeDefinitionNode, EnumValueDefinitionNode, FieldDefinitionNode } from 'graphql';
import { invariant } from '../diagnostics/invariant.ts';
import { directiveArgument, directiveOf, namedType, typeShape } from './directives.ts';
import type { Limits, PropertyModel, ValueKind } from './model.ts';

const SCALARS: Readonly<Record<string, ValueKind>> = {
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
 * @param values the enum of its type, where it is one
 * @param parts the fields of its type, where that is a plain type kept as JSON
 */
export function readProperty(
  owner: string,
  field: FieldDefinitionNode,
  values: EnumTypeDefinitionNode | undefined,
  parts: readonly PropertyModel[] = [],
): PropertyModel {
  const type = namedType(field.type);
  const json = parts.length > 0 || directiveOf(field, 'json') !== undefined;
  const valueKind = values ? 'enum' : json ? 'json' : SCALARS[type];
  invariant(
    valueKind,
    `${owner}.${field.name.value}: ${type} is no scalar, enum, owned type or relationship`,
  );
  const fallback = directiveOf(field, 'default');
  const notBefore = directiveOf(field, 'notBefore');
  const { list, required } = typeShape(field.type);
  return {
    name: field.name.value,
    type,
    valueKind,
    values: values?.values?.map((value) => value.name.value) ?? [],
    valueTexts: new Map(values?.values?.flatMap(textOf) ?? []),
    list,
    required,
    key: directiveOf(field, 'key') !== undefined,
    default: fallback && String(directiveArgument(fallback, 'value')),
    lastDay: directiveOf(field, 'lastDay') !== undefined,
    notBefore: notBefore ? [directiveArgument(notBefore, 'fields')].flat().map(String) : [],
    figure: directiveOf(field, 'figure') !== undefined,
    parts,
    units: new Map(values?.values?.flatMap(unitOf) ?? []),
    limits: limitsOf(field),
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

function limitsOf(declaration: FieldDefinitionNode | EnumValueDefinitionNode): Limits | undefined {
  const limits = directiveOf(declaration, 'limits');
  if (!limits) return undefined;
  const [least, most] = ['least', 'most'].map((name) => directiveArgument(limits, name));
  return {
    least: least === undefined ? undefined : Number(least),
    most: most === undefined ? undefined : Number(most),
  };
}

function valueLimitsOf(value: EnumValueDefinitionNode): readonly (readonly [string, Limits])[] {
  const limits = limitsOf(value);
  return limits ? [[value.name.value, limits]] : [];
}
