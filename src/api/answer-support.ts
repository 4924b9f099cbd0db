/** `support` as a root field: an argument that names nothing is told, with the nearest id. */

import { record } from '../compile/compiled.ts';
import { badUserInput } from '../diagnostics/client-error.ts';
import { compileSupport, SUPPORT_IDS } from '../questions/support/compile-support.ts';
import { nearestIds, shortened } from './nearest-ids.ts';
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
