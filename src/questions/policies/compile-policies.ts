/** The derived `policies` of places, industries and clusters: policies in force, each with its proof (§6.15). */

import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import {
  array,
  type CompileContext,
  type CompileDerived,
  type Compiled,
  type CountDerived,
  expression,
  type FurtherStatement,
  record,
  storedValue,
} from '../../compile/compiled.ts';
import { countRows } from '../../compile/count-rows.ts';
import type { Position } from '../../compile/cursor.ts';
import { matchNode } from '../../compile/match-decided.ts';
import { orderKeys, pageOrder } from '../../compile/page-order.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { whereCondition } from '../../compile/where-condition.ts';
import { clientError } from '../../diagnostics/client-error.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import { countPolicies, NODES_OF, type PoliciesOf, policiesOf, policyProof } from '../../rules/policies.ts';
import type { Steps } from '../../rules/steps.ts';
import { compileSteps, type DecidedStep } from '../compile-step.ts';
import { asksProof, compileVerdict, type DecidedProof, decidedProof } from '../support/decided-proof.ts';

/** The most policies, of all nodes together, that one statement takes. */
const MOST_POLICIES = 50_000;

/**
 * The derived fields, by the name of the connection they answer with.
 * @param views decides them; called only where nodes with such a field were found
 */
export function derivedPolicies(views: () => GroundViews): ReadonlyMap<string, CompileDerived> {
  const derived = (name: string, kind: PoliciesOf): CompileDerived => {
    return (context, field, variable) => {
      const policies = context.later.add({
        isDecided: true,
        compile: (ids) => compilePolicies(context.further(), views(), kind, name, field, ids),
      });
      return storedValue(variable, 'id', (id) => (typeof id === 'string' ? policies(id) : null));
    };
  };
  return new Map([
    ['PlacePoliciesConnection', derived('PlacePolicies', 'place')],
    ['IndustryPoliciesConnection', derived('IndustryPolicies', 'industry')],
    ['ClusterPoliciesConnection', derived('ClusterPolicies', 'cluster')],
  ]);
}

/** The most nodes whose policies are counted for an order. */
const MOST_COUNTED = 10_000;

/** How many policies those fields give for each node, by the same names. */
export function derivedPolicyCounts(views: () => GroundViews): ReadonlyMap<string, CountDerived> {
  const counts = (kind: PoliciesOf): CountDerived => {
    return ({ day, today }) => {
      const { ground } = views();
      const { length } = ground[NODES_OF[kind]];
      if (length > MOST_COUNTED) throw tooManyCounted(length);
      const found = [...countPolicies(views(), kind, day ?? today)];
      return Object.fromEntries(found.map(([node, count]) => [ground.ids[node] ?? '', count]));
    };
  };
  return new Map([
    ['PlacePoliciesConnection', counts('place')],
    ['IndustryPoliciesConnection', counts('industry')],
    ['ClusterPoliciesConnection', counts('cluster')],
  ]);
}

function tooManyCounted(found: number) {
  const message = `An order by "policies" would count them for ${found} nodes; ${MOST_COUNTED} are allowed.`;
  return clientError('QUERY_TOO_COMPLEX', message, { limit: 'counted', allowed: MOST_COUNTED, found });
}

/** A policy of a node. */
type Row = { readonly policy: string } & Partial<DecidedProof>;

/** A node with the policies that the statement needs, and the number of all its policies. */
interface Owner {
  readonly id: string;
  readonly total: number;
  readonly policies: readonly Row[];
}

