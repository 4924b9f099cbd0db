/** The forms of `kg export`, as its option names them. */

/** Forms that are one text. */
export type TextFormat = (typeof TEXTS)[number];
/** Forms that are one file, and no text. */
export type BinaryFormat = (typeof BINARIES)[number];
/** Forms that are several files. */
export type FolderFormat = (typeof FOLDERS)[number];

const TEXTS = ['jsonl', 'cypher'] as const;
const BINARIES = ['xlsx'] as const;
const FOLDERS = ['csv', 'import', 'seeds'] as const;

/** All forms. */
export const FORMATS: readonly string[] = [...TEXTS, ...BINARIES, ...FOLDERS];
