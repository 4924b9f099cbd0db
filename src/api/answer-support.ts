/** `support` as a root field: an argument that names nothing is told, with the nearest id. */

import { record } from '../compile/compiled.ts';
import { badUserInput } from '../diagnostics/client-error.ts';
import { compileSupport, SUPPORT_IDS } from '../questions/support/compile-support.ts';
import { LONGEST_ID, nearestIds } from './nearest-ids.ts';
import type { RootField } from './root-field.ts';

/** The root field `support`. */
export const answerSupport: RootField = {
  compile: compileSupport,
  async answer(value, field, context) {
    const { unknown, page } = record(value);
    const [argument] = Array.isArray(unknown) ? unknown.map(String) : [];
    if (argument === undefined) return page;
    const type = SUPPORT_IDS[argument as keyof typeof SUPPORT_IDS];
    const id = String(field.arguments[argument]);
    const nearest = await nearestIds(context.graph, type, id);
    throw badUserInput(argument, `there is no ${type} with the id "${shortened(id)}".`, nearest);
  },
};

/** What a client sent is sent back as far as it helps to recognise it. */
function shortened(text: string): string {
  return text.length > LONGEST_ID ? `${text.slice(0, LONGEST_ID)}…` : text;
}
