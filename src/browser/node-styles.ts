/** How the nodes of each type are drawn, decided by the model alone: the same in every session and on every machine. */

import { compareText } from '../diagnostics/compare-text.ts';
import { ENTITY, type Model, NODE, type NodeTypeModel } from '../model/model.ts';
import { type Colour, GREY, HUES, mix, textOn } from './palette.ts';

/** How the nodes of one type are drawn. */
export interface NodeStyle {
  /** The node type, which is its label. */
  readonly type: string;
  readonly color: Colour;
  readonly borderColor: Colour;
  readonly textColor: Colour;
  /** In pixels. */
  readonly diameter: number;
  /** What is written on a node: the names of properties, in braces. */
  readonly caption: string;
}

const WHITE: Colour = '#FFFFFF';
const BLACK: Colour = '#000000';
/** In pixels. Names that are titles are longer than others. */
const DIAMETERS = { title: 100, record: 76, part: 64, background: 56, owned: 50 } as const;
/** How much white the first type of a family has, the second, and all others. */
const SHADES = [0, 0.45, 0.72] as const;

/** The styles of all node types, in the order of their names. */
export function nodeStyles(model: Model): readonly NodeStyle[] {
  const types = [...model.nodeTypes.values()].sort((a, b) => compareText(a.name, b.name));
  const foreground = types.filter((type) => !isBackground(type));
  const families = [...new Set(foreground.map((type) => familyOf(model, type)))].sort(compareText);
  return types.map((type) => {
    const family = familyOf(model, type);
    const members = foreground.filter((each) => familyOf(model, each) === family);
    // The type that a family is named after has the full colour; without one, the first does.
    const ranked = [
      ...members.filter(({ name }) => name === family),
      ...members.filter(({ name }) => name !== family),
    ];
    const hue = HUES[families.indexOf(family) % HUES.length] ?? GREY;
    const white = SHADES[ranked.indexOf(type)] ?? SHADES[2];
    const color = isBackground(type) ? GREY : mix(hue, WHITE, white);
    return {
      type: type.name,
      color,
      borderColor: mix(color, BLACK, 0.25),
      textColor: textOn(color),
      diameter: diameterOf(type, family),
      caption: type.properties.has('name') ? '{name}' : '{caption}',
    };
  });
}

/** Sources, what records own, and notes that nothing was found: grey, so that the facts stand out. */
function isBackground({ root }: NodeTypeModel): boolean {
  return root === undefined || root.searchedLast || !root.served;
}

/**
 * What a type is a kind or a part of: the interface that it shares with others, or the type that each of its records
 * belongs to. A region and a zone are places, a measure is a part of a policy.
 */
function familyOf(model: Model, type: NodeTypeModel): string {
  const shared = type.interfaces.find(
    (name) => name !== NODE && name !== ENTITY && model.interfaces.has(name),
  );
  const whole = [...type.relationships.values()].find(({ required, many }) => required && !many);
  return shared ?? whole?.target ?? type.name;
}

function diameterOf(type: NodeTypeModel, family: string): number {
  if (type.root === undefined) return DIAMETERS.owned;
  if (isBackground(type)) return DIAMETERS.background;
  if (type.nameStyle.untitled !== undefined) return DIAMETERS.title;
  return type.name === family || type.interfaces.includes(family) ? DIAMETERS.record : DIAMETERS.part;
}
