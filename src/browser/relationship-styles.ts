/** The captions of relationships of each type, in the words of the model. */

import { fillTemplate } from '../model/fact-sentence.ts';
import type { Language } from '../model/language.ts';
import type { Model, StoredRelationship } from '../model/model.ts';
import { screamingSnake } from '../model/screaming-snake.ts';

/** How the relationships of one stored type are captioned. */
export interface RelationshipStyle {
  /** The stored type: WITHIN, or WITHIN_DATED. */
  readonly type: string;
  /** The labels of the nodes that it joins. */
  readonly from: string;
  readonly to: string;
  readonly words: Readonly<Record<Language, string>>;
  /** Whether its facts have days, or are only planned. */
  readonly isDated: boolean;
  /** The caption: words, and the names of properties in braces. */
  readonly caption: string;
}

/** The styles of all stored types: each with its dated twin, then the relationships to owned nodes. */
export function relationshipStyles(model: Model): readonly RelationshipStyle[] {
  return [
    ...[...model.stored.values()].flatMap((stored) => factStyles(model, stored)),
    ...ownedStyles(model),
  ];
}

function factStyles(model: Model, stored: StoredRelationship): readonly RelationshipStyle[] {
  const { type, from, to, always, datedType, properties } = stored;
  const words = { ZH: verbOf(model, stored, 'ZH'), EN: verbOf(model, stored, 'EN') };
  // Free text is too long for an arrow. A value of an enum limits the fact, and is always shown.
  const bounds = properties.filter(({ valueKind }) => valueKind === 'enum').map(({ name }) => `{${name}}`);
  const caption = [words.ZH, ...bounds].join(' ');
  const plain = { type, from, to, words, isDated: false, caption };
  if (always) return [plain];
  return [
    plain,
    { ...plain, type: datedType, isDated: true, caption: `${caption} {validFrom}–{validTo} {modality}` },
  ];
}

/** The words of the model's sentence without the two ends: 支持, 由…印发. */
function verbOf(model: Model, stored: StoredRelationship, language: Language): string {
  const { template } = fillTemplate(model, stored, {}, language);
  const [before = '', after = ''] = template.replace('{from}', '').split('{to}');
  const trimmed = [before.trim().replace(/^的/, ''), after.trim()].filter((part) => part !== '');
  return trimmed.join('…');
}

function ownedStyles(model: Model): readonly RelationshipStyle[] {
  const owners = [...model.interfaces.values(), ...model.nodeTypes.values()];
  return owners.flatMap((owner) =>
    [...owner.owned.values()]
      // An implementing type inherits the lists of its interface, after which they are named.
      .filter(({ relationshipType }) => relationshipType.startsWith(`${screamingSnake(owner.name)}_HAS_`))
      .map(({ relationshipType, type, words }) => {
        return {
          type: relationshipType,
          from: owner.name,
          to: type,
          words,
          isDated: false,
          caption: words.ZH,
        };
      }),
  );
}
