/** `support`, compiled: the page, its proofs, the total and why there is no more, all in one statement. */

import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import { array, type CompileContext, type Compiled, compileMap } from '../../compile/compiled.ts';
import { countRows } from '../../compile/count-rows.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { selectAnswers } from '../select-answers.ts';
import { compileSteps } from './compile-step.ts';
import { proofOf, weakestOf } from './proof-cypher.ts';
import { answersOf, inForce, type SupportArguments, type SupportRules } from './support-cypher.ts';
import { supportOrder } from './support-order.ts';
import { allTests } from './support-tests.ts';
import { compileWhyNot } from './why-not.ts';

/** The arguments that name something, and the node type it must be. */
export const SUPPORT_IDS = {
  policy: 'Policy',
  industry: 'Industry',
  cluster: 'Cluster',
  place: 'Place',
} as const;

/** The answer of `support`, with those of the arguments in {@link SUPPORT_IDS} beside it that name nothing. */
export function compileSupport(context: CompileContext, field: SelectedField): Compiled {
  const named = bindNamed(context, field, SUPPORT_IDS);
  const { instrument } = field.arguments;
  const args: SupportArguments = {
    ...named,
    instrument: instrument === undefined ? undefined : context.parameters.add(instrument),
  };
  return besideUnknown(SUPPORT_IDS, named, compileSupportPage(context, field, args));
}

function compileSupportPage(context: CompileContext, field: SelectedField, args: SupportArguments): Compiled {
  const tests = allTests(dayOf(context), field.arguments.includePlanned === true);
  const rules: SupportRules = { args, tests: context.parameters.add(tests) };
  const order = supportOrder(context, String(field.arguments.orderBy));
  const only = args.policy === undefined ? '' : ` AND p.id = ${args.policy}`;
  const answers = (bound: string) => `MATCH (p:Policy) WHERE ${inForce(rules, 'p')}${only}${bound}
CALL (p) { ${answersOf(rules)} }`;
  const connection = selectFields(context, 'SupportConnection', field.nodes);
  const whyNot = connection.some((each) => each.name === 'whyNot')
    ? compileWhyNot(context, tests, args)
    : undefined;
  // Whoever asks why there is no more has had all answers counted: the planner is spared a third of the statement.
  const extra = ({ name }: SelectedField): Compiled => {
    if (whyNot === undefined) return countRows(context, '', answers(''));
    return { calls: '', text: whyNot.text, read: name === 'whyNot' ? whyNot.read : whyNot.readTotal };
  };
  const page = compilePage(context, 'Support', field, {
    from: '',
    position: order.position,
    order: order.cursor,
    rows: (after, limit) => {
      const beyond = after === undefined ? '' : ` WHERE ${order.beyond(after)}`;
      const proof = needsProof(context, field) ? `\n${proofOf(rules)}` : '';
      return `${answers(` AND ${order.policyBound(after)}`)}
WITH p, c, y${beyond} ORDER BY ${order.text} LIMIT ${limit}${proof}`;
    },
    node: (selections) => compileAnswer(context, selections),
    extra,
  });
  return { ...page, calls: `${whyNot?.calls ?? ''}${page.calls}` };
}

/** `support` always has a day: its root field takes no `anyDay`. */
function dayOf(context: CompileContext): number {
  invariant(context.day !== undefined, 'support is asked on a day');
  return context.day;
}

/** The proof is looked for only where something of it is asked. */
function needsProof(context: CompileContext, field: SelectedField): boolean {
  const asked = selectAnswers(context, 'Support', field);
  return asked.some((each) => ['scope', 'modality', 'because', 'browserUrl'].includes(each.name));
}

/** One answer as its selections ask for it, over bound `p`, `c`, `y`, `steps` and `whole`. */
function compileAnswer(context: CompileContext, selections: readonly SelectedField[]): Compiled {
  const fields = selectFields(
    context,
    'Support',
    selections.flatMap((each) => each.nodes),
  );
  return compileMap(
    fields.map((each): readonly [string, Compiled] => [each.responseKey, compileAnswerField(context, each)]),
    'Support',
  );
}

function compileAnswerField(context: CompileContext, field: SelectedField): Compiled {
  switch (field.name) {
    case 'policy':
      return compileNode(context, 'Policy', field.nodes, 'p');
    case 'cluster':
      return compileNode(context, 'Cluster', field.nodes, 'c');
    case 'place':
      return compileNode(context, 'Place', field.nodes, 'y');
    case 'scope':
      return compileScope('whole');
    case 'modality':
      return compileModality('steps');
    case 'browserUrl':
      return compileLink(context);
    default:
      return compileSteps(context, field, 'steps', compileNode);
  }
}

/** The link that shows a proof, over bound `p`, `c`, `y` and `steps`. */
function compileLink(context: CompileContext): Compiled {
  const passed = 'reduce(ids = [], x IN steps | ids + [startNode(x).id, endNode(x).id])';
  return {
    calls: '',
    text: `[p.id, c.id, y.id] + ${passed}`,
    read: (raw) => {
      const [policy = '', cluster = '', place = '', ...proof] = array(raw).map(String);
      return context.links.support([policy, cluster, place, ...proof]);
    },
  };
}

/** WHOLE or PART, of a flag. */
export function compileScope(whole: string): Compiled {
  return { calls: '', text: whole, read: (raw) => (raw === true ? 'WHOLE' : 'PART') };
}

/** The weakest modality among the relationships of a list. */
export function compileModality(steps: string): Compiled {
  return { calls: '', text: `[x IN ${steps} | x.modality]`, read: (raw) => weakestOf(array(raw)) };
}
