/** Fields that are answered by a further statement, once their nodes are known: one statement for each level. */

import type { CompileLater, Later } from './compiled.ts';

type Take = (value: unknown) => void;

/** A collection in which no field waits yet. */
export function collectLater(): Later {
  const fields: { readonly compile: CompileLater; readonly waiting: Map<string, Take[]> }[] = [];
  return {
    add(compile, variable) {
      const waiting = new Map<string, Take[]>();
      fields.push({ compile, waiting });
      const wait = (id: string) =>
        new Promise<unknown>((take) => {
          const others = waiting.get(id) ?? [];
          waiting.set(id, others);
          others.push(take);
        });
      return {
        calls: '',
        text: `${variable}.id`,
        read: (raw) => (typeof raw === 'string' ? wait(raw) : null),
      };
    },
    fields: () => fields.filter(({ waiting }) => waiting.size > 0),
  };
}
