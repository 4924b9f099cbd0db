/** `chain`: the rules decide what is known of each segment, one statement fetches what is selected. */

import { compileByIds, compileEvidenceOfFacts } from '../../compile/compile-by-ids.ts';
import { array, type CompileContext, type Compiled } from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { Model } from '../../model/model.ts';
import { type ChainAsked, chainSegments, linksOf, segmentsOf } from '../../rules/chain.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import type { Decision } from '../decision.ts';
import { readFirmsOfIndustries, readPlacesOfFirms } from '../firms/read-firm-facts.ts';
import { readKnownNone } from '../known-none/read-known-none.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { compileObject } from '../object-of-parts.ts';
import { decidedStep } from '../support/decided-proof.ts';
import { compileSegments } from './compile-segments.ts';

/** The arguments that name something, and the type it must be. */
export const CHAIN_IDS = { industry: 'Industry', place: 'Place' } as const;

/** The roles that make a firm be in a place, where none are asked for (§10.2). */
const ROLES = ['R_AND_D', 'PRODUCTION', 'SITE', 'HEADQUARTERS'];

/** The answer of `chain`, with those of the arguments in {@link CHAIN_IDS} beside it that name nothing. */
export function* compileChain(
  context: CompileContext,
  field: SelectedField,
  views: GroundViews,
): Decision<Compiled> {
  const named = bindNamed(context, field, CHAIN_IDS);
  const asked = askedOf(context, field, views);
  const segments = segmentsOf(views, asked);
  const fields = selectFields(context, 'Chain', field.nodes);
  const decided = fields.some(({ name }) => name === 'segments')
    ? yield* decideSegments(context.model, views, asked, field, segments)
    : [];
  const id = (node: number | undefined) => views.ground.ids[node ?? -1] ?? '';
  const one = (type: string, each: SelectedField, node: number | undefined): Compiled => {
    const found = compileByIds(context, type, each.nodes, [id(node)]);
    return { ...found, read: (raw) => found.read(raw).get(id(node)) ?? null };
  };
  const parts = fields.map((each): readonly [string, Compiled] => {
    switch (each.name) {
      case 'industry':
        return [each.responseKey, one('Industry', each, asked.industry)];
      case 'place':
        return [each.responseKey, one('Place', each, asked.place)];
      case 'segments':
        return [each.responseKey, compileSegments(context, views.ground, decided, each)];
      default:
        return [each.responseKey, compileLinks(context, views, linksOf(views, asked, segments), each)];
    }
  });
  return besideUnknown(context, CHAIN_IDS, named, compileObject('Chain', parts));
}

/** The question in numbers of the ground; what is named and not there has none. */
function askedOf(
  context: CompileContext,
  { arguments: given }: SelectedField,
  views: GroundViews,
): ChainAsked {
  invariant(context.day !== undefined, 'chain is asked on a day');
  const number = (id: unknown) => views.ground.numbers.get(String(id)) ?? -1;
  const stages = context.model.nodeTypes.get('Industry')?.properties.get('chainStage')?.values ?? [];
  return {
    industry: number(given.industry),
    place: given.place === undefined ? undefined : number(given.place),
    day: context.day,
    includePlanned: given.includePlanned === true,
    stages,
  };
}

function* decideSegments(
  model: Model,
  views: GroundViews,
  asked: ChainAsked,
  { arguments: given }: SelectedField,
  segments: readonly number[],
) {
  const { ground } = views;
  // Firms there by planned facts alone are counted in any case.
  const view = views.onDay(asked.day, true);
  const among = new Set(segments);
  const industries = [...ground.industries].filter((each) =>
    [...view.broaderIndustries(each)].some((broader) => among.has(broader)),
  );
  const operates = yield* readFirmsOfIndustries(ground, industries, 'industry');
  const roles = given.roles === undefined ? ROLES : array(given.roles).map(String);
  const firms = operates.map(({ firm }) => firm);
  const located =
    asked.place === undefined ? undefined : yield* readPlacesOfFirms(ground, firms, roles, 'industry');
  const knownNone = yield* readKnownNone(model, ground, {
    of: 'firms',
    industries: new Set(segments.flatMap((segment) => [...view.broaderIndustries(segment)])),
    places: asked.place === undefined ? [] : view.largerPlaces(asked.place),
    narrowedBy: 'industry',
  });
  return yield* chainSegments(views, asked, segments, { operates, located, knownNone });
}

function compileLinks(
  context: CompileContext,
  { ground }: GroundViews,
  links: readonly number[],
  field: SelectedField,
): Compiled {
  const steps = links.map((fact) => decidedStep(context, ground, { type: 'FEEDS', fact }));
  const fields = selectFields(context, 'ChainLink', field.nodes);
  const parts = fields.map((each) =>
    each.name === 'evidence' ? compileEvidenceOfFacts(context, each, steps) : undefined,
  );
  return {
    calls: parts.map((part) => part?.calls ?? '').join(''),
    text: `[${parts.map((part) => part?.text ?? 'null').join(', ')}]`,
    read: (raw) => {
      const read = parts.map((part, at) => part?.read(array(raw)[at]));
      return steps.map((step) => ({
        typename: 'ChainLink',
        fields: new Map(
          fields.map(({ name, responseKey }, at) => [
            responseKey,
            name === 'evidence' ? (read[at]?.get(step.key) ?? []) : name === 'from' ? step.from : step.to,
          ]),
        ),
      }));
    },
  };
}
