/** The segments of a chain as they are selected: their firms, policies and evidence are fetched once each. */

import type { CompileContext, Compiled } from '../../compile/compiled.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import type { ChainSegment } from '../../rules/chain.ts';
import type { Ground } from '../../rules/ground.ts';
import { evidenceOfRecords, nodeOfItem, nodesOfItems } from '../nodes-of-items.ts';
import { compileItems, decidedField, type ItemField } from '../object-of-parts.ts';

/** The segments as one `segments` field selects them. */
export function compileSegments(
  context: CompileContext,
  ground: Ground,
  segments: readonly ChainSegment[],
  field: SelectedField,
): Compiled {
  const fields = selectFields(context, 'ChainSegment', field.nodes);
  return compileItems(
    'ChainSegment',
    segments,
    fields.map((each) => [each.responseKey, compileField(context, ground, segments, each)]),
  );
}

function compileField(
  context: CompileContext,
  ground: Ground,
  segments: readonly ChainSegment[],
  field: SelectedField,
): ItemField<ChainSegment> {
  const id = (node: number) => ground.ids[node] ?? '';
  const first = <T>(list: readonly T[]) => list.slice(0, Number(field.arguments.first));
  switch (field.name) {
    case 'industry':
      return nodeOfItem(context, 'Industry', field, segments, ({ industry }) => id(industry));
    case 'firms':
      return nodesOfItems(context, 'Firm', field, segments, ({ firms }) => first(firms));
    case 'elsewhere':
      return nodesOfItems(context, 'Firm', field, segments, ({ elsewhere }) => first(elsewhere));
    case 'policies':
      return nodesOfItems(context, 'Policy', field, segments, ({ policies }) => first(policies).map(id));
    case 'evidence':
      return evidenceOfRecords(context, field, segments, ({ knownNone }) => knownNone?.id);
    case 'stage':
      return decidedField(({ industry }) => ground.chainStages.get(industry) ?? null);
    case 'firmCount':
      return decidedField(({ firms }) => firms.length);
    case 'plannedFirmCount':
      return decidedField(({ planned }) => planned);
    case 'lookedOn':
      return decidedField(({ knownNone }) => knownNone?.lookedOn ?? null);
    default:
      return decidedField(({ state }) => state);
  }
}
