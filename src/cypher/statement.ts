/** A statement, what thinking hands over to doing, and the rows that come back. */

/** Cypher text whose shape alone decides it, and the values that go beside it. */
export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A row: values by column. */
export type Row = Readonly<Record<string, unknown>>;

/** The text that a row has in a column; undefined where it has none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Runs one statement. */
export type Run = (statement: Statement) => Promise<readonly Row[]>;

/** Collects the values of a statement under names numbered by position: $p0, $p1. */
export interface Parameters {
  /** Adds a value; returns the text that refers to it. */
  add(value: unknown): string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** An empty collection of parameters, over those that have names of their own. */
export function createParameters(named: Readonly<Record<string, unknown>> = {}): Parameters {
  const values: Record<string, unknown> = { ...named };
  let count = 0;
  return {
    add(value) {
      const name = `p${count++}`;
      values[name] = value;
      return `$${name}`;
    },
    values,
  };
}
