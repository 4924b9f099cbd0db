/** Which of several observations of the same thing counts, as stated values are chosen (§1.7). */

import type { Model } from '../../model/model.ts';
import type { StatedIn } from '../../model/stored/compare-sources.ts';
import { evidenceOf } from '../../model/words/evidence-form.ts';
import { type Decision, readFacts } from '../decision.ts';
import { strongest } from '../progress/choose-observations.ts';
import { sourcesOf } from './claim-statements.ts';
import type { Claimed } from './claimed.ts';
import { sourceRowsThen } from './claims-then.ts';
import { observationOf, readObservationsAbout } from './read-claims.ts';

/** The claims, each observation marked by whether it is the one chosen among all of the same thing and period. */
export function* chooseClaims(model: Model, claims: readonly Claimed[]): Decision<readonly Claimed[]> {
  const abouts = claims.flatMap(({ kind, about }) => (kind === 'observation' ? [about] : []));
  if (abouts.length === 0) return claims;
  const all = (yield* readObservationsAbout(model, [...new Set(abouts)])).map(observationOf);
  const ids = [...new Set(all.flatMap((each) => each.evidenceSources))];
  const sources = yield* readFacts(sourcesOf(ids), sourceRowsThen(model, ids));
  const byId = new Map(sources.map((row) => [String(row.id), row]));
  const readingsOf = (claim: Claimed) =>
    evidenceOf({ evidence: claim.evidence, evidenceSources: claim.evidenceSources }).map(
      ({ source, locator }): StatedIn => {
        const { tier, read, day } = byId.get(source) ?? {};
        return {
          source,
          locator,
          tier: String(tier),
          read: typeof read === 'string' ? read : undefined,
          publishedOn: typeof day === 'number' ? day : undefined,
        };
      },
    );
  const tiers = model.nodeTypes.get('Source')?.properties.get('tier')?.values ?? [];
  const groups = new Map<string, Claimed[]>();
  for (const each of all) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  const chosen = new Set(
    [...groups.values()].flatMap((same) => {
      const rivals = same.map((each) => ({ id: each.holder, value: each.value, readings: readingsOf(each) }));
      return strongest(rivals, tiers).map(({ id }) => id);
    }),
  );
  return claims.map((each) =>
    each.kind === 'observation' ? { ...each, chosen: chosen.has(each.holder) } : each,
  );
}
