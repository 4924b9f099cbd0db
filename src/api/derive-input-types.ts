/** What lists can be asked by: filters, orders and groups, derived from the model's properties and relationships. */

import { groupKeys, groupName } from '../compile/compile-groups.ts';
import { treeOf } from '../compile/tree.ts';
import type { FieldsModel, Model, PropertyModel, RelationshipModel } from '../model/model.ts';
import { rootTypes } from '../model/model.ts';

/** Operators by the kind of a property's value; an enum has a filter of its own. */
const SHARED_FILTERS = `"Given operators all hold; of a list, one item must fit. 文本条件"
input TextFilter { eq: String in: [String!] contains: String startsWith: String isNull: Boolean }
"Given operators all hold. 编号条件"
input IdFilter { eq: ID in: [ID!] }
"Given operators all hold. 整数条件"
input IntFilter { eq: Int in: [Int!] gte: Int lte: Int isNull: Boolean }
"Given operators all hold. 是非条件"
input BooleanFilter { eq: Boolean isNull: Boolean }
"Given operators all hold. 数值条件"
input DecimalFilter { eq: Decimal in: [Decimal!] gte: Decimal lte: Decimal isNull: Boolean }
"Given operators all hold. A month or a year is its first day in gte, its last in lte. 日期条件"
input DateFilter { eq: Date in: [Date!] gte: Date lte: Date isNull: Boolean }
"""
eq and in compare the text; gte and lte the day it means: the first, or the last of what ends something. A given month or
year is its first day in gte, its last in lte. 日期条件
"""
input CoarseDateFilter { eq: CoarseDate in: [CoarseDate!] gte: Date lte: Date isNull: Boolean }
"""
eq and in compare the text; gte its first day, lte its last. A given month or year is its first day in gte, its last in
lte. 时期条件
"""
input PeriodFilter { eq: Period in: [Period!] gte: Date lte: Date isNull: Boolean }
"Amounts of one currency. 金额条件"
input MoneyFilter { currency: String gte: Decimal lte: Decimal isNull: Boolean }
"What has no value comes last either way. 次序"
enum SortDirection { ASC DESC }
"Of which types; given operators all hold. 类型条件"
input EntityTypeFilter { eq: EntityType in: [EntityType!] isNull: Boolean }
"By how many distinct nodes a relationship leads to. 按数量"
input CountOrder { count: SortDirection! }`;

const FILTERS: Readonly<Partial<Record<PropertyModel['valueKind'], string>>> = {
  text: 'TextFilter',
  id: 'IdFilter',
  int: 'IntFilter',
  boolean: 'BooleanFilter',
  decimal: 'DecimalFilter',
  date: 'DateFilter',
  coarseDate: 'CoarseDateFilter',
  period: 'PeriodFilter',
  money: 'MoneyFilter',
};

/** The definitions of all inputs that lists take. */
export function inputTypeTexts(model: Model): readonly string[] {
  const asked = askedTypes(model);
  const enums = new Set(
    asked.flatMap((type) => [...type.properties.values()].filter(isEnum).map((each) => each.type)),
  );
  const states = new Set(asked.flatMap((type) => [...type.states.values()].map((each) => each.type)));
  return [
    SHARED_FILTERS,
    ...[...states]
      .filter((name) => !enums.has(name))
      .map((name) => `input ${name}Filter { eq: ${name} in: [${name}!] }`),
    ...[...enums].map((name) => `input ${name}Filter { eq: ${name} in: [${name}!] isNull: Boolean }`),
    ...asked.map((type) => whereText(model, type)),
    ...asked.map((type) => orderText(type)),
    ...rootTypes(model).map(groupText),
    `"How many have one value, or lead to one entity. 分组"
type Group { "The value, or the entity's id. 值" key: String! entity: Entity count: Int! }`,
  ];
}

/** The arguments of a list of a type. */
export function listArguments(type: string): string {
  return `where: ${type}Where, orderBy: [${type}OrderBy!]`;
}

/** Types and interfaces that a list may be of. */
function askedTypes(model: Model): readonly FieldsModel[] {
  const all: readonly FieldsModel[] = [...model.interfaces.values(), ...model.nodeTypes.values()];
  const targets = new Set(rootTypes(model).map(({ name }) => name));
  for (const type of all) for (const { target } of type.relationships.values()) targets.add(target);
  return all.filter(({ name }) => targets.has(name));
}

function whereText(model: Model, type: FieldsModel): string {
  const { name } = type;
  const relationships = [...type.relationships.values()];
  return `"Given keys all hold. 条件"
input ${name}Where {
  ${[...type.properties.values()].map(propertyFilter).join('\n')}
  ${[...type.states.values()].map((each) => `"On the day of the operation. 状态" ${each.name}: ${each.type}Filter`).join('\n')}
  ${relationships.map((each) => `${each.name}: ${each.target}ListFilter`).join('\n')}
  ${model.interfaces.has(name) ? 'type: EntityTypeFilter' : ''}
  ${treeOf(model, name) ? '"It is this, or in it. 属于" isIn: ID "Part of it lies in this. 跨" touches: ID' : ''}
  and: [${name}Where!]
  or: [${name}Where!]
  not: ${name}Where
}
input ${name}ListFilter { "At least one fits. 有" some: ${name}Where "Not one fits. 无" none: ${name}Where }`;
}

function propertyFilter(property: PropertyModel): string {
  if (!property.served) return '';
  const filter = isEnum(property) ? `${property.type}Filter` : FILTERS[property.valueKind];
  return filter ? `${property.name}: ${filter}` : '';
}

function isEnum({ valueKind }: PropertyModel): boolean {
  return valueKind === 'enum';
}

function orderText(type: FieldsModel): string {
  const properties = [...type.properties.values()].filter(canOrder).map(({ name }) => name);
  const values = [...properties, ...type.states.keys()];
  const counts = [...type.relationships.values()].filter(({ many }) => many);
  return `"One key: enums as they are declared, what has no value last; ties end in id. 排序" input ${type.name}OrderBy @oneOf {
  ${values.map((name) => `${name}: SortDirection`).join('\n')}
  ${counts.map(({ name }: RelationshipModel) => `${name}: CountOrder`).join('\n')}
}`;
}

function canOrder({ list, valueKind, served }: PropertyModel): boolean {
  return served && !list && valueKind !== 'json';
}

function groupText(type: FieldsModel): string {
  const keys = groupKeys(type).map(groupName);
  return `"What to group by; a date by its year. 分组依据" enum ${type.name}Group { ${keys.join(' ')} }`;
}
