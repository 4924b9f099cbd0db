/** `compare`: the rules decide what places have in common, one statement fetches what is selected. */

import { compileByIds, inOrder } from '../../compile/compile-by-ids.ts';
import { array, type CompileContext, type Compiled } from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { badUserInput } from '../../diagnostics/client-error.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { ENTITY } from '../../model/model.ts';
import { type Comparison, comparePlaces } from '../../rules/compare.ts';
import { type Ground, MODALITIES, PLANNED } from '../../rules/ground.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import type { Decision } from '../decision.ts';
import { readFirmsOfPlaces, readIndustriesOfFirms } from '../firms/read-firm-facts.ts';
import { compileObject } from '../object-of-parts.ts';
import { compileProfiles } from './compile-profiles.ts';
import { readLatest } from './read-latest.ts';

/** The argument that names something, and the type it must be. */
export const COMPARE_IDS = { places: 'Place' } as const;

/** The answer of `compare`; where one of the places is not there, its id. */
export function* compileCompare(
  context: CompileContext,
  field: SelectedField,
  views: GroundViews,
): Decision<Compiled> {
  invariant(context.day !== undefined, 'compare is asked on a day');
  const { ground } = views;
  const ids = array(field.arguments.places).map(String);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice !== undefined) throw badUserInput('places', `it names "${twice.slice(0, 80)}" twice.`);
  const places = ids.map((id) => ground.numbers.get(id) ?? -1);
  const unknown = ids.find((_, at) => !ground.places.includes(places[at] ?? -1));
  if (unknown !== undefined) {
    return { calls: '', text: 'null', read: () => ({ unknown: ['places'], id: unknown }) };
  }
  const asked = { places, day: context.day, includePlanned: field.arguments.includePlanned === true };
  const fields = selectFields(context, 'Comparison', field.nodes);
  const comparison = yield* comparePlaces(views, asked, yield* readFirms(views, asked));
  const lists = fields.filter(({ name }) => name === 'places').flatMap(({ nodes }) => nodes);
  const wantsLatest = selectFields(context, 'PlaceProfile', lists).some(({ name }) => name === 'latest');
  const latest = wantsLatest
    ? yield* readLatest(context.model, {
        places: ids,
        day: context.day,
        modalities: asked.includePlanned ? MODALITIES : MODALITIES.slice(0, PLANNED),
        tiers: context.model.nodeTypes.get('Source')?.properties.get('tier')?.values ?? [],
      })
    : new Map<string, readonly string[]>();
  const page = compileObject(
    'Comparison',
    fields.map((each) => [
      each.responseKey,
      each.name === 'common'
        ? compileCommon(context, ground, comparison, each)
        : compileProfiles(context, ground, comparison.profiles, latest, each),
    ]),
  );
  return { ...page, read: (raw) => ({ unknown: [], page: page.read(raw) }) };
}

/** The firms in the places or touching them, and what they operate in, planned facts among these. */
function* readFirms(
  views: GroundViews,
  { places, day }: { readonly places: readonly number[]; readonly day: number },
) {
  const view = views.onDay(day, true);
  const around = [...views.ground.places].filter((each) =>
    places.some((place) => view.placesAround(each).has(place)),
  );
  const located = yield* readFirmsOfPlaces(views.ground, around, 'places');
  const firms = located.map(({ firm }) => firm);
  return { located, operates: yield* readIndustriesOfFirms(views.ground, firms, 'places') };
}

function compileCommon(
  context: CompileContext,
  ground: Ground,
  { common }: Comparison,
  field: SelectedField,
): Compiled {
  const ids = common.map((node) => ground.ids[node] ?? '');
  const found = compileByIds(context, ENTITY, field.nodes, ids);
  return { ...found, read: (raw) => inOrder(found.read(raw), ids) };
}
