/** A command that was stopped. */

/** A command was stopped. Its message says what became of the graph. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}
