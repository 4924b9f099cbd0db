/** What a root field of the API is made of. */

import type { CompileContext, Compiled } from '../compile/compiled.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import type { Decision, Then } from '../questions/decision.ts';
import type { GroundViews } from '../rules/ground-views.ts';
import type { ApiContext } from './api-context.ts';

/** How a root field is answered: what it compiles to, and what is done with the value read. */
export type RootField = (
  | {
      readonly compile: (context: CompileContext, field: SelectedField) => Compiled;
      readonly decide?: undefined;
    }
  | {
      /** Decides a question by the rules, and compiles the statement that fetches what was decided. */
      readonly decide: (
        context: CompileContext,
        field: SelectedField,
        views: GroundViews,
      ) => Decision<Compiled>;
    }
) & {
  /** Answers as of an earlier revision, where that is not what `decide` does. */
  readonly decideThen?: (context: CompileContext, field: SelectedField, then: Then) => Decision<Compiled>;
  /** Whether it asks about earlier revisions by the ids of then, without `asOf`. */
  readonly isOfThen?: boolean;
  /** Whether its arguments hold what a caller wrote of itself: such an answer is kept nowhere. */
  readonly isConfidential?: (field: SelectedField) => boolean;
  readonly answer?: (value: unknown, field: SelectedField, context: ApiContext) => Promise<unknown>;
};
