/** `paths`: neighbours are read hop by hop until the paths are found, then one statement fetches what is asked of them. */

import { compileNode } from '../../compile/compile-node.ts';
import { array, type CompileContext, type Compiled, compileMap, expression } from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { badUserInput, clientError } from '../../diagnostics/client-error.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { ENTITY } from '../../model/model.ts';
import { pathTypes } from '../../model/stored/entity-relationships.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import type { FoundPath } from '../../rules/path-search.ts';
import { type FoundPaths, findPaths, MOST_FACTS, type PathsAsked } from '../../rules/paths.ts';
import { compileSteps } from '../compile-step.ts';
import type { Decision } from '../decision.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { aroundReader } from './around-statement.ts';

/** The arguments that name something, and what it must be. */
export const PATHS_IDS = { from: ENTITY, to: ENTITY } as const;

/** The answer of `paths`, with those of its ends beside it that name nothing. */
export function* compilePaths(
  context: CompileContext,
  field: SelectedField,
  _views: GroundViews,
): Decision<Compiled> {
  const { from, to, maxHops, first } = field.arguments;
  const asked = { from: String(from), to: String(to), maxHops: Number(maxHops), first: Number(first) };
  for (const end of ['from', 'to'] as const) refuseOffPaths(context, end, asked[end]);
  const named = bindNamed(context, field, PATHS_IDS);
  const found = yield* readPaths(context, asked);
  if (found.tooFar !== undefined) throw tooFar(found.tooFar);
  return besideUnknown(context, PATHS_IDS, named, compileFound(context, field, found.paths));
}

/** Finds the paths, reading what is around nodes whenever the search asks for it. */
function* readPaths(context: CompileContext, asked: PathsAsked): Decision<FoundPaths> {
  // `paths` always has a day: its root field takes no `anyDay`.
  invariant(context.day !== undefined, 'paths are asked on a day');
  const reader = aroundReader(context.model, context.day);
  const search = findPaths(asked);
  let around = reader.read([]);
  for (;;) {
    const step = search.next(around);
    if (step.done) return step.value;
    if (step.value) around = reader.read(yield* reader.rows(step.value.ids, step.value.around));
    else yield;
  }
}

/** The paths that were found, as the selection asks for them. */
function compileFound(context: CompileContext, field: SelectedField, paths: readonly FoundPath[]): Compiled {
  const rows = paths.map(({ ids, steps }, at) => ({
    at,
    ids,
    steps: steps.map(({ from, to, key, type }) => {
      const stored = context.model.stored.get(type);
      invariant(stored, `${type} is a relationship type of the model`);
      return { from, to, key, types: [stored.type, stored.datedType] };
    }),
  }));
  const compileField = (each: SelectedField): Compiled => {
    switch (each.name) {
      case 'length':
        return expression('size(row.steps)');
      case 'browserUrl':
        return expression('row.ids', (ids) => context.links.path(array(ids).map(String)));
      default:
        return compileSteps(context, each, 'row', () => rows.flatMap(({ steps }) => steps), compileNode);
    }
  };
  const path = compileMap(
    selectFields(context, 'Path', field.nodes).map((each): readonly [string, Compiled] => [
      each.responseKey,
      compileField(each),
    ]),
    'Path',
  );
  const list = context.variable('c');
  return {
    calls: `CALL () { UNWIND ${context.parameters.add(rows)} AS row WITH row ORDER BY row.at
${path.calls}RETURN collect(${path.text}) AS ${list} }
`,
    text: list,
    read: (raw) => array(raw).map(path.read),
  };
}

/** Refuses an end of a type that no path leads to, by the beginning of its id. */
function refuseOffPaths({ model }: CompileContext, argument: string, id: string): void {
  const type = [...model.nodeTypes.values()].find(({ root }) => root && id.startsWith(`${root.prefix}:`));
  if (!type || pathTypes(model).includes(type.name)) return;
  throw badUserInput(
    argument,
    `paths lead between ${pathTypes(model).join(', ')}, and this is a ${type.name}.`,
  );
}

function tooFar(hops: number) {
  const less = hops > 1 ? `; ask for "maxHops: ${hops - 1}"` : '';
  const message = `Paths of ${hops} steps between these two pass more facts than the ${MOST_FACTS} that may be read${less}.`;
  return clientError('QUERY_TOO_COMPLEX', message, { limit: 'maxHops', allowed: hops - 1, found: hops });
}
