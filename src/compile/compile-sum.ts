/** Sums of a number over the nodes of a list or a group: the figures are read, and added exactly. */

import { cypherName } from '../cypher/names.ts';
import { badUserInput, clientError, recordIncomplete } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { topOf } from '../model/all-industries.ts';
import type {
  FieldsModel,
  Model,
  PropertyModel,
  RelationshipModel,
  StoredRelationship,
} from '../model/model.ts';
import { screamingSnake } from '../model/screaming-snake.ts';
import { isDecimal } from '../rules/figures/exact-number.ts';
import { isRefused, type SummedFigure, type SumRefusal, sumFigures } from '../rules/figures/sum-figures.ts';
import { array, type CompileContext, type Compiled, compileMap, expression } from './compiled.ts';
import { relationshipWalk } from './relationship-walk.ts';
import { selectFields } from './select-fields.ts';
import type { SelectedField } from './selected-field.ts';
import { anyStep, treeOf } from './tree.ts';

/** More figures than this are not added up: nobody would read where they come from. */
export const MOST_FIGURES = 1_000;

/** The unit of a share: shares of different wholes have no sum. */
const SHARE = '%';

/** The numbers of a type that can be added up: amounts, and counts in a unit of their own or of what they measure. */
export function summedNumbers(model: Model, type: FieldsModel): readonly PropertyModel[] {
  return [...type.properties.values()].filter((each) => {
    if (!each.served || each.list) return false;
    if (each.valueKind === 'money') return true;
    if (each.valueKind !== 'decimal' && each.valueKind !== 'int') return false;
    if (each.unit !== undefined) return each.unit !== SHARE;
    return each.figure && measuredBy(model, type) !== undefined && periodOf(type) !== undefined;
  });
}

/** A number as clients name it: FLOOR_AREA_M2 for floorAreaM2. */
export function numberName({ name }: PropertyModel): string {
  return screamingSnake(name);
}

/** The figure of a node, read beside others and added with them. */
export interface CompiledFigure {
  /** CALL clauses for each node. */
  readonly calls: string;
  /** An expression; null where the node has no such number. */
  readonly text: string;
  /** The fields of a `Sum`, read from a list of such values. */
  readonly read: (field: SelectedField, raw: unknown) => unknown;
}

/**
 * The sum of a number over the nodes that clauses bind `n` to.
 * @example
 * CALL () { MATCH (n0:Measure) WHERE n0.nodeType IS NOT NULL
 * WITH n0 WHERE n0.cap IS NOT NULL WITH n0 ORDER BY n0.id LIMIT $p0
 * RETURN collect([n0.id, coalesce(n0.name, n0.caption), n0.cap, …]) AS c1 }
 */
export function compileSum(
  context: CompileContext,
  type: FieldsModel,
  field: SelectedField,
  n: string,
  clauses: string,
): Compiled {
  const number = numberNamed(context.model, type, field.arguments.of);
  const figure = compileFigure(context, type, number, n);
  const list = context.variable('c');
  return {
    calls: `CALL () { ${clauses}
WITH ${n} WHERE ${n}.${cypherName(number.name)} IS NOT NULL WITH ${n} ORDER BY ${n}.id LIMIT ${context.parameters.add(MOST_FIGURES + 1)}
${figure.calls}RETURN collect(${figure.text}) AS ${list} }
`,
    text: list,
    read: (raw) => figure.read(field, raw),
  };
}

/** The number that an argument names. */
export function numberNamed(model: Model, type: FieldsModel, asked: unknown): PropertyModel {
  const number = summedNumbers(model, type).find((each) => numberName(each) === asked);
  invariant(number, `${type.name} has no number ${String(asked)}`);
  return number;
}

/** The figure that a node has by one of its numbers. */
export function compileFigure(
  context: CompileContext,
  type: FieldsModel,
  number: PropertyModel,
  n: string,
): CompiledFigure {
  const has = (name: string | undefined) => name !== undefined && type.properties.has(name);
  const stored = (name: string | undefined) => (name && has(name) ? `${n}.${cypherName(name)}` : 'null');
  const measure =
    number.unit === undefined && number.valueKind !== 'money' ? measuredBy(context.model, type) : undefined;
  const period = measure && periodOf(type);
  const subjects = subjectsOf(context, type, measure, n);
  const unit = measure && measureOf(context, measure, n);
  const bound = number.hedge?.bound ?? 'bound';
  const parts = [
    `${n}.id`,
    `coalesce(${[...(has('name') ? [`${n}.name`] : []), `${n}.caption`, `${n}.id`].join(', ')})`,
    `toString(${n}.${cypherName(number.name)})`,
    stored(bound),
    stored('modality'),
    stored(period?.name),
    unit?.text ?? 'null',
    `[${subjects.map(({ text }) => text).join(', ')}]`,
  ];
  return {
    calls: `${unit?.calls ?? ''}${subjects.map(({ calls }) => calls).join('')}`,
    text: `CASE WHEN ${n}.${cypherName(number.name)} IS NULL THEN null ELSE [${parts.join(', ')}] END`,
    read: (field, raw) => {
      const figures = array(raw).map((each) => figureOf(number, array(each)));
      if (figures.length > MOST_FIGURES) throw tooManyFigures();
      const broken = figures.find(({ value }) => !isDecimal(value));
      if (broken) throw recordIncomplete(`${type.name}.${number.name}`, broken.id);
      const sum = sumFigures(figures);
      if (isRefused(sum)) throw refused(number, period, measure, sum);
      if (sum.unit === SHARE) throw badUserInput('where', `${numberName(number)} in % has no sum.`);
      const values: Readonly<Record<string, unknown>> = { ...sum };
      const parts = selectFields(context, 'Sum', field.nodes).map((each): readonly [string, Compiled] => [
        each.responseKey,
        expression('null', () => values[each.name] ?? null),
      ]);
      return compileMap(parts, 'Sum').read([]);
    },
  };
}