function* compilePolicies(
  context: CompileContext,
  views: GroundViews,
  kind: PoliciesOf,
  name: string,
  field: SelectedField,
  ids: readonly string[],
): Steps<FurtherStatement> {
  const { where, orderBy } = field.arguments;
  const keys = orderKeys(context, 'Policy', orderBy, 'p');
  const byId = { text: 'p.id', type: 'string' } as const;
  const order = pageOrder(context, `${name} ${keys.name}`, [...keys.keys, byId], keys);
  // Where the rules know the page, only its policies are sent: all of them where a filter or an order is left to Neo4j.
  const known = where === undefined && keys.keys.length === 0;
  const owners: Owner[] = [];
  const steps = () => owners.flatMap(({ policies }) => policies.flatMap((row) => row.steps ?? []));
  const parameter = context.parameters.add(owners);
  const [owner, page, value] = [context.variable('n'), context.variable('c'), context.variable('c')];
  const rows = (): string => {
    const condition = whereCondition(context, 'Policy', where, 'p');
    const kept = condition.text === undefined ? '' : `\n${condition.calls}WITH * WHERE ${condition.text}`;
    const match = matchNode(context, 'p', 'row.policy', () =>
      owners.flatMap(({ policies }) => policies.map(({ policy }) => policy)),
    );
    return `UNWIND ${owner}.policies AS row ${match}${kept}`;
  };
  let wanted: { readonly after: Position | undefined } | undefined;
  const compiled = compilePage(context, name, field, {
    from: owner,
    position: order.position,
    order: order.cursor,
    rows: (after, limit) => {
      wanted = { after };
      return `${rows()}\n${order.cut(after, limit)}`;
    },
    node: (selections) =>
      compileNode(
        context,
        'Policy',
        selections.flatMap((each) => each.nodes),
        'p',
      ),
    edgeField: (each) => compileEdgeField(context, each, steps),
    extra: () => (known ? expression(`${owner}.total`) : countRows(context, owner, rows())),
  });
  const proved = edgeFields(context, name, field).some(asksProof);
  let left = MOST_POLICIES;
  for (const id of ids) {
    yield;
    const day = context.day ?? context.today;
    const node = views.ground.numbers.get(id) ?? -1;
    const all = policiesOf(views, kind, node, day);
    const after = String(wanted?.after?.[0] ?? '');
    const sent = known
      ? all
          .filter((policy) => (views.ground.ids[policy] ?? '') > after)
          .slice(0, Number(field.arguments.first) + 1)
      : all;
    left -= sent.length;
    if (left < 0) throw tooMany();
    const policies: Row[] = [];
    for (const policy of sent) {
      yield;
      const proof = proved ? policyProof(views, kind, node, policy, day) : undefined;
      const row = { policy: views.ground.ids[policy] ?? '' };
      policies.push(proof ? { ...row, ...decidedProof(context, views.ground, proof) } : row);
    }
    owners.push({ id, total: all.length, policies });
  }
  const part = {
    calls: `CALL () { UNWIND ${parameter} AS ${owner}
CALL (${owner}) { ${compiled.calls}RETURN ${compiled.text} AS ${page} }
RETURN collect({id: ${owner}.id, page: ${page}}) AS ${value} }
`,
    text: value,
    read: (raw: unknown) =>
      new Map(array(raw).map((each) => [String(record(each).id), compiled.read(record(each).page)] as const)),
  };
  return { context, compiled: part };
}

function edgeFields(context: CompileContext, name: string, field: SelectedField): readonly SelectedField[] {
  const edges = selectFields(context, `${name}Connection`, field.nodes).filter(
    (each) => each.name === 'edges',
  );
  return selectFields(
    context,
    `${name}Edge`,
    edges.flatMap((each) => each.nodes),
  );
}

function compileEdgeField(
  context: CompileContext,
  field: SelectedField,
  steps: () => Iterable<DecidedStep>,
): Compiled {
  const { name } = field;
  if (name === 'scope' || name === 'modality') return compileVerdict('row', name);
  return compileSteps(context, field, 'row', steps, compileNode);
}

function tooMany() {
  const message =
    'The operation asks for the policies of too many nodes at once; ask for fewer, or without a filter.';
  return clientError('QUERY_TOO_COMPLEX', message, { limit: 'policies', allowed: MOST_POLICIES });
}
