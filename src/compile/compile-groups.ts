/** Grouped counts: how many nodes of a type have each value of a property, or lead to each far end. */

import { cypherName } from '../cypher/names.ts';
import { badUserInput, clientError } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { type Language, languageOf } from '../model/language.ts';
import {
  concreteTypes,
  type DayState,
  ENTITY,
  type FieldsModel,
  isA,
  type Model,
  type PropertyModel,
  type RelationshipModel,
} from '../model/model.ts';
import { screamingSnake } from '../model/screaming-snake.ts';
import { valueWords } from '../model/words/value-words.ts';
import { listClauses } from './compile-list.ts';
import { compileNode } from './compile-node.ts';
import { compileFigure, MOST_FIGURES, numberName, numberNamed, summedNumbers } from './compile-sum.ts';
import { array, type CompileContext, type Compiled, compileMap, expression } from './compiled.ts';
import { stateValue } from './day-state.ts';
import { relationshipWalk } from './relationship-walk.ts';
import { selectFields } from './select-fields.ts';
import type { SelectedField } from './selected-field.ts';
import { looksDown } from './tree.ts';

/** The root field of a type's grouped counts: firmGroups. */
export function groupsField(typeName: string): string {
  return `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}Groups`;
}

/** What a type is grouped by: enums, booleans, dates and states, and what its relationships lead to. */
export function groupKeys(type: FieldsModel): readonly string[] {
  const properties = [...type.properties.values()].filter(canGroup).map(({ name }) => name);
  return [...properties, ...type.states.keys(), ...type.relationships.keys()];
}

/** A key as clients name it: SME_SIZE for smeSize. */
export function groupName(key: string): string {
  return screamingSnake(key);
}

function canGroup({ list, valueKind, served }: PropertyModel): boolean {
  return served && !list && ['enum', 'boolean', 'coarseDate', 'date', 'period'].includes(valueKind);
}

/**
 * The groups of the nodes that `where` keeps, largest first, then by key. What has no value is in no group; a node
 * counts once in a group, and in each group that it belongs to.
 * @example
 * CALL () { MATCH (n0:Firm) WHERE n0.nodeType IS NOT NULL
 * MATCH (n0)-[r2:OPERATES_IN|OPERATES_IN_DATED]->(n1)
 * WITH n1, count(DISTINCT n0) AS c3 ORDER BY c3 DESC, n1.id LIMIT $p0
 * RETURN collect([n1.id, c3]) AS c4 }
 */
export function compileGroups(context: CompileContext, type: FieldsModel, field: SelectedField): Compiled {
  const { by, where, sumOf } = field.arguments;
  const key = groupKeys(type).find((each) => groupName(each) === by);
  invariant(key, `${type.name} is not grouped by ${String(by)}`);
  const [n, far, count, list] = ['n', 'n', 'c', 'c'].map(context.variable) as [
    string,
    string,
    string,
    string,
  ];
  const relationship = type.relationships.get(key);
  const property = type.properties.get(key);
  const state = type.states.get(key);
  const value = state
    ? stateValue(context, state, n)
    : { calls: '', text: property ? groupValue(property, n) : '' };
  const clauses = listClauses(context, type.name, where, n);
  const grouped = relationship
    ? farEnds(context, relationship, n, far)
    : `${value.calls}WITH *, ${value.text} AS ${far} WHERE ${far} IS NOT NULL`;
  const order = relationship ? `${far}.id` : far;
  const entity = relationship && isEntityType(context.model, relationship) ? relationship.target : undefined;
  const fields = selectFields(context, 'Group', field.nodes);
  const sums = fields.some(({ name }) => name === 'sum');
  if (sums && sumOf === undefined) throw sumOfMissing(context.model, type);
  const figure = sums ? compileFigure(context, type, numberNamed(context.model, type, sumOf), n) : undefined;
  const figures = figure && context.variable('c');
  const parts = fields.map((each): readonly [string, Compiled] => {
    const part = (): Compiled => {
      if (each.name === 'count') return expression(count);
      if (each.name === 'key') return expression(order);
      if (each.name === 'sum' && figure && figures)
        return expression(figures, (raw) => figure.read(each, raw));
      if (each.name === 'label')
        return labelOf(context, { property, state }, far, languageOf(each.arguments.lang));
      return entity === undefined ? expression('null') : compileNode(context, entity, each.nodes, far);
    };
    return [each.responseKey, part()];
  });
  const item = compileMap(parts, 'Group');
  const added = figures ? `, collect(DISTINCT ${figure?.text})[..${MOST_FIGURES + 1}] AS ${figures}` : '';
  return {
    calls: `CALL () { ${clauses}
${grouped}
${figure?.calls ?? ''}WITH ${far}, count(DISTINCT ${n}) AS ${count}${added} ORDER BY ${count} DESC, ${order} LIMIT ${context.parameters.add(MOST_GROUPS + 1)}
${item.calls}RETURN collect(${item.text}) AS ${list} }
`,
    text: list,
    read: (raw) => {
      const groups = array(raw);
      if (groups.length > MOST_GROUPS) throw tooManyGroups();
      return groups.map(item.read);
    },
  };
}

/** What a group is called: an entity by its name, a value of an enum by its words, a year as it is. */
function labelOf(
  { model }: CompileContext,
  { property, state }: { readonly property: PropertyModel | undefined; readonly state: DayState | undefined },
  far: string,
  lang: Language,
): Compiled {
  if (state) return expression(far, (value) => state.valueWords.get(String(value))?.[lang] ?? value);
  if (property) return expression(far, (value) => valueWords(model, property, String(value), lang));
  const english = lang === 'EN' ? `${far}.nameEn, ` : '';
  return expression(`coalesce(${english}${far}.name, ${far}.caption, ${far}.id)`);
}

function sumOfMissing(model: Model, type: FieldsModel): Error {
  const names = summedNumbers(model, type).map(numberName);
  if (names.length === 0) return badUserInput('sum', `a ${type.name} has no number that could be added up.`);
  return badUserInput('sumOf', `"sum" needs to know of what: ${names.join(' or ')}.`);
}

/**
 * Clauses that bind `far` to what a node leads to, down the tree where the field looks down: a group counts what a
 * filter by its key keeps.
 */
function farEnds(
  context: CompileContext,
  relationship: RelationshipModel,
  variable: string,
  far: string,
): string {
  const clauses = relationshipWalk(context, relationship, variable, true).clauses(far, context.variable('r'));
  if (!looksDown(context.model, relationship)) return clauses;
  return `CALL (${variable}) { ${clauses}\nRETURN DISTINCT ${far} }`;
}

/** More groups than anyone reads; nothing is cut silently. */
const MOST_GROUPS = 1_000;

function tooManyGroups(): Error {
  return clientError(
    'QUERY_TOO_COMPLEX',
    `There are more than ${MOST_GROUPS} groups; narrow them by "where".`,
    {
      limit: 'groups',
      allowed: MOST_GROUPS,
    },
  );
}

/** The value that a node is grouped by; a date or a period by its year. */
function groupValue({ name, valueKind }: PropertyModel, variable: string): string {
  const stored = `${variable}.${cypherName(name)}`;
  if (valueKind === 'boolean') return `toString(${stored})`;
  return valueKind === 'enum' ? stored : `left(${stored}, 4)`;
}

function isEntityType(model: Model, { target }: RelationshipModel): boolean {
  return concreteTypes(model, target).every((name) => isA(model, name, ENTITY));
}
