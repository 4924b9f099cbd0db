/** Asks the API for lists, connections and groups, all pages of them, in the form in which the oracle answers. */

import { expect } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import type { DatasetRelationship } from '../../src/model/dataset.ts';
import type { ListOracle, OracleEdge } from '../oracle/list-oracle.ts';
import { type ListOperation, targetOf } from '../oracle/random-list-operation.ts';
import { CAST } from '../oracle/random-lists.ts';
import { type buildSchema, runOperation } from '../run-operation.ts';

type Api = ReturnType<typeof buildSchema>;

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
  readonly [property: string]: unknown;
}

interface Page {
  readonly totalCount: number;
  readonly nodeCount?: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly Edge[];
}

/** An answer to compare: rows in order, and counts. */
export interface ListAnswer {
  readonly rows: readonly string[];
  readonly totalCount: number;
  readonly nodeCount: number | undefined;
}

const PAGE = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id }';

/** What an operation answers, by where it starts: one entry, or one for each node of the root list. */
export async function askList(
  api: Api,
  graph: Graph,
  operation: ListOperation,
): Promise<Readonly<Record<string, unknown>>> {
  const { type, field, id, by, deep, first, day } = operation;
  const root = api.model.nodeTypes.get(type)?.root?.list ?? '';
  const variables: Record<string, unknown> = { where: operation.where, orderBy: operation.orderBy };
  const on = day === 'any' ? 'anyDay: true' : `validOn: "${day}"`;
  if (by !== undefined) {
    const groups = `${type.charAt(0).toLowerCase()}${type.slice(1)}Groups`;
    const value = by.replace(/(?=[A-Z])/g, '_').toUpperCase();
    const query = `query($where: ${type}Where) { groups: ${groups}(by: ${value}, where: $where, ${on}) { key entity { id } count } }`;
    const data = await run(api, graph, query, { where: operation.where });
    return { groups: data.groups };
  }
  if (operation.sumOf !== undefined) {
    const number = operation.sumOf
      .replace(/(?=[A-Z])/g, '_')
      .replace(/(?<=M)(?=2)/, '')
      .toUpperCase();
    const query = `query($where: ${type}Where) { page: ${root}(where: $where, ${on}) { sum(of: ${number}) { value unit count bound } } }`;
    const { result } = await runOperation(api, graph, query, { where: operation.where }, '2022-06-15');
    const [error] = result.errors ?? [];
    if (error) expect(error.message).toMatch(/different units|overlap/);
    return { sum: error ? undefined : JSON.parse(JSON.stringify(result.data)).page.sum };
  }
  const relationship = field === undefined ? undefined : targetOf(api.model, type, field);
  const listed = relationship?.target ?? type;
  const head = `query($where: ${listed}Where, $orderBy: [${listed}OrderBy!], $first: Int, $after: String)`;
  const own = relationship
    ? ['validFrom', 'validTo', 'modality', ...relationship.stored.properties.map(({ name }) => name)]
    : [];
  const args = `first: $first, after: $after, where: $where, orderBy: $orderBy`;
  const selection = `{ ${PAGE} ${relationship ? 'nodeCount' : ''} edges { cursor node { id } ${own.join(' ')} } }`;
  const below = `${field}(${args}${deep === undefined ? '' : `, deep: ${deep}`}) ${selection}`;
  if (relationship && id === undefined) {
    const query = `${head} { list: ${root}(first: 50, ${on}) { nodes { id ${below} } } }`;
    const data = await run(api, graph, query, { ...variables, first: 200 }, true);
    const { nodes } = data.list as { readonly nodes: readonly (Record<string, unknown> & { id: string })[] };
    return Object.fromEntries(
      nodes.map((node) => [node.id, answerOf([node[field ?? ''] as Page], own)] as const),
    );
  }
  const pages: Page[] = [];
  for (let after: string | null = null; pages.length < 60; ) {
    const query = relationship
      ? `${head} { node: lookUp(id: "${id}", ${on}) { ... on ${type} { page: ${below} } } }`
      : `${head} { page: ${root}(${args}, ${on}) ${selection} }`;
    const data = await run(api, graph, query, { ...variables, first, after }, relationship !== undefined);
    const page = (relationship ? (data.node as Record<string, unknown>).page : data.page) as Page;
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    expect(page.edges.length).toBeLessThanOrEqual(first);
    pages.push(page);
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
    expect(page.edges).toHaveLength(first);
  }
  return { [id ?? 'list']: answerOf(pages, own) };
}

