/** A graph in memory that is committed to between statements, in any order of events: no database can be asked for all. */

import type { Scheduler } from 'fast-check';
import type { Row, Statement } from '../../src/cypher/statement.ts';
import { GraphError } from '../../src/graph/bolt/graph-error.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { FORMER_IDS_STATEMENT, STATE_STATEMENT } from '../../src/graph/reading/read-state.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { model } from '../graph-fixture.ts';
import { groundRecords } from '../rules/ground-of-dataset.ts';

/** One state of a graph. */
export interface State {
  readonly dataset: Dataset;
  readonly revision: number;
  readonly formerIds: readonly (readonly [string, string])[];
}

/** How a graph in memory behaves. */
export interface Behaviour {
  readonly scheduler: Pick<Scheduler, 'schedule'>;
  /** How many states behind the newest each next statement reads, as on a follower that lags. */
  readonly lags?: readonly number[];
  /** Whether each next statement fails. */
  readonly failures?: readonly boolean[];
  /** Which statements are counted; left out: all. */
  readonly counted?: (statement: Statement) => boolean;
}

/** A graph that goes from state to state. */
export interface RememberedGraph {
  readonly graph: Graph;
  /** The states by the numbers that their bookmarks are. */
  readonly states: readonly State[];
  /** Goes on to another state. */
  readonly commit: (state: State) => void;
  /** From now on no statement fails, and each reads the newest state. */
  readonly recover: () => void;
  /** All statements that were sent. */
  readonly sent: readonly Statement[];
  /** The most statements of a kind that were under way at once. */
  readonly mostAtOnce: () => number;
}

/** Whether a statement reads the nodes of a ground: one for each load. */
export const isLoad = ({ text }: Statement): boolean => text.includes('n.stage');

/** Opens a graph in a first state. A statement reads one state; its bookmark is the number of that state. */
export function rememberGraph(
  first: State,
  { scheduler, lags = [], failures = [], counted = () => true }: Behaviour,
): RememberedGraph {
  const states = [first];
  const sent: Statement[] = [];
  let [underWay, most, recovered] = [0, 0, false];
  const read: Graph['read'] = async (statement, { signal, sawBookmark } = {}) => {
    const turn = sent.push(statement) - 1;
    if (counted(statement)) most = Math.max(most, ++underWay);
    try {
      await scheduler.schedule(Promise.resolve(), 'a statement arrives');
      const number = Math.max(0, states.length - 1 - (recovered ? 0 : (lags[turn] ?? 0)));
      const state = states[number] ?? first;
      await scheduler.schedule(Promise.resolve(), 'its rows arrive');
      if (signal?.aborted) throw new GraphError('cancelled', 'the client went away', undefined);
      if (failures[turn] && !recovered) throw new GraphError('unavailable', 'away', undefined);
      sawBookmark?.(String(number));
      return rowsOf(statement, number, state);
    } finally {
      if (counted(statement)) underWay -= 1;
    }
  };
  return {
    graph: { ...NOTHING_ELSE, read },
    states,
    commit: (state) => void states.push(state),
    recover() {
      recovered = true;
    },
    sent,
    mostAtOnce: () => most,
  };
}

/** What a statement reads; root fields and decisions read the number of the state, a list of it where they want a list. */
function rowsOf(statement: Statement, number: number, { dataset, revision, formerIds }: State): Row[] {
  const { text } = statement;
  const state = { revision, name: 'in memory', timeZone: 'UTC' };
  const { nodes, facts } = groundRecords(model, dataset);
  if (text === STATE_STATEMENT.text) return [{ state }];
  if (text === FORMER_IDS_STATEMENT.text) return [{ state, formerIds }];
  if (text.includes('COUNT {')) return [{ nodes: nodes.length, facts: facts.length }];
  if (isLoad(statement)) {
    return nodes.map((node) => ({ ...node, issuedOn: dataset.nodes.get(node.id)?.properties.issuedOn }));
  }
  if (text.includes('r.extent')) return facts.map((fact) => ({ ...fact }));
  return [{ revision, number, value: text.endsWith('[null] AS value') ? [number] : number }];
}

const refuse = () => Promise.reject(new Error('a graph in memory is only read'));
const NOTHING_ELSE: Omit<Graph, 'read'> = {
  readAll: refuse,
  readStreams: refuse,
  write: refuse,
  changeSchema: refuse,
  ping: refuse,
  close: refuse,
};
