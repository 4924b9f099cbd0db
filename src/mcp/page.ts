/** Pages as the API gives them, and lists made into such pages, so that an answer can be cut to what fits. */

/** One item of a page. */
interface PageItem {
  /** Where the page after it begins; none where there is no way to ask for that. */
  readonly cursor?: string;
  readonly node: unknown;
}

/** A page of the API: its fields, and edges that say something of each node. */
export interface Page {
  readonly totalCount: number;
  /** How many different nodes there are, where several edges may lead to one. */
  readonly nodeCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly edges: readonly PageItem[];
}

/** Whether a value is a page. */
export function isPage(value: unknown): value is Page {
  return value !== null && typeof value === 'object' && 'edges' in value && Array.isArray(value.edges);
}

/** A list that the API gives whole, as a page of it that begins after a cursor of ours: how many came before. */
export function listPage(list: readonly unknown[], after = 0): Page {
  const edges = list.slice(after).map((node, index) => ({ cursor: String(after + index + 1), node }));
  return { totalCount: list.length, pageInfo: { hasNextPage: false }, edges };
}

/** A list of which only the beginning is ever shown. */
export function listBeginning(list: readonly unknown[]): Page {
  const edges = list.map((node) => ({ node }));
  return { totalCount: list.length, pageInfo: { hasNextPage: false }, edges };
}
