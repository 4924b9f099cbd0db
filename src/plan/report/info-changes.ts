/** What a dataset says of itself, as it changes: its name, time zone, home and licence. */

import type { DatasetInfo } from '../../model/dataset.ts';

/** What the dataset says of itself where that differs, as `home region:a → region:b`. */
export function infoChanges(
  before: DatasetInfo | undefined,
  after: DatasetInfo | undefined,
): readonly { readonly property: string; readonly before: string | null; readonly after: string | null }[] {
  return (['name', 'timeZone', 'home', 'licence'] as const)
    .map((property) => ({
      property,
      before: before?.[property] ?? null,
      after: after?.[property] ?? null,
    }))
    .filter((each) => each.before !== each.after);
}
