/** A chain as a picture: lanes by stage, a box for each segment with what is known of it, arrows of supply. */

import { type ChainData, SEGMENT_SIGNS, type Segment, STAGES, segmentSentence } from '../views/chain.ts';
import { type ChainSpot, layOutChain } from '../views/chain-layout.ts';
import { wrap } from '../views/proof-layout.ts';
import { plainName } from '../views/vocabulary.ts';
import { word } from './parts.tsx';
import { address, language, pathWith, t, viewState } from './state.ts';
import './pictures.css';

const BOX = { width: 166, height: 86 };
const STEP = { across: 246, down: 106 };
const MARGIN = { left: 14, top: 44, bottom: 14 };
/** How far an arrow bends. */
const BEND = 50;

type Links = NonNullable<ChainData['chain']>['links'];

/** The picture; the table below it says the same. */
export function ChainPicture({
  segments,
  links,
}: {
  readonly segments: readonly Segment[];
  readonly links: Links;
}) {
  const { lanes, spots, rows } = layOutChain(
    segments.map(({ industry, stage }) => ({ id: industry.id, stage: stage ?? undefined })),
    links,
    STAGES,
  );
  const places = new Map(spots.map((spot) => [spot.id, cornerOf(spot)]));
  const columns = Math.max(...spots.map(({ column }) => column)) + 1;
  const width = 2 * MARGIN.left + (columns - 1) * STEP.across + BOX.width;
  const height = MARGIN.top + (rows - 1) * STEP.down + BOX.height + MARGIN.bottom;
  const chosen = address.value.parameters.segment;
  return (
    <figure
      class="scroll"
      aria-label={t('产业链图；下面的表格内容相同', 'The chain as a picture; the table below says the same')}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each box has a name, and the figure says what it is */}
      <svg class="picture chain-picture" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <defs>
          <marker
            id="supplies"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerUnits="userSpaceOnUse"
            markerWidth="10"
            markerHeight="10"
            orient="auto"
          >
            <path class="arrow" d="M0,0 L8,4 L0,8 Z" />
          </marker>
        </defs>
        {lanes.map(({ stage, first, last }) => (
          <g key={stage ?? ''}>
            <rect
              class="lane"
              x={MARGIN.left / 2 + first * STEP.across}
              y={4}
              width={(last - first) * STEP.across + BOX.width + MARGIN.left}
              height={height - 8}
              rx={10}
            />
            <text class="lane-name" x={MARGIN.left + first * STEP.across + 4} y={26}>
              {stageWords(stage)}
            </text>
          </g>
        ))}
        {links.map(({ from, to }) => {
          const [start, end] = [places.get(from), places.get(to)];
          if (!start || !end) return null;
          const isNear = chosen !== undefined && (from === chosen || to === chosen);
          return (
            <path
              key={`${from} ${to}`}
              class={isNear ? 'supply near' : 'supply'}
              d={curve(start, end)}
              marker-end="url(#supplies)"
            />
          );
        })}
        {segments.map((segment) => {
          const place = places.get(segment.industry.id);
          return place ? (
            <SegmentBox
              key={segment.industry.id}
              segment={segment}
              {...place}
              isChosen={chosen === segment.industry.id}
            />
          ) : null;
        })}
      </svg>
    </figure>
  );
}

/** What a stage is called; a segment may have none. */
export function stageWords(stage: string | undefined | null): string {
  return stage ? word('ChainStage', stage) : t('未标明位置', 'stage not stated');
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

function cornerOf({ column, row }: ChainSpot): Corner {
  return { x: MARGIN.left + column * STEP.across, y: MARGIN.top + row * STEP.down };
}

/** From the right of what supplies to the left of what is supplied; around the right side where that is not farther. */
function curve(from: Corner, to: Corner): string {
  const [start, middle] = [from.x + BOX.width, BOX.height / 2];
  const isForward = to.x > from.x;
  const end = isForward ? to.x - 2 : to.x + BOX.width + 2;
  const bent = isForward ? end - BEND : end + BEND;
  return `M${start},${from.y + middle} C${start + BEND},${from.y + middle} ${bent},${to.y + middle} ${end},${to.y + middle}`;
}

function SegmentBox({
  segment,
  x,
  y,
  isChosen,
}: Corner & { readonly segment: Segment; readonly isChosen: boolean }) {
  const { industry, state, firmCount, plannedFirmCount, elsewhere } = segment;
  const lines = wrap(plainName(industry, language.value), 11, 2);
  const view = viewState();
  const count =
    firmCount > 0
      ? t(`${firmCount} 家`, `${firmCount} firm${firmCount > 1 ? 's' : ''}`)
      : word('SegmentState', state);
  const more = [
    plannedFirmCount > 0 ? t(`+${plannedFirmCount} 计划`, `+${plannedFirmCount} planned`) : '',
    firmCount === 0 && elsewhere.length > 0 ? t('别处有', 'elsewhere') : '',
  ].filter(Boolean);
  return (
    <a
      href={pathWith({ segment: isChosen ? undefined : industry.id })}
      aria-current={isChosen ? 'true' : undefined}
      class={`segment ${state.toLowerCase()}${isChosen ? ' chosen' : ''}`}
    >
      <title>{segmentSentence(view, segment)}</title>
      <rect class="box" x={x} y={y} width={BOX.width} height={BOX.height} rx={8} />
      {lines.map((line, at) => (
        <text key={line} class="segment-name" x={x + 10} y={y + 22 + at * 17}>
          {line}
        </text>
      ))}
      <text class="segment-count" x={x + 10} y={y + BOX.height - (more.length > 0 ? 28 : 12)}>
        {SEGMENT_SIGNS[state]} {count}
      </text>
      {more.length > 0 ? (
        <text class="segment-count" x={x + 10} y={y + BOX.height - 12}>
          {more.join(' · ')}
        </text>
      ) : null}
    </a>
  );
}