/** What the oracle answers to an operation, in the same form. */
export function expectedList(
  api: Api,
  oracle: ListOracle,
  operation: ListOperation,
): Readonly<Record<string, unknown>> {
  const { type, field, id, by, where } = operation;
  if (by !== undefined) {
    const groups = oracle.groups(type, by, where);
    return {
      groups: groups.map(({ entity, ...group }) => ({
        ...group,
        entity: entity === undefined ? null : { id: entity },
      })),
    };
  }
  if (operation.sumOf !== undefined) return { sum: oracle.sum(type, operation.sumOf, where) };
  if (field === undefined) {
    const ids = oracle.list(type, operation);
    return { list: { rows: ids, totalCount: ids.length, nodeCount: undefined } };
  }
  const { stored } = targetOf(api.model, type, field);
  const own = ['validFrom', 'validTo', 'modality', ...stored.properties.map(({ name }) => name)];
  const starts = id === undefined ? (CAST[type] ?? []) : [id];
  return Object.fromEntries(
    starts.map((start) => {
      const edges = oracle.connection(start, field, operation);
      return [
        start,
        {
          rows: settled(edges.map((edge) => rowOf(edge, own))),
          totalCount: edges.length,
          nodeCount: new Set(edges.map(({ far }) => far)).size,
        },
      ] as const;
    }),
  );
}

function rowOf({ far, fact }: OracleEdge, own: readonly string[]): string {
  return row(far, fact.properties as DatasetRelationship['properties'], own);
}

function row(far: string, values: Readonly<Record<string, unknown>>, own: readonly string[]): string {
  return [far, ...own.map((name) => values[name] ?? '-')].join(' ');
}

/** Facts that lead to the same far end stand in any order: here in that of their text. */
function settled(rows: readonly string[]): readonly string[] {
  const farOf = (text: string) => text.split(' ')[0];
  return rows
    .map((text, index) => ({
      text,
      run: rows
        .slice(0, index + 1)
        .filter((each, at) => farOf(each) !== farOf(rows[at + 1] ?? '') && at < index).length,
    }))
    .sort((a, b) => a.run - b.run || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);
}

function answerOf(pages: readonly Page[], own: readonly string[]): ListAnswer {
  const [first] = pages;
  for (const { totalCount, nodeCount, nodes, edges, pageInfo } of pages) {
    expect(totalCount).toBe(first?.totalCount);
    expect(nodeCount).toBe(first?.nodeCount);
    expect(nodes.map(({ id }) => id)).toEqual(edges.map(({ node }) => node.id));
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
  }
  const edges = pages.flatMap((page) => page.edges);
  expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(edges.length);
  return {
    rows:
      own.length === 0
        ? edges.map(({ node }) => node.id)
        : settled(edges.map((edge) => row(edge.node.id, edge, own))),
    totalCount: first?.totalCount ?? -1,
    nodeCount: first?.nodeCount,
  };
}

async function run(
  api: Api,
  graph: Graph,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  isOfField = false,
): Promise<Readonly<Record<string, unknown>>> {
  const { result, statements } = await runOperation(api, graph, query, variables, '2022-06-15');
  expect(
    result.errors?.map((error) => `${error.message} ${String(error.originalError?.cause ?? '')}`),
  ).toBeUndefined();
  // A list or a node is one, and a field of all its nodes one more.
  expect(statements.length).toBeLessThanOrEqual(isOfField ? 2 : 1);
  return result.data as Readonly<Record<string, unknown>>;
}
