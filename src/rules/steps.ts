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

/** How many items one step handles, where each takes a microsecond or two. */
const STEP = 4_096;

/** Handles every item, a few thousand in a step. */
export function* inEachStep<T>(items: Iterable<T>, handle: (item: T, at: number) => void): Steps<void> {
  let at = 0;
  for (const item of items) {
    if (at % STEP === 0) yield;
    handle(item, at);
    at += 1;
  }
}

/** A sorted copy: parts of a few thousand are sorted each in a step, and merged two by two. */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  let parts: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += STEP) {
    yield;
    parts.push(items.slice(at, at + STEP).sort(compare));
  }
  while (parts.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < parts.length; at += 2) {
      merged.push(yield* merge(parts[at] ?? [], parts[at + 1] ?? [], compare));
    }
    parts = merged;
  }
  return parts[0] ?? [];
}

function* merge<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  const merged: T[] = [];
  let [ofA, ofB] = [0, 0];
  while (ofA < a.length && ofB < b.length) {
    if (merged.length % STEP === 0) yield;
    const [one, other] = [a[ofA] as T, b[ofB] as T];
    if (compare(one, other) <= 0) {
      merged.push(one);
      ofA += 1;
    } else {
      merged.push(other);
      ofB += 1;
    }
  }
  return [...merged, ...a.slice(ofA), ...b.slice(ofB)];
}
