/** The tools there are: the API's questions by their own names. A question more is a line more. */

import type { GraphQLSchema } from 'graphql';
import type { Model } from '../model/model.ts';
import { listTool } from './list-tool.ts';
import { nodeTool } from './node-tool.ts';
import { questionTool } from './question-tool.ts';
import type { Tool } from './tool.ts';

/** No tool goes past the entities found, so that there is nothing for a day to hold for. */
const WITHOUT_DAY = { without: ['validOn'] };

/**
 * All tools over a schema, in the order in which an agent may want them.
 * @param pagesUrl where the explorer listens
 */
export function createTools(schema: GraphQLSchema, model: Model, pagesUrl = ''): readonly Tool[] {
  return [
    questionTool(schema, model, 'resolve', { ...WITHOUT_DAY, beginnings: { of: 'candidates', first: 5 } }),
    // A filter by type is what `list` is for.
    questionTool(schema, model, 'search', { without: [...WITHOUT_DAY.without, 'where'], first: 10 }),
    nodeTool(schema, model, pagesUrl),
    listTool(schema, model),
    // With its proof an answer takes a thousand characters and more.
    questionTool(schema, model, 'support', { first: 5 }),
    questionTool(schema, model, 'eligibility', { first: 5 }),
    questionTool(schema, model, 'coverage', { first: 10 }),
    questionTool(schema, model, 'progress', { first: 10 }),
    questionTool(schema, model, 'chain'),
    questionTool(schema, model, 'compare'),
    questionTool(schema, model, 'paths', { first: 3 }),
    questionTool(schema, model, 'expiring', { first: 10 }),
    questionTool(schema, model, 'worklist', { first: 10 }),
    questionTool(schema, model, 'claims', { first: 10 }),
    questionTool(schema, model, 'changes', WITHOUT_DAY),
    questionTool(schema, model, 'graph'),
  ];
}
