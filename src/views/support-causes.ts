/** By which changes answers of support became others since an earlier revision. */

import type { Address } from './address.ts';
import { graphql, questionOf } from './operation.ts';

const CAUSES = graphql(
  `query Causes(
    $from: Int!, $to: Int!, $policy: ID, $industry: ID, $cluster: ID, $place: ID, $instrument: Instrument
    $validOn: Date, $lang: Lang
  ) {
    supportDiff(
      from: $from, to: $to, policy: $policy, industry: $industry, cluster: $cluster, place: $place
      instrument: $instrument, validOn: $validOn, first: 100
    ) { totalCount nodes { causes { sentence(lang: $lang) } } }
  }`,
);

/** Whether an address asks support by what its differences can be asked by, too. */
export function isPlainSupport({ view, parameters }: Address): boolean {
  return view === 'support' && parameters.planned !== 'yes' && !parameters.dropping;
}

/** The causes between the revision of an address and a newer one. */
export function causesQuestion({ parameters }: Address, newest: number, lang: 'ZH' | 'EN') {
  const { revision, policy, industry, cluster, place, instrument, validOn } = parameters;
  return questionOf(CAUSES, {
    from: Number(revision),
    to: newest,
    ...(policy ? { policy } : {}),
    ...(industry ? { industry } : {}),
    ...(cluster ? { cluster } : {}),
    ...(place ? { place } : {}),
    ...(instrument ? { instrument: instrument as never } : {}),
    ...(validOn ? { validOn } : {}),
    lang,
  });
}
