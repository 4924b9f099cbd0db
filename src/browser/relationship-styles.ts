/** The captions of relationships of each type, in the words of the model. */

import type { Language } from '../model/language.ts';
import type { Model, StoredRelationship } from '../model/model.ts';
import { screamingSnake } from '../model/screaming-snake.ts';
import { DERIVED_SUPPORT } from '../model/stored/derived-support.ts';
import { fillTemplate } from '../model/words/fact-sentence.ts';

/** How the relationships of one stored type are captioned. */
export interface RelationshipStyle {
  /** The stored type: WITHIN, or WITHIN_DATED. */
  readonly type: string;
  /** The labels of the nodes that it joins. */
  readonly from: string;
  readonly to: string;
  readonly words: Readonly<Record<Language, string>>;
  /** FACT; DATED: its facts have days, or are only planned; DERIVED: no fact, but what the rules of support answer. */
  readonly kind: 'FACT' | 'DATED' | 'DERIVED';
  /** The caption: words, and the names of properties in braces. */
  readonly caption: string;
}

/** What the rules of support answer is derived: a policy supports a cluster, in a place and for some days. */
const DERIVED: RelationshipStyle = {
  type: DERIVED_SUPPORT,
  from: 'Policy',
  to: 'Cluster',
  words: { ZH: '推得支持', EN: 'supports, as the rules find' },
  kind: 'DERIVED',
  caption: '推得支持 {scope}',
};

/** The styles of all types: facts, each with its dated twin, relationships to owned nodes, then what is derived. */
export function relationshipStyles(model: Model): readonly RelationshipStyle[] {
  return [
    ...[...model.stored.values()].flatMap((stored) => factStyles(model, stored)),
    ...ownedStyles(model),
    DERIVED,
  ];
}

function factStyles(model: Model, stored: StoredRelationship): readonly RelationshipStyle[] {
  const { type, from, to, always, datedType, properties } = stored;
  const words = { ZH: verbOf(model, stored, 'ZH'), EN: verbOf(model, stored, 'EN') };
  // Free text is too long for an arrow. A value of an enum limits the fact, and is always shown.
  const bounds = properties.filter(({ valueKind }) => valueKind === 'enum').map(({ name }) => `{${name}}`);
  const caption = [words.ZH, ...bounds].join(' ');
  const plain = { type, from, to, words, kind: 'FACT' as const, caption };
  if (always) return [plain];
  return [
    plain,
    { ...plain, type: datedType, kind: 'DATED', caption: `${caption} {validFrom}–{validTo} {modality}` },
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
          kind: 'FACT' as const,
          caption: words.ZH,
        };
      }),
  );
}
