/** Documents that a public instance answers, and no others. */

import { createHash } from 'node:crypto';

/** Documents by what clients name them, and by their text. */
export interface TrustedDocuments {
  /** The text of a document by its name in the manifest, or by the SHA-256 of its text. */
  named(id: string): string | undefined;
  has(text: string): boolean;
}

/** An operation in a manifest of Apollo's tools. */
interface ManifestOperation {
  readonly id?: unknown;
  readonly body?: unknown;
}

/**
 * Reads a manifest: an object of texts by name, as Relay and graphql-codegen write it, or a list of operations with `id`
 * and `body`, as Apollo writes it.
 * @returns undefined where the text is none of them, or names nothing
 */
export function readManifest(json: string): TrustedDocuments | undefined {
  const entries = entriesOf(parsed(json));
  if (!entries || entries.length === 0) return undefined;
  const byName = new Map<string, string>();
  const texts = new Set<string>();
  for (const [id, text] of entries) {
    if (typeof id !== 'string' || typeof text !== 'string') return undefined;
    byName.set(createHash('sha256').update(text).digest('hex'), text);
    texts.add(text);
  }
  for (const [id, text] of entries) byName.set(String(id), String(text));
  return { named: (id) => byName.get(id), has: (text) => texts.has(text) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function entriesOf(value: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const operations: unknown = 'operations' in value ? value.operations : undefined;
  if (!Array.isArray(operations)) return Object.entries(value);
  return operations.map((each: ManifestOperation | null) => [each?.id, each?.body]);
}
