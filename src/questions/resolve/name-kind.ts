/** What the names of a type of entity are like: what they begin and end with. */

/** What may be taken off a name before it is compared. */
export interface NameKind {
  /** Ends in a legal form. */
  readonly isFirm: boolean;
  /** Ends in what it is among regions: 区, 镇. */
  readonly isRegion: boolean;
  /** A title: 的, 关于, 促进 make no other title of it. */
  readonly isTitle: boolean;
  /** May begin with the name of the place it is in. */
  readonly isPlaced: boolean;
}

const TITLES: readonly string[] = ['Policy', 'Measure', 'Source'];
/** What is the same thing everywhere: an industry in a place is another thing than the industry. */
const PLACELESS: readonly string[] = ['Industry', 'Product', 'Indicator'];

/** The kind of names that a node type has. */
export function nameKindOf(nodeType: string): NameKind {
  return {
    isFirm: nodeType === 'Firm',
    isRegion: nodeType === 'Region',
    isTitle: TITLES.includes(nodeType),
    isPlaced: !PLACELESS.includes(nodeType),
  };
}
