/** Reads which of the facts that support rests on one news report alone backs (§13.1). */

import type { Statement } from '../../cypher/statement.ts';
import type { Model } from '../../model/model.ts';
import { SUPPORTING_TYPES } from '../../rules/worklist/weak-claims.ts';
import { backed } from '../claims/claim-statements.ts';
import { readNews } from '../claims/read-claims.ts';
import { type Decision, type FactsWanted, readFacts } from '../decision.ts';
import { factTypes } from '../fact-types.ts';

/** The keys of these facts. */
export function* readWeakFacts(model: Model): Decision<ReadonlySet<string>> {
  const news = yield* readNews(model);
  if (news.length === 0) return new Set();
  const live = weakFacts(news);
  const rows = yield* readFacts(live, weakFactsThen(news, live));
  return new Set(rows.map(({ key }) => String(key)));
}

function weakFacts(news: readonly string[]): Statement {
  return {
    text: `MATCH ()-[r:${factTypes(...SUPPORTING_TYPES)}]->() WHERE r.key IS NOT NULL AND ${backed({ news }, 'r')}
RETURN r.key AS key`,
    parameters: { news },
  };
}

/** Reads the facts that one of the sources that were news backed alone. */
function weakFactsThen(news: readonly string[], live: Statement): FactsWanted['readThen'] {
  return function* (past) {
    const same = (yield* readFacts(live)).filter(({ key }) => !past.relationships.has(String(key)));
    const changed = [...past.relationships.values()].flatMap((fact) => {
      if (!fact || !SUPPORTING_TYPES.some((type) => type === fact.type)) return [];
      const [first, ...others] = fact.evidence.map(({ source }) => source);
      const isWeak = first !== undefined && news.includes(first) && others.every((each) => each === first);
      return isWeak ? [{ key: fact.key }] : [];
    });
    return [...same, ...changed];
  };
}
