/** The style sheet of the older Neo4j Browser, GraSS: one rule for each label and relationship type. */

import { concreteTypes, type Model } from '../model/model.ts';
import { type NodeStyle, nodeStyles } from './node-styles.ts';
import { GREY } from './palette.ts';
import { type RelationshipStyle, relationshipStyles } from './relationship-styles.ts';

const ARROW = '#8A939E';
const DATED_ARROW = '#B45F06';
const DERIVED_ARROW = '#6A3D9A';
const TEXT = '#1B1F24';

/**
 * The style sheet.
 * @see https://neo4j.com/docs/browser/legacy/operations/browser-styling/
 * @example
 * node.Policy {
 *   caption: '{name}';
 * }
 */
export function renderGrass(model: Model): string {
  const styles = nodeStyles(model);
  return [
    rule('node', nodeProperties({ color: GREY, borderColor: ARROW, textColor: TEXT, diameter: 50 })),
    rule('relationship', arrowProperties(ARROW, '<type>')),
    // Browser adds a rule for each label without one, which would override those of the types.
    ...[...model.interfaces.keys()].map((name) => rule(`node.${name}`, sharedProperties(model, name))),
    ...styles.map((style) =>
      rule(`node.${style.type}`, { ...nodeProperties(style), caption: `'${style.caption}'` }),
    ),
    ...relationshipStyles(model).map((style) =>
      rule(`relationship.${style.type}`, arrowProperties(colourOf(style), style.caption)),
    ),
  ].join('\n');
}

function colourOf({ kind }: RelationshipStyle): string {
  return { FACT: ARROW, DATED: DATED_ARROW, DERIVED: DERIVED_ARROW }[kind];
}

/** The style of an interface: the caption where all its types have the same. */
function sharedProperties(model: Model, name: string): Readonly<Record<string, string>> {
  const captions = new Set(
    concreteTypes(model, name).map((type) =>
      model.nodeTypes.get(type)?.properties.has('name') ? '{name}' : '{caption}',
    ),
  );
  const [caption = '', ...others] = captions;
  return { color: GREY, caption: others.length === 0 ? `'${caption}'` : "'{caption}'" };
}

function nodeProperties(
  style: Pick<NodeStyle, 'color' | 'borderColor' | 'textColor' | 'diameter'>,
): Readonly<Record<string, string>> {
  return {
    color: style.color,
    'border-color': style.borderColor,
    'border-width': '2px',
    'text-color-internal': style.textColor,
    'font-size': '9px',
    diameter: `${style.diameter}px`,
  };
}

function arrowProperties(color: string, caption: string): Readonly<Record<string, string>> {
  return {
    color,
    'shaft-width': '1px',
    'font-size': '8px',
    padding: '3px',
    'text-color-external': TEXT,
    'text-color-internal': '#FFFFFF',
    caption: `'${caption}'`,
  };
}

function rule(selector: string, properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}\n`;
}
