/** A proof as a picture: policy, industries above, places below, cluster; the kind of line says how firm a source is. */

import { layOutProof, type Spot } from '../views/proof-layout.ts';
import type { Named } from '../views/vocabulary.ts';
import { ArrowHead, BOX, Box, Edge, TierLegend } from './drawn-steps.tsx';
import { useIsNarrow } from './narrow.ts';
import type { ProofStep } from './proof-step.ts';
import { t } from './state.ts';

/** From the middle of one box to the next. */
const WIDE = { along: 268, across: 78, margin: 14 };
const NARROW = { along: 168, across: 86, margin: 8 };

/** The picture; the list of steps below it says the same. */
export function ProofPicture({
  steps,
  start,
  end,
}: {
  readonly steps: readonly ProofStep[];
  readonly start: Named;
  /** Where both ways meet; left out: each ends for itself. */
  readonly end?: Named;
}) {
  const isNarrow = useIsNarrow();
  const { spots, columns } = layOutProof(steps, start.id, end?.id);
  const size = isNarrow ? NARROW : WIDE;
  const hasBelow = spots.some(({ lane }) => lane === 1);
  const length = (columns - 1) * size.along + (isNarrow ? BOX.height : BOX.width) + 2 * size.margin;
  const breadth = 2 * size.across + (isNarrow ? BOX.width : BOX.height) + 2 * size.margin;
  const [width, height] = isNarrow ? [breadth, length] : [length, breadth];
  const centre = (spot: Spot) => {
    const along = size.margin + (isNarrow ? BOX.height : BOX.width) / 2 + spot.column * size.along;
    const across = size.margin + (isNarrow ? BOX.width : BOX.height) / 2 + (spot.lane + 1) * size.across;
    return isNarrow ? { x: across, y: along } : { x: along, y: across };
  };
  const places = new Map(spots.map((spot) => [spot.id, centre(spot)]));
  const entities = new Map(steps.flatMap(({ from, to }) => [from, to]).map((each) => [each.id, each]));
  return (
    <figure
      class="scroll"
      aria-label={t('依据链图；下面的列表内容相同', 'The proof as a picture; the list below says the same')}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each box has a name, and the figure says what it is */}
      <svg
        class="picture proof-picture"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        data-lanes={hasBelow ? 2 : 1}
      >
        <ArrowHead />
        {steps.map((step, at) => {
          const [from, to] = [places.get(step.from.id), places.get(step.to.id)];
          return from && to ? (
            <Edge key={`${step.from.id} ${step.to.id}`} step={step} number={at + 1} from={from} to={to} />
          ) : null;
        })}
        {[...places].map(([id, spot]) => {
          const entity = entities.get(id);
          return entity ? <Box key={id} entity={entity} x={spot.x} y={spot.y} /> : null;
        })}
      </svg>
      <TierLegend />
    </figure>
  );
}
