/** The places of a comparison as they are selected: each node is fetched once. */

import { compileByIds } from '../../compile/compile-by-ids.ts';
import type { CompileContext, Compiled, ResponseObject } from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { ENTITY } from '../../model/model.ts';
import type { PlaceProfile } from '../../rules/compare.ts';
import type { Ground } from '../../rules/ground.ts';
import { nodeOfItem, nodesOfItems } from '../nodes-of-items.ts';
import { compileItems, decidedField, type ItemField } from '../object-of-parts.ts';

/**
 * The places as one `places` field selects them.
 * @param latest the newest observations of each place, by its id
 */
export function compileProfiles(
  context: CompileContext,
  ground: Ground,
  profiles: readonly PlaceProfile[],
  latest: ReadonlyMap<string, readonly string[]>,
  field: SelectedField,
): Compiled {
  const id = (node: number) => ground.ids[node] ?? '';
  const compileField = (each: SelectedField): ItemField<PlaceProfile> => {
    switch (each.name) {
      case 'place':
        return nodeOfItem(context, 'Place', each, profiles, ({ place }) => id(place));
      case 'latest':
        return nodesOfItems(
          context,
          'Observation',
          each,
          profiles,
          ({ place }) => latest.get(id(place)) ?? [],
        );
      case 'only':
        return nodesOfItems(context, ENTITY, each, profiles, ({ only }) => only.map(id));
      case 'industries':
        return compileIndustries(context, id, profiles, each);
      case 'firmCount':
        return decidedField(({ firmCount }) => firmCount);
      case 'plannedFirmCount':
        return decidedField(({ planned }) => planned);
      case 'policyCount':
        return decidedField(({ policies }) => policies.length);
      default:
        return decidedField(({ clusters }) => clusters.length);
    }
  };
  const fields = selectFields(context, 'PlaceProfile', field.nodes);
  return compileItems(
    'PlaceProfile',
    profiles,
    fields.map((each) => [each.responseKey, compileField(each)]),
  );
}

/** The industries of each place with their counts: what is selected of an industry is fetched once for all places. */
function compileIndustries(
  context: CompileContext,
  id: (node: number) => string,
  profiles: readonly PlaceProfile[],
  field: SelectedField,
): ItemField<PlaceProfile> {
  const fields = selectFields(context, 'IndustryCount', field.nodes);
  const nodes = fields.filter(({ name }) => name === 'industry').flatMap((each) => each.nodes);
  const ids = [...new Set(profiles.flatMap(({ industries }) => [...industries.keys()].map(id)))];
  const found = compileByIds(context, 'Industry', nodes, nodes.length === 0 ? [] : ids);
  return {
    ...found,
    read: (raw) => {
      const read = found.read(raw);
      return ({ industries }) =>
        [...industries].map(
          ([industry, count]): ResponseObject => ({
            typename: 'IndustryCount',
            fields: new Map(
              fields.map(({ name, responseKey }) => [
                responseKey,
                name === 'firmCount' ? count : read.get(id(industry)),
              ]),
            ),
          }),
        );
    },
  };
}
