/** A proof as a picture: policy, industries above, places below, cluster; the kind of line says how firm a source is. */

import { firmness } from '../views/evidence-words.ts';
import { layOutProof, type Spot, wrap } from '../views/proof-layout.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { useIsNarrow } from './narrow.ts';
import { colourOf, textColourOf, typeNameOf, word } from './parts.tsx';
import type { ProofStep } from './proof-step.ts';
import { relationshipWords } from './relationship-words.ts';
import { language, pathOf, t } from './state.ts';

const BOX = { width: 152, height: 72 };
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
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path class="arrow" d="M0,0 L8,4 L0,8 Z" />
          </marker>
        </defs>
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
      <p class="legend">
        {['OFFICIAL', 'REPRINT', 'NEWS'].map((tier) => (
          <span key={tier}>
            <svg width="36" height="8" aria-hidden="true">
              <line class={`edge ${tier.toLowerCase()}`} x1="0" x2="36" y1="4" y2="4" />
            </svg>{' '}
            {word('SourceTier', tier)}
          </span>
        ))}
      </p>
    </figure>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function Edge({
  step,
  number,
  from,
  to,
}: {
  readonly step: ProofStep;
  readonly number: number;
  readonly from: Point;
  readonly to: Point;
}) {
  const [begin, finish] = [atBorder(from, to), atBorder(to, from)];
  const middle = { x: (begin.x + finish.x) / 2, y: (begin.y + finish.y) / 2 };
  const tier = firmness(step.evidence).toLowerCase();
  const [first] = step.evidence;
  const partly = step.extent === 'PART' ? word('PlaceExtent', 'PART') : '';
  return (
    <g>
      <line
        class={`edge ${tier}`}
        x1={begin.x}
        y1={begin.y}
        x2={finish.x}
        y2={finish.y}
        marker-end="url(#arrow)"
      />
      <g class="edge-label" transform={`translate(${middle.x} ${middle.y})`}>
        <text class="halo" text-anchor="middle" y={-6}>
          {number} {partly}
          {relationshipWords(step.relationship, language.value)}
        </text>
        <text class="halo small" text-anchor="middle" y={12}>
          {first ? (wrap(first.locator, 10, 1)[0] ?? '') : ''}
        </text>
      </g>
    </g>
  );
}

function Box({ entity, x, y }: { readonly entity: Named; readonly x: number; readonly y: number }) {
  const type = typeNameOf(entity);
  const lines = wrap(plainName(entity, language.value), 11, 3);
  const colour = textColourOf(type);
  return (
    <a href={pathOf(entity.id)}>
      <title>{plainName(entity, language.value)}</title>
      <rect
        x={x - BOX.width / 2}
        y={y - BOX.height / 2}
        width={BOX.width}
        height={BOX.height}
        rx={8}
        fill={colourOf(type)}
        class="box"
      />
      {lines.map((line, at) => (
        <text
          key={line}
          x={x}
          y={y + (at - (lines.length - 1) / 2) * 18}
          fill={colour}
          text-anchor="middle"
          dominant-baseline="central"
          class="box-text"
        >
          {line}
        </text>
      ))}
    </a>
  );
}

/** Where a line from the middle of one box to that of another leaves the first. */
function atBorder(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (BOX.width / 2 + 3) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (BOX.height / 2 + 3) / Math.abs(dy),
  );
  return { x: from.x + dx * scale, y: from.y + dy * scale };
}
