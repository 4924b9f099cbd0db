/** What cannot happen, said out loud when it does. */

/** A fault of ours: shown masked to clients, with its stack to us. */
class InvariantError extends Error {
  override name = 'InvariantError';
}

/** Throws an {@link InvariantError} where something that must hold does not. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
