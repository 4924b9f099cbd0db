/** A call of a tool: one operation of the API, and its answer or its fault in words for an agent. */

import { GraphQLError } from 'graphql';
import { nearestIds, shortened } from '../api/nearest-ids.ts';
import type { AnswerOperation, OperationAnswer } from '../api/open-operations.ts';
import { badUserInput, clientError } from '../diagnostics/client-error.ts';
import type { Graph } from '../graph/graph.ts';
import type { Model } from '../model/model.ts';
import { type AnswerText, answerText, LONGEST_ANSWER } from './answer-text.ts';
import { faultText } from './fault-text.ts';
import type { Tool, ToolOperation } from './tool.ts';

/** What tools answer from. */
export interface ToolSource {
  readonly model: Model;
  readonly graph: Graph;
  readonly answer: AnswerOperation;
}

/** The result of a call: a text, and whether it reports a fault. */
export interface ToolResult {
  readonly text: string;
  /** The same as a value; none with a fault. */
  readonly answer?: AnswerText['value'];
  readonly isError: boolean;
}

/**
 * Calls a tool.
 * @param onFailure takes internal errors: the agent learns only that there was one
 */
export async function callTool(
  tool: Tool,
  given: Readonly<Record<string, unknown>>,
  source: Promise<ToolSource>,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<ToolResult> {
  try {
    const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
    refuseArguments(tool, asked);
    const operation = tool.prepare(asked);
    const from = await source;
    const found = await from.answer(operation.document, operation.variables, signal);
    const [error] = found.errors;
    if (error) throw error;
    const { text, value } = await answerOf(tool, operation, found, from);
    return { text, answer: value, isError: false };
  } catch (error) {
    const { text, isOurs } = faultText(tool, error);
    if (isOurs) onFailure(error instanceof GraphQLError ? (error.originalError ?? error) : error);
    return { text, isError: true };
  }
}

async function answerOf(
  tool: Tool,
  operation: ToolOperation,
  { data, revision, today }: OperationAnswer,
  source: ToolSource,
): Promise<AnswerText> {
  if (revision === 0 && tool.name !== 'graph')
    throw clientError('SERVICE_UNAVAILABLE', 'The graph is empty: nothing was ever applied to it.');
  const value = operation.read(data);
  const { about } = operation;
  if (value === undefined && about) {
    const nearest = await nearestIds(source, about.nodeType, about.id);
    throw badUserInput('id', `there is no ${about.nodeType} with the id "${shortened(about.id)}".`, nearest);
  }
  const text = answerText({ revision, ...dayOf(tool, operation, today) }, value, operation.first);
  if (text !== undefined) return text;
  throw clientError('QUERY_TOO_COMPLEX', `The answer is longer than ${LONGEST_ANSWER} characters.`);
}

/** The day that an answer holds for, where the tool takes one. */
function dayOf(tool: Tool, { variables }: ToolOperation, today: string) {
  const name = tool.arguments.find((each) => ['validOn', 'on'].includes(each.name))?.name;
  if (name === undefined || variables.anyDay === true) return {};
  return { validOn: String(variables[name] ?? today) };
}

/** Refuses arguments that there are none of or too few of, and too large a page; all else the API itself refuses. */
function refuseArguments(tool: Tool, given: Readonly<Record<string, unknown>>): void {
  const missing = tool.arguments.find((each) => each.required && given[each.name] === undefined);
  if (missing) throw badUserInput(missing.name, `${tool.name} cannot do without it.`);
  for (const [name, value] of Object.entries(given)) {
    const argument = tool.arguments.find((each) => each.name === name);
    const known = tool.arguments.map((each) => each.name).join(', ');
    if (!argument)
      throw badUserInput(
        shortened(name),
        `${tool.name} has none of that name; it takes ${known || 'nothing'}.`,
      );
    const { maximum } = argument.schema;
    if (typeof value === 'number' && maximum !== undefined && (value < 1 || value > Number(maximum)))
      throw badUserInput(name, `it may be 1 to ${maximum}, not ${value}.`);
  }
}
