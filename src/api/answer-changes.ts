/** `changes` as a root field: an `about` that neither is nor ever was is reported, with the nearest id. */

import { record } from '../compile/compiled.ts';
import { badUserInput } from '../diagnostics/client-error.ts';
import { NODE } from '../model/model.ts';
import { compileChanges } from '../questions/changes/compile-changes.ts';
import { nearestIds, shortened } from './nearest-ids.ts';
import type { RootField } from './root-field.ts';

/** The root field `changes`. */
export const answerChanges: RootField = {
  compile: compileChanges,
  async answer(value, field, context) {
    const { unknown, page } = record(value);
    if (unknown !== true) return page;
    const id = String(field.arguments.about);
    const nearest = await nearestIds(context, NODE, id);
    throw badUserInput('about', `nothing has, or ever had, the id "${shortened(id)}".`, nearest);
  },
};
