/** Work in steps: who counts much lets others have a turn in between. */

/** Work that stops after each step, and gives its value in the end. */
export type Steps<T> = Generator<undefined, T>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
