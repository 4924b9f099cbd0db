/** What criteria are held against, of some firms, as it was at an earlier revision (§16.4). */

import { STATED_VALUES } from '../../compile/compile-evidence.ts';
import type { Row, Statement } from '../../cypher/statement.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { Properties } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { checkText, evidenceOf } from '../../model/words/evidence-form.ts';
import { type FactsWanted, readFacts } from '../decision.ts';
import { type FactThen, factsAtThen, nodesThen, sourcesThen } from '../past/read-then.ts';

const FIRM = 'Firm';

/** The properties of a firm that criteria ask for. */
export const FIRM_VALUES = ['foundedOn', 'smeSize'] as const;

/** Reads the rows of firms: what they operate in, where they are, and what they own. */
export function firmsThen(model: Model, ids: readonly string[]): FactsWanted['readThen'] {
  const firm = model.nodeTypes.get(FIRM);
  const related = (field: string) => {
    const found = firm?.relationships.get(field);
    invariant(found, `${FIRM}.${field} is declared in the schema`);
    return found.stored.type;
  };
  const owned = (field: string) => {
    const found = firm?.owned.get(field);
    invariant(found, `${FIRM}.${field} is declared in the schema`);
    return found.relationshipType;
  };
  const types = {
    industries: related('industries'),
    clusters: related('clusters'),
    places: related('places'),
    titles: owned('titles'),
    listings: owned('listings'),
    figures: owned('figures'),
    stated: STATED_VALUES,
  };
  return function* (past) {
    const firms = yield* nodesThen(model, past, ids);
    const facts = yield* factsAtThen(past, Object.values(types), 'from', firms.keys());
    const isOwned = ({ type }: FactThen) => ![types.industries, types.clusters, types.places].includes(type);
    const parts = yield* nodesThen(
      model,
      past,
      facts.filter(isOwned).map(({ to }) => to),
    );
    const all = [...firms.values(), ...facts.map(({ stored }) => stored), ...parts.values()];
    const sources = yield* sourcesThen(model, past, all);
    const rowOf = (id: string, own: Properties): Row => {
      const of = (type: string) => facts.filter((each) => each.from === id && each.type === type);
      const leading = (type: string) =>
        of(type).map(({ to, stored }) => ({ ...stored, id: to, cited: citedBy(stored) }));
      const having = (type: string) =>
        of(type)
          .map(({ to }) => parts.get(to))
          .filter((part) => part !== undefined)
          .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
          .map((part) => ({ ...part, cited: citedBy(part) }));
      return {
        id,
        own,
        cited: citedBy(own),
        industries: leading(types.industries),
        clusters: leading(types.clusters),
        places: leading(types.places),
        titles: having(types.titles),
        listings: having(types.listings),
        figures: having(types.figures),
        stated: having(types.stated),
        sources: [...sources.values()].map(({ publishedOnDay, ...source }) => ({
          ...source,
          publishedOn: publishedOnDay,
        })),
      };
    };
    return ids.flatMap((id) => {
      const own = firms.get(id);
      return own?.nodeType === FIRM ? [rowOf(id, own)] : [];
    });
  };
}

/** Where something was read, in the form of a row. */
function citedBy(stored: Properties): readonly Row[] {
  return evidenceOf(stored).map((each) => ({
    source: each.source,
    locator: each.locator,
    check: checkText(each),
  }));
}

/** Which firms are asked for. */
export interface FirmIds {
  /** Only those with a place among these on the day; undefined: all. */
  readonly places: readonly string[] | undefined;
  readonly day: number;
  /** The most that are read, in the order of ids. */
  readonly limit: number;
}

/**
 * Reads the rows of the ids of firms.
 * @param live the statement that reads those of now
 */
export function firmIdsThen(
  { places, day, limit }: FirmIds,
  live: (limit: number) => Statement,
): FactsWanted['readThen'] {
  return function* (past) {
    let ids: readonly string[];
    if (places) {
      const located = yield* factsAtThen(past, ['FIRM_LOCATED_IN'], 'to', places);
      const isThere = ({ fromDay = 0, toDay = day, planned = false }: Properties) =>
        Number(fromDay) <= day && Number(toDay) >= day && !planned;
      ids = located.filter(({ stored }) => isThere(stored)).map(({ from }) => from);
    } else {
      const firms = [...past.nodes.values()].flatMap((node) => (node?.type === FIRM ? [node.id] : []));
      // Some of those of now were not there: as many more are read.
      const rows = yield* readFacts(live(limit + past.nodes.size));
      ids = [...rows.map(({ id }) => String(id)).filter((id) => !past.nodes.has(id)), ...firms];
    }
    return [...new Set(ids)]
      .sort()
      .slice(0, limit)
      .map((id) => ({ id }));
  };
}
