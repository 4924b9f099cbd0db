/** Parts of a JSON Schema and the definitions that hold those used often. */

/** What JSON can say; a key whose value is undefined is not printed. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [key: string]: Json };

/** A JSON Schema of draft-07, with the words that yaml-language-server adds to it. */
export type JsonSchema = { readonly [keyword: string]: Json };

/** Definitions, each made when it is first named. */
export interface SchemaDefinitions {
  /** A reference to a definition. */
  readonly refer: (name: string, make: () => JsonSchema) => JsonSchema;
  /** All that were named, by name. */
  readonly sorted: () => { readonly [name: string]: JsonSchema };
}

/** An empty set of definitions. */
export function collectDefinitions(): SchemaDefinitions {
  const made = new Map<string, JsonSchema>();
  return {
    refer(name, make) {
      if (!made.has(name)) {
        made.set(name, {});
        made.set(name, make());
      }
      return { $ref: `#/definitions/${name}` };
    },
    sorted: () => Object.fromEntries([...made].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/**
 * What an editor shows of a key.
 * @param text for every editor
 * @param notes how it is written, for editors that show Markdown
 */
export function described(text: string, notes: readonly string[] = []): JsonSchema {
  const shown = notes.length === 0 ? undefined : [text, ...notes].filter((each) => each !== '').join('\n\n');
  return { description: text === '' ? undefined : text, markdownDescription: shown };
}

/** One thing, or a list of such. */
export function oneOrMany(one: JsonSchema): JsonSchema {
  return { anyOf: [{ type: 'array', items: one }, one] };
}

/** A map that has these keys and no others. */
export function closedMap(
  properties: { readonly [key: string]: JsonSchema },
  required: readonly string[] = [],
): JsonSchema {
  return {
    type: 'object',
    properties,
    required: required.length === 0 ? undefined : required,
    additionalProperties: false,
  };
}
