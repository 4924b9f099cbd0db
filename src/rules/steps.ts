/** Work in steps, so that long counts let other work run in between. */

/** Work that pauses after each step, and returns its value at the end. */
export type Steps<T> = Generator<undefined, T>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
