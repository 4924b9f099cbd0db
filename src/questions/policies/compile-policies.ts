/** The derived `policies` of a place, an industry or a cluster: policies in force, each with its proof (§6.15). */

import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import type { CompileContext, CompileDerived, Compiled } from '../../compile/compiled.ts';
import { countRows } from '../../compile/count-rows.ts';
import { orderKeys, pageOrder } from '../../compile/page-order.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { whereCondition } from '../../compile/where-condition.ts';
import { compileSteps } from '../support/compile-step.ts';
import { compileModality, compileScope } from '../support/compile-support.ts';
import { NO_ARGUMENTS, type SupportRules } from '../support/support-cypher.ts';
import { allTests } from '../support/support-tests.ts';
import {
  type PoliciesOf,
  policiesOfCluster,
  policiesOfIndustry,
  policiesOfPlace,
} from './policies-cypher.ts';

/** The derived fields, by the name of the connection they answer with. */
export const DERIVED_POLICIES: ReadonlyMap<string, CompileDerived> = new Map([
  ['PlacePoliciesConnection', derivedPolicies('PlacePolicies', policiesOfPlace)],
  ['IndustryPoliciesConnection', derivedPolicies('IndustryPolicies', policiesOfIndustry)],
  ['ClusterPoliciesConnection', derivedPolicies('ClusterPolicies', policiesOfCluster)],
]);

function derivedPolicies(name: string, policiesOf: PoliciesOf): CompileDerived {
  return (context, field, variable) => {
    const { where, orderBy } = field.arguments;
    const rules = firmRules(context);
    const asked = orderKeys(context, 'Policy', orderBy, 'p');
    const keys = [...asked.keys, { text: 'p.id', type: 'string' } as const];
    const order = pageOrder(context, `${name} ${asked.name}`, keys, asked);
    const rows = (proofs: boolean): string => {
      const condition = whereCondition(context, 'Policy', where, 'p');
      const kept = condition.text === undefined ? '' : `\n${condition.calls}WITH * WHERE ${condition.text}`;
      return `${policiesOf(rules, variable, proofs)}${kept}`;
    };
    return compilePage(context, name, field, {
      from: variable,
      position: order.position,
      order: order.cursor,
      rows: (after, limit) => `${rows(asksProof(context, name, field))}\n${order.cut(after, limit)}`,
      node: (selections) =>
        compileNode(
          context,
          'Policy',
          selections.flatMap((each) => each.nodes),
          'p',
        ),
      edgeField: (each) => compileEdgeField(context, each),
      extra: () => countRows(context, variable, rows(false)),
    });
  };
}

/** The proof is looked for only where something of it is asked. */
function asksProof(context: CompileContext, name: string, field: SelectedField): boolean {
  const edges = selectFields(context, `${name}Connection`, field.nodes).filter(
    (each) => each.name === 'edges',
  );
  const asked = selectFields(
    context,
    `${name}Edge`,
    edges.flatMap((each) => each.nodes),
  );
  return asked.some((each) => ['scope', 'modality', 'because'].includes(each.name));
}

/** The rules on the day of the question; where that is any day, whether a policy is in force is asked of today. */
function firmRules(context: CompileContext): SupportRules {
  const day = context.day ?? context.today;
  return { args: NO_ARGUMENTS, tests: context.parameters.add(allTests(day, false)) };
}

function compileEdgeField(context: CompileContext, field: SelectedField): Compiled {
  if (field.name === 'scope') return compileScope('whole');
  if (field.name === 'modality') return compileModality('steps');
  return compileSteps(context, field, 'steps', compileNode);
}
