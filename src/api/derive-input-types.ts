/** What lists can be asked by: filters, orders and groups, derived from the model's properties and relationships. */

import type { FieldDefinitionNode } from 'graphql';
import { groupKeys, groupName } from '../compile/compile-groups.ts';
import { numberName, summedNumbers } from '../compile/compile-sum.ts';
import { treeOf } from '../compile/tree.ts';
import { namedType } from '../model/directives.ts';
import type { FieldsModel, Model, PropertyModel, RelationshipModel } from '../model/model.ts';
import { ENTITY, isA, rootTypes } from '../model/model.ts';

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
    ...asked.map(orderText),
    searchWhereText(model),
    ...rootTypes(model).map(groupText),
    ...rootTypes(model).map((type) => numberText(model, type)),
    GROUP,
  ];
}

const GROUP = `"How many have one value, or lead to one entity. 分组"
type Group {
  "The value, or the entity's id. 值"
  key: String!
  "What people call it: the words of the value, or the entity's name. 名称"
  label(lang: Lang = ZH): String!
  entity: Entity
  count: Int!
  "The sum of what \`sumOf\` names, over the group. 合计"
  sum: Sum!
}
"A sum of figures of one unit, one definition (口径) and one period. 合计"
type Sum {
  "Exact; null where none of them has a number. 数值"
  value: Decimal
  "Their unit, or the currency of amounts. 单位"
  unit: String
  "How many figures are added up: what has no number is left out. 项数"
  count: Int!
  "EXACT where all are; null where some bounds point up and others down. 数值限定"
  bound: Bound
  "The weakest of all: a plan among them makes the sum a plan. 表述性质"
  modality: Modality!
}`;

/** The numbers of a type that can be added up. */
function numberText(model: Model, type: FieldsModel): string {
  const numbers = summedNumbers(model, type);
  if (numbers.length === 0) return '';
  const values = numbers.map((each) => `${JSON.stringify(each.description)} ${numberName(each)}`);
  return `"Numbers that can be added up. 可合计项" enum ${type.name}Number { ${values.join(' ')} }`;
}

/** The arguments of a list of a type. */
export function listArguments(type: string): string {
  return `where: ${type}Where, orderBy: [${type}OrderBy!]`;
}

/** The filter of `search`: one of each list of entities. */
function searchWhereText(model: Model): string {
  const lists = rootTypes(model).filter(({ name }) => isA(model, name, ENTITY));
  return `"Filters by list: what is found is of a list given here, and passes its filter. 按类型的条件"
input SearchWhere {
  ${lists.map(({ name, root }) => `${root?.list}: ${name}Where`).join('\n')}
}`;
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
  ${treeOf(model, name) ? '"It is this, or in it. 属于" isIn: ID "Part of it lies in this. 跨" touches: ID "This is it, or in it. 涵盖" covers: ID' : ''}
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
  const derived = [...type.computed.values()].filter(isCounted).map(({ name }) => name.value);
  return `"One key: enums as they are declared, what has no value last; ties end in id. 排序" input ${type.name}OrderBy @oneOf {
  ${values.map((name) => `${name}: SortDirection`).join('\n')}
  ${[...counts.map(({ name }: RelationshipModel) => name), ...derived].map((name) => `${name}: CountOrder`).join('\n')}
}`;
}

/** Whether a field is answered from other facts in pages, which can be counted. */
function isCounted({ type }: FieldDefinitionNode): boolean {
  return namedType(type).endsWith('Connection');
}

function canOrder({ list, valueKind, served }: PropertyModel): boolean {
  return served && !list && valueKind !== 'json';
}

function groupText(type: FieldsModel): string {
  const keys = groupKeys(type).map(groupName);
  return `"What to group by; a date by its year. 分组依据" enum ${type.name}Group { ${keys.join(' ')} }`;
}
