/** Fields that are answered by a further statement, once their nodes are known, a level after the other. */

import type { CompileLater, Later } from './compiled.ts';

interface Waiting {
  readonly promise: Promise<unknown>;
  readonly take: (value: unknown) => void;
}

/** A collection in which no field waits yet. */
export function collectLater(): Later {
  const fields = new Map<
    unknown,
    { readonly compile: CompileLater; readonly waiting: Map<string, Waiting> }
  >();
  return {
    add(compile, key = compile) {
      const { waiting } = fields.get(key) ?? { waiting: new Map<string, Waiting>() };
      if (!fields.has(key)) fields.set(key, { compile, waiting });
      return (id) => {
        const known = waiting.get(id) ?? wait();
        waiting.set(id, known);
        return known.promise;
      };
    },
    fields: () =>
      [...fields.values()]
        .filter(({ waiting }) => waiting.size > 0)
        .map(({ compile, waiting }) => ({
          compile,
          ids: [...waiting.keys()],
          answer: (values) => {
            for (const [id, { take }] of waiting) take(values.get(id));
          },
        })),
  };
}

function wait(): Waiting {
  let take: Waiting['take'] = () => {};
  const promise = new Promise<unknown>((resolve) => {
    take = resolve;
  });
  return { promise, take };
}
