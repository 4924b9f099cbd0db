/** Entities as boxes and facts as arrows between them; the kind of line says how firm a source is. */

import { firmness } from '../views/evidence-words.ts';
import { wrap } from '../views/proof-layout.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { colourOf, textColourOf, typeNameOf, word } from './parts.tsx';
import type { ProofStep } from './proof-step.ts';
import { relationshipWords } from './relationship-words.ts';
import { language, pathOf } from './state.ts';
import './pictures.css';

/** The size of a box. */
export const BOX = { width: 152, height: 72 };

/** The head of an arrow, for the lines of one picture. */
export function ArrowHead() {
  return (
    <defs>
      <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
        <path class="arrow" d="M0,0 L8,4 L0,8 Z" />
      </marker>
    </defs>
  );
}

/** What the kinds of lines mean. */
export function TierLegend() {
  return (
    <p class="legend">
      {['OFFICIAL', 'REPRINT', 'NEWS'].map((tier) => (
        <span key={tier}>
          <LineSample tier={tier} /> {word('SourceTier', tier)}
        </span>
      ))}
    </p>
  );
}

/** A line as pictures draw the facts of a tier. */
export function LineSample({ tier }: { readonly tier: string }) {
  return (
    <svg width="36" height="8" aria-hidden="true">
      <line class={`edge ${tier.toLowerCase()}`} x1="0" x2="36" y1="4" y2="4" />
    </svg>
  );
}

/** The middle of a box. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A fact: an arrow with its number among the steps, its relationship and where it is stated. */
export function Edge({
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

/** An entity, which leads to its page. */
export function Box({ entity, x, y }: { readonly entity: Named; readonly x: number; readonly y: number }) {
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
