/** The two clocks of an address: the day its facts hold on, and the revision of the graph that is asked. */

import type { Address } from './address.ts';

/** What an operation takes of them; what is left out is today, and the newest revision. */
export interface Clocks {
  readonly validOn?: string;
  readonly asOf?: number;
}

/** The clocks that an address sets. What is not a number is the API's to refuse. */
export function clocksOf({ validOn, revision }: Address['parameters']): Clocks {
  return {
    ...(validOn ? { validOn } : {}),
    ...(revision ? { asOf: /^\d{1,9}$/.test(revision) ? Number(revision) : (revision as never) } : {}),
  };
}

/** Whether an earlier revision is asked, of which some fields cannot be had (§16.4). */
export function isThen({ revision }: Address['parameters']): boolean {
  return Boolean(revision);
}
