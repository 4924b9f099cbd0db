/** Nodes and relationships as SVG: every node takes the focus; a relationship is named where it is pointed at, or at the chosen node. */

import type { Place } from '../views/neighbour-layout.ts';
import type { Link } from '../views/neighbours.ts';
import { wrap } from '../views/proof-layout.ts';
import { type Named, plainName, typeWords } from '../views/vocabulary.ts';
import { colourOf, typeNameOf } from './parts.tsx';
import { relationshipWords } from './relationship-words.ts';
import { language, t, vocabulary } from './state.ts';
import './pictures.css';

const RADIUS = 15;
const MARGIN = 70;

/** The picture. */
export function GraphPicture({
  nodes,
  links,
  places,
  selected,
  middle,
  left,
  onSelect,
  onExpand,
}: {
  readonly nodes: readonly Named[];
  readonly links: readonly Link[];
  readonly places: ReadonlyMap<string, Place>;
  readonly selected: string;
  /** The entity that the picture is of. */
  readonly middle: string;
  /** How many neighbours of a node are not drawn. */
  readonly left: ReadonlyMap<string, number>;
  readonly onSelect: (id: string) => void;
  readonly onExpand: (id: string) => void;
}) {
  const all = [...places.values()];
  const [west, east] = [
    Math.min(...all.map(({ x }) => x)) - MARGIN,
    Math.max(...all.map(({ x }) => x)) + MARGIN,
  ];
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)) - 40, Math.max(...all.map(({ y }) => y)) + 60];
  return (
    <figure
      class="scroll drawn"
      aria-label={t('关系图：Tab 键逐个查看，回车键展开', 'Picture of neighbours: Tab moves, Enter expands')}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each node has a name, and the figure says what it is */}
      <svg
        class="picture graph"
        viewBox={`${west} ${top} ${east - west} ${bottom - top}`}
        width={east - west}
        height={bottom - top}
      >
        {links.map((link) => {
          const [from, to] = [places.get(link.from), places.get(link.to)];
          if (!from || !to) return null;
          const isNear = selected !== middle && (link.from === selected || link.to === selected);
          return (
            <Line
              key={`${link.from} ${link.kind} ${link.to}`}
              link={link}
              from={from}
              to={to}
              isNear={isNear}
            />
          );
        })}
        {nodes.map((node) => {
          const place = places.get(node.id);
          if (!place) return null;
          const type = typeNameOf(node);
          const name = plainName(node, language.value);
          const more = left.get(node.id) ?? 0;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the button is in it; the name beside it takes clicks, too
            <g key={node.id} onClick={() => onSelect(node.id)} onDblClick={() => onExpand(node.id)}>
              {/* biome-ignore lint/a11y/useSemanticElements: there is no button in SVG */}
              <g
                class={node.id === selected ? 'node chosen' : 'node'}
                transform={`translate(${place.x} ${place.y})`}
                tabindex={0}
                role="button"
                aria-label={`${typeWords(vocabulary, type, language.value)} ${name}${more > 0 ? t(`，另有 ${more} 个未画出`, `, ${more} more not drawn`) : ''}`}
                onFocus={() => onSelect(node.id)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') onExpand(node.id);
                }}
              >
                <circle r={node.id === middle ? RADIUS + 5 : RADIUS} fill={colourOf(type)} class="box" />
              </g>
              {/* Beside the button: its label has the whole name, which is cut here. */}
              {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
              <g aria-hidden="true" transform={`translate(${place.x} ${place.y})`}>
                {more > 0 ? (
                  <text class="halo small" x={RADIUS + 6} y={-RADIUS + 2}>
                    +{more}
                  </text>
                ) : null}
                {wrap(name, 9, 2).map((line, at) => (
                  <text key={line} class="halo small" text-anchor="middle" y={RADIUS + 17 + at * 14}>
                    {line}
                  </text>
                ))}
              </g>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function Line({
  link,
  from,
  to,
  isNear,
}: {
  readonly link: Link;
  readonly from: Place;
  readonly to: Place;
  readonly isNear: boolean;
}) {
  const at = { x: from.x + (to.x - from.x) * 0.5, y: from.y + (to.y - from.y) * 0.5 };
  const words = relationshipWords(link.kind, language.value);
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return (
    <g class={isNear ? 'link near' : 'link'}>
      <line class={link.tier.toLowerCase()} {...ends} />
      {/* Wide enough to point at. */}
      <line class="reach" {...ends} />
      <text class="halo small faint" text-anchor="middle" x={at.x} y={at.y + 4}>
        {words}
      </text>
    </g>
  );
}