function figureOf(number: PropertyModel, row: readonly unknown[]): SummedFigure {
  const [id, name, stored, bound, modality, period, measure, about] = row;
  const [value = '', currency] = String(stored).split(' ');
  const [measureId, words, unit] = array(measure);
  return {
    id: String(id),
    name: String(name),
    value,
    unit: String(currency ?? number.unit ?? unit),
    bound: String(bound ?? 'EXACT'),
    modality: String(modality ?? 'STATED'),
    ...(measureId ? { indicator: { id: String(measureId), words: String(words) } } : {}),
    ...(period ? { period: String(period) } : {}),
    about: array(about).map((each) => array(each).map(String)),
  };
}

/** The relationship to the one node that says in which unit the numbers of a type are counted, and what counts. */
function measuredBy(model: Model, type: FieldsModel): RelationshipModel | undefined {
  return [...type.relationships.values()].find(({ many, required, target }) => {
    const properties = model.nodeTypes.get(target)?.properties;
    return required && !many && properties?.has('unit') && properties.has('basis');
  });
}

function periodOf(type: FieldsModel): PropertyModel | undefined {
  return [...type.properties.values()].find(({ valueKind }) => valueKind === 'period');
}

function measureOf(context: CompileContext, measure: RelationshipModel, n: string) {
  const [far, fact, found] = [context.variable('n'), context.variable('r'), context.variable('c')];
  const clauses = relationshipWalk(context, measure, n, false).clauses(far, fact);
  return {
    calls: `CALL (${n}) { ${clauses}
RETURN head(collect([${far}.id, ${far}.name + '（' + ${far}.basis + '）', ${far}.unit])) AS ${found} }
`,
    text: found,
  };
}

/** What a figure is about: each thing that it leads to, with all that this is in; without a measure, the node itself. */
function subjectsOf(
  context: CompileContext,
  type: FieldsModel,
  measure: RelationshipModel | undefined,
  n: string,
): readonly { readonly calls: string; readonly text: string }[] {
  const own = treeOf(context.model, type.name);
  if (!measure) return own ? [subject(context, own, n, undefined)] : [];
  return [...type.relationships.values()]
    .filter((each) => !each.many && each !== measure)
    .map((each) => subject(context, treeOf(context.model, each.target), n, each));
}

function subject(
  context: CompileContext,
  tree: StoredRelationship | undefined,
  n: string,
  relationship: RelationshipModel | undefined,
): { readonly calls: string; readonly text: string } {
  const [far, fact, list] = [context.variable('n'), context.variable('r'), context.variable('c')];
  const start = relationship
    ? relationshipWalk(context, relationship, n, false).clauses(far, fact)
    : `WITH ${n} AS ${far}`;
  const broader = tree && anyStep(context, tree, far, context.variable('n'));
  const top = tree && topOf(tree);
  const ids = broader
    ? `${broader.clauses}\nWITH ${far}, collect(DISTINCT ${broader.node}.id) AS ids\nRETURN head(collect([${far}.id] + ids${top ? ` + ['${top}']` : ''})) AS ${list}`
    : `RETURN head(collect([${far}.id])) AS ${list}`;
  return { calls: `CALL (${n}) { ${start}\n${ids} }\n`, text: `coalesce(${list}, [])` };
}

function tooManyFigures() {
  const message = `There are more than ${MOST_FIGURES} figures to add up; narrow them by "where".`;
  return clientError('QUERY_TOO_COMPLEX', message, { limit: 'figures', allowed: MOST_FIGURES });
}

/** The refusal of a sum: the two that differ, in what, and which filter keeps one kind. */
function refused(
  number: PropertyModel,
  period: PropertyModel | undefined,
  measure: RelationshipModel | undefined,
  { difference, figures: [one, other] }: SumRefusal,
) {
  const both = (words: (figure: SummedFigure) => string | undefined) =>
    `${words(one)} (${one.id}) and ${words(other)} (${other.id})`;
  const keep = (where: string) => `keep one of them: where: { ${where} }`;
  const why = {
    unit: () =>
      `${both(({ unit }) => unit)} are different units; ${keep(`${number.name}: { currency: "${one.unit}" }`)}`,
    indicator: () =>
      `${both(({ indicator }) => indicator?.words)} are different definitions (口径); ${keep(`${measure?.name}: { some: { id: { eq: "${one.indicator?.id}" } } }`)}`,
    period: () =>
      `${both((each) => each.period)} are different periods; ${keep(`${period?.name}: { eq: "${one.period}" }`)}`,
    overlap: () =>
      `${both(({ name }) => name)} overlap, so that a part would count twice; leave one of them out: where: { not: { id: { eq: "${other.id}" } } }`,
  };
  return badUserInput('where', `${numberName(number)} has no sum over what it keeps: ${why[difference]()}.`);
}
