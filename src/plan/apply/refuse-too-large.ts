/** A change too large for one transaction is refused before anything is written, with what can be done about it. */

import type { Graph } from '../../graph/graph.ts';
import { readTransactionMemory } from '../../graph/reading/read-memory.ts';
import { ApplyRefused, withList } from '../apply-refused.ts';
import type { Plan } from '../plan.ts';

/**
 * What Neo4j holds of each change until the transaction ends, in bytes: of firms with their facts, 44,000 changes went
 * into 358 MB, and 50,000 did not. Committing takes nearly as much again as writing.
 */
const BYTES_A_CHANGE = 8_000;
/** A deletion takes less, and so does a relationship that is rewritten in place. */
const BYTES_A_DELETION = 4_000;
/** Neo4j's default: what share of its heap transactions may take. */
const SHARE_OF_HEAP = 0.7;
/** As many changes fit wherever Neo4j starts at all, so that nobody is asked about them. */
const ALWAYS_FIT = 5_000;

/**
 * Refuses a plan that Neo4j has no memory for.
 * @param memory the bytes that a transaction may take; asked of Neo4j where left out
 * @throws ApplyRefused with the code `too-large`
 */
export async function refuseTooLarge(graph: Graph, plan: Plan, memory?: number): Promise<void> {
  const { changes, repairs = [], modelChange, desired, foreign } = plan;
  const taken = foreign ? foreign.relationships.length + foreign.properties.length : 0;
  const facts = modelChange ? desired.relationships.size : 0;
  const count = changes.length + repairs.length + taken + facts + (modelChange ? desired.nodes.size : 0);
  if (memory === undefined && count <= ALWAYS_FIT) return;
  const given = memory ?? (await readTransactionMemory(graph));
  const deletions = changes.filter(({ action }) => action === 'delete').length;
  const light = deletions + facts;
  const wanted = (count - light) * BYTES_A_CHANGE + light * BYTES_A_DELETION;
  if (given === undefined || wanted <= given) return;
  const heap = `${Math.ceil(wanted / SHARE_OF_HEAP / 2 ** 30)}g`;
  throw new ApplyRefused(
    'too-large',
    withList(
      {
        en: `${count} changes take about ${megabytes(wanted)} of Neo4j's memory in one transaction, and it gives ${megabytes(given)} to one. Nothing was written. Any of these helps:`,
        zh: `${count} 项变化在一个事务中约需 Neo4j 内存 ${megabytes(wanted)}，而每个事务只有 ${megabytes(given)}。未写入任何内容。可选办法：`,
      },
      [
        {
          en: `- more heap for Neo4j: KG_NEO4J_HEAP=${heap} for one that is started here (one that runs keeps what it has), else its setting server.memory.heap.max_size=${heap}`,
          zh: `- 为 Neo4j 增加堆内存：由本程序启动的设 KG_NEO4J_HEAP=${heap}（已在运行的不变），自备的设 server.memory.heap.max_size=${heap}`,
        },
        {
          en: '- a first load by neo4j-admin database import, from what kg export --format import writes',
          zh: '- 首次载入用 neo4j-admin database import，文件由 kg export --format import 写出',
        },
        {
          en: '- several applies: first with a part of the seed files, then with more of them',
          zh: '- 分几次生效：先用部分种子文件，再逐步增加',
        },
      ],
    ),
  );
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
