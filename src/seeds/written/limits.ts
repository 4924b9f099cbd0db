/** The limits that keep a hostile or broken file from costing more than its message. */

/** Bytes of one file. */
export const MAX_FILE_BYTES = 2_000_000;
/** Lists and maps inside one another. */
export const MAX_DEPTH = 40;
/** Words, brackets and line ends of one file. */
export const MAX_TOKENS = 800_000;
/** Texts, lists and maps that the aliases of one file expand to. */
export const MAX_ALIASED = 100_000;
/** Circles shown of one tree. */
export const MAX_CIRCLES = 1_000;
/** Records of all files. */
export const MAX_RECORDS = 200_000;
/** Characters of one text: a longer one cannot be indexed. */
export const MAX_TEXT = 2_000;
/** Digits of one number. */
export const MAX_DIGITS = 60;
/** Characters of a number as printed, with the words around it. */
export const MAX_PRINTED = 100;
/** Characters of an id. */
export const MAX_ID = 128;
/** Ids compared with references that have no record, in search of the nearest. */
export const MAX_COMPARISONS = 2_000_000;
/** Bytes of one CSV table, which is read without a tree. */
export const MAX_CSV_BYTES = 20_000_000;
/** Rows of one table, its header apart. */
export const MAX_CSV_ROWS = 200_000;
/** Columns of one table. */
export const MAX_CSV_COLUMNS = 200;
/** Cells of one table that are not empty. */
export const MAX_CSV_CELLS = 2_000_000;
/** Characters of one cell. */
export const MAX_CSV_CELL = 20_000;
