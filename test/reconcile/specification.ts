/**
 * What the Reconciliation Service API 0.2 says of JSON, as JSON Schema: written down from its text, for no package has its
 * schemas. Where the text leaves a field open, it is as the text describes it; `additionalProperties` is false where the
 * specification lists the fields.
 * @see https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
 */

import { Ajv, type AnySchema } from 'ajv';

const text = { type: 'string' } as const;
const word = { type: 'string', minLength: 1 } as const;
const template = { type: 'string', pattern: '\\{\\{id\\}\\}' } as const;

/** §2.4 Types: an id and a name, and what is broader. */
const TYPE = {
  type: 'object',
  properties: { id: word, name: word, description: text, broader: { type: 'array' } },
  required: ['id', 'name'],
  additionalProperties: false,
} as const;

/** §2.5 Properties. */
const PROPERTY = {
  type: 'object',
  properties: { id: word, name: word, description: text },
  required: ['id', 'name'],
  additionalProperties: false,
} as const;

/** §6.1 Suggest metadata. */
const SUGGEST = {
  type: 'object',
  properties: {
    service_url: text,
    service_path: text,
    flyout_service_url: text,
    flyout_service_path: { type: 'string', pattern: '\\$\\{id\\}' },
  },
  required: ['service_url', 'service_path'],
  additionalProperties: false,
} as const;

/** §3.1 Service manifest. */
const MANIFEST = {
  type: 'object',
  properties: {
    versions: { type: 'array', items: text, contains: { const: '0.2' } },
    name: word,
    identifierSpace: { type: 'string', format: 'uri' },
    schemaSpace: { type: 'string', format: 'uri' },
    defaultTypes: { type: 'array', items: TYPE, uniqueItems: true },
    documentation: { type: 'string', format: 'uri' },
    logo: { type: 'string', format: 'uri' },
    serviceVersion: text,
    view: { type: 'object', properties: { url: template }, required: ['url'], additionalProperties: false },
    feature_view: { type: 'object', properties: { url: template }, required: ['url'] },
    preview: {
      type: 'object',
      properties: { url: template, width: { type: 'integer' }, height: { type: 'integer' } },
      required: ['url', 'width', 'height'],
      additionalProperties: false,
    },
    suggest: {
      type: 'object',
      properties: { entity: SUGGEST, property: SUGGEST, type: SUGGEST },
      additionalProperties: false,
    },
    extend: { type: 'object' },
    batchSize: { type: 'integer', minimum: 1 },
    authentication: { type: 'object' },
  },
  required: ['versions', 'name', 'identifierSpace', 'schemaSpace'],
  additionalProperties: false,
} as const;

const VALUE = {
  oneOf: [
    { type: ['string', 'number', 'boolean'] },
    { type: 'object', properties: { id: text, name: text }, required: ['id'] },
  ],
} as const;

/** §4.1 Structure of a reconciliation query; a batch has them by keys of the client. */
const QUERIES = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    properties: {
      query: text,
      type: { oneOf: [text, { type: 'array', items: text }] },
      limit: { type: 'number', minimum: 1 },
      properties: {
        type: 'array',
        items: {
          type: 'object',
          properties: { pid: text, v: { oneOf: [VALUE, { type: 'array', items: VALUE }] } },
          required: ['pid', 'v'],
        },
      },
      type_strict: { enum: ['any', 'should', 'all'] },
    },
    anyOf: [
      { required: ['query'] },
      { required: ['properties'], properties: { properties: { type: 'array', minItems: 1 } } },
    ],
    additionalProperties: false,
  },
} as const;

/** §4.2 Reconciliation query responses. */
const RESULTS = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    properties: {
      result: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: word,
            name: word,
            description: text,
            type: { type: 'array', minItems: 1, items: TYPE },
            score: { type: 'number' },
            match: { type: 'boolean' },
            features: {
              type: 'array',
              items: {
                type: 'object',
                properties: { id: word, value: { type: ['boolean', 'number'] } },
                required: ['id', 'value'],
                additionalProperties: false,
              },
            },
          },
          required: ['id', 'name', 'type', 'score', 'match'],
          additionalProperties: false,
        },
      },
    },
    required: ['result'],
    additionalProperties: false,
  },
} as const;

/** §6.3 Suggest responses. */
const suggested = (item: AnySchema) => ({
  type: 'object',
  properties: { result: { type: 'array', items: item } },
  required: ['result'],
  additionalProperties: false,
});
const ENTITY = {
  type: 'object',
  properties: { id: word, name: word, description: text, notable: { type: 'array', items: TYPE } },
  required: ['id', 'name'],
  additionalProperties: false,
};

/** The schemas by what they are of. */
const SPECIFICATION = {
  manifest: MANIFEST,
  queries: QUERIES,
  results: RESULTS,
  entities: suggested(ENTITY),
  types: suggested(TYPE),
  properties: suggested(PROPERTY),
} as const;

/** What the specification has against a value; empty where it fits. */
export function faultsOf(of: keyof typeof SPECIFICATION, value: unknown): readonly string[] {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    formats: { uri: (given: string) => URL.canParse(given) },
  });
  const validate = ajv.compile(SPECIFICATION[of]);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
