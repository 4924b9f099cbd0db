/** What a server knows of the graph between requests: its time zone and former ids, read once a revision (§2.4). */

import type { FormerIds } from '../compile/current-ids.ts';
import type { Graph } from '../graph/graph.ts';
import {
  FORMER_IDS_STATEMENT,
  formerIdsOf,
  type GraphState,
  STATE_STATEMENT,
  stateOf,
} from '../graph/reading/read-state.ts';

/** What operations are compiled by, beside the model. */
export interface GraphKnowledge {
  /** The revision it is of. */
  readonly revision: number;
  /** Where the dataset is at home: the day of "today". */
  readonly timeZone: string;
  /** Current ids by former ones. */
  readonly formerIds: FormerIds;
}

/** What a server knows of the graph, and where it hears more. */
export interface GraphClock {
  /**
   * What is known of the graph.
   * @param revision the revision that a statement has just seen: what is known of another is read anew
   */
  knowledge(revision?: number): Promise<GraphKnowledge>;
  /** The state of the graph, read now, once for all who ask meanwhile. */
  state(): Promise<GraphState>;
}

/** How long reading the state may take, in ms. */
const STATE_TIMEOUT = 2_000;
/** How long reading what is known may take, in ms: a Neo4j that has just started plans it first. */
const KNOWLEDGE_TIMEOUT = 30_000;

/** A clock over a graph. Until something was applied, days are those of UTC. */
export function createGraphClock(graph: Graph): GraphClock {
  let known: GraphKnowledge | undefined;
  let reading: Promise<GraphKnowledge> | undefined;
  let readingState: Promise<GraphState> | undefined;
  const read = async (): Promise<GraphKnowledge> => {
    try {
      const rows = await graph.read(FORMER_IDS_STATEMENT, { timeout: KNOWLEDGE_TIMEOUT });
      const { revision, info } = stateOf(rows);
      known = { revision, timeZone: info?.timeZone ?? 'UTC', formerIds: formerIdsOf(rows) };
      return known;
    } finally {
      reading = undefined;
    }
  };
  const readState = async () => stateOf(await graph.read(STATE_STATEMENT, { timeout: STATE_TIMEOUT }));
  /** Many ask at once after an apply: one reads for all of them. */
  const readOnce = () => {
    reading ??= read();
    return reading;
  };
  return {
    async knowledge(revision) {
      const isWanted = (each: GraphKnowledge) => revision === undefined || each.revision === revision;
      if (known && isWanted(known)) return known;
      const found = await readOnce();
      // Another's read may have begun before the revision was there.
      return isWanted(found) ? found : readOnce();
    },
    state() {
      readingState ??= readState().finally(() => {
        readingState = undefined;
      });
      return readingState;
    },
  };
}

/** Whether operations compile to the same by both, whatever their revisions. */
export function isSameKnowledge(a: GraphKnowledge, b: GraphKnowledge): boolean {
  return (
    a.timeZone === b.timeZone &&
    a.formerIds.size === b.formerIds.size &&
    [...a.formerIds].every(([former, current]) => b.formerIds.get(former) === current)
  );
}
