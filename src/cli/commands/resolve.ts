/** `kg resolve`: who may be meant by names, with scores and reasons. */

import { concreteTypes, ENTITY, entityTypeName, type Model } from '../../model/model.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { list } from '../settings.ts';
import { openApi } from '../steps/ask-api.ts';
import { LANGUAGES } from '../steps/render-changes.ts';
import { withGraph } from '../steps/with-graph.ts';
import { UsageError } from '../usage-error.ts';

/** Options of `kg resolve`. */
export interface ResolveOptions {
  /** Types, separated by commas. */
  readonly types?: string;
  readonly lang?: string;
}

interface ResolvedName {
  readonly name: string;
  readonly candidates: readonly {
    readonly score: number;
    readonly reason: string;
    readonly entity: { readonly id: string; readonly type: string; readonly name: string };
  }[];
}

const OPERATION = `query Resolve($names: [String!]!, $types: [EntityType!], $lang: Lang!) {
  resolve(names: $names, types: $types) {
    name
    candidates { score reason(lang: $lang) entity { id type: __typename name } }
  }
}`;

const WIDE = /\p{sc=Han}|[\u3000-\u303f\uff00-\uff60]/u;
/** Names asked in one operation. */
const AT_ONCE = 200;

/** Tells whom each name may mean; that nobody is found is an answer, too. */
export const resolve: Command<ResolveOptions> = async (context, { types, lang = 'zh' }) => {
  const { terminal, json, operands } = context;
  const model = readModel(SCHEMA_FOLDER);
  const asked = types === undefined ? undefined : readTypes(model, types);
  return withGraph(context, async ({ graph }) => {
    const ask = await openApi(model, graph);
    const answers: ResolvedName[] = [];
    for (let start = 0; start < operands.length; start += AT_ONCE) {
      const names = operands.slice(start, start + AT_ONCE);
      const data = await ask(OPERATION, { names, types: asked, lang: LANGUAGES[lang] ?? 'ZH' });
      // The selection above is of this shape.
      answers.push(...(data.resolve as readonly ResolvedName[]));
    }
    terminal.result(
      json ? JSON.stringify(answers.map(answerRecord), null, 2) : answers.map(renderAnswer).join('\n\n'),
    );
    return EXIT.done;
  });
};

function readTypes(model: Model, text: string): readonly string[] {
  const known = concreteTypes(model, ENTITY).map(entityTypeName);
  const asked = (list(text) ?? []).map((each) => each.toUpperCase());
  const unknown = asked.find((each) => !known.includes(each));
  if (unknown === undefined && asked.length > 0) return asked;
  throw new UsageError(`--types may be ${known.join(', ')}, separated by commas, not "${unknown ?? text}".`);
}

function answerRecord({ name, candidates }: ResolvedName) {
  const found = candidates.map(({ entity: { id, type, name: own }, score, reason }) => ({
    id,
    type: entityTypeName(type),
    name: own,
    score,
    reason,
  }));
  return { name, candidates: found };
}

/** The name, and a line for each candidate: score, id, name, reason. */
function renderAnswer({ name, candidates }: ResolvedName): string {
  const rows = candidates.map(({ score, entity, reason }) => [
    score.toFixed(2),
    entity.id,
    entity.name,
    reason,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  '),
  );
  return [name, ...(lines.length === 0 ? ['nobody'] : lines).map((line) => `  ${line}`)].join('\n');
}

/** The columns of a terminal that a text takes: two for a Chinese character or a mark as wide as one. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, each) => sum + (WIDE.test(each) ? 2 : 1), 0);
}
