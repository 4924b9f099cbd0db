/** How the nodes of each type are drawn, derived from the model alone, so that it is the same on every machine. */

import { compareText } from '../diagnostics/compare-text.ts';
import { ENTITY, type Model, NODE, type NodeTypeModel } from '../model/model.ts';
import { hasCaption } from '../model/words/caption.ts';
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
/** In pixels. Titles are longer than other names. */
const DIAMETERS = { title: 100, record: 76, part: 64, background: 56, owned: 50 } as const;
/** The share of white in the colours of a family: of its first type, its second, and all others. */
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
      caption: hasCaption(type) ? '{caption}' : '{name}',
    };
  });
}

/** Sources, owned nodes and known absences are grey, so that the facts are prominent. */
function isBackground({ root }: NodeTypeModel): boolean {
  return root === undefined || root.searchedLast || !root.served;
}

/**
 * The family of a type: the interface that it shares with others, or the type that each of its records belongs to. A
 * region and a zone are places; a measure belongs to a policy.
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
