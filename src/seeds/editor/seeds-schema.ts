/** The model → a JSON Schema of seed files, by which editors complete, explain and check while a curator types. */

import { ENTITY, type Model, SOURCE } from '../../model/model.ts';
import { HOME } from '../dataset/read-info.ts';
import { DATASET, DEFAULTS, typesByKey } from '../written/list-records.ts';
import { recordSnippet } from './record-snippet.ts';
import {
  closedMap,
  collectDefinitions,
  described,
  type JsonSchema,
  oneOrMany,
  type SchemaDefinitions,
} from './schema-definitions.ts';
import { assertionSchema } from './schema-of-assertion.ts';
import { defaultEvidenceSchema } from './schema-of-evidence.ts';
import { recordSchema, referenceSchema } from './schema-of-record.ts';
import { textSchema } from './schema-of-value.ts';

/**
 * The text of the schema of one seed file, for a model. It knows nothing of other files: whether a record that is
 * referred to exists, whether dates are in order and figures agree, is reported when seeds are read.
 */
export function printSeedsSchema(model: Model): string {
  return `${JSON.stringify(seedsSchema(model), null, 2)}\n`;
}

function seedsSchema(model: Model): JsonSchema {
  const definitions = collectDefinitions();
  const types = [...typesByKey(model)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lists = types.map(([key, type]) => {
    const items = recordSchema(definitions, model, type);
    const defaultSnippets = [recordSnippet(model, type)];
    return [key, { ...described(type.description), type: ['array', 'null'], items, defaultSnippets }];
  });
  const evidenced = types.filter(([, type]) => type.name !== SOURCE).map(([key]) => key);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    description: 'Facts of the graph with their evidence. 种子文件',
    ...closedMap({
      [DATASET]: datasetSchema(definitions, model),
      [DEFAULTS]: defaultsSchema(definitions, model),
      ...Object.fromEntries(lists),
    }),
    if: { not: { required: [DEFAULTS] } },
    // A pattern, not the lists by name: editors would offer each name twice.
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { patternProperties: { [`^(${evidenced.join('|')})$`]: { items: { required: ['evidence'] } } } },
    definitions: definitions.sorted(),
  };
}

function datasetSchema(definitions: SchemaDefinitions, model: Model): JsonSchema {
  const text = textSchema(definitions);
  return {
    ...described('What the dataset says of itself: once over all folders loaded. 数据集'),
    ...closedMap(
      {
        name: {
          ...text,
          ...described(model.interfaces.get(ENTITY)?.properties.get('name')?.description ?? ''),
        },
        timeZone: { ...text, ...described('Where its days begin: Asia/Shanghai. 时区') },
        home: {
          ...referenceSchema(definitions, model, HOME),
          ...described('The region asked about where none is named. 默认区域'),
        },
        licence: { ...text, ...described('Under which licence it is given: CC-BY-4.0. 许可') },
        officialHosts: {
          ...described('The domains of authorities: a source of tier OFFICIAL is on one of them. 官方域名'),
          ...oneOrMany(text),
        },
        assertions: {
          ...described('What must hold for the dataset. 断言'),
          type: 'array',
          items: assertionSchema(definitions, model),
        },
      },
      ['name', 'timeZone'],
    ),
  };
}

function defaultsSchema(definitions: SchemaDefinitions, model: Model): JsonSchema {
  const { type, ...closed } = closedMap({ evidence: defaultEvidenceSchema(definitions, model) });
  const shown = described('Evidence of every record of this file that names no other. 默认依据', [
    'It never applies to `sources`.',
  ]);
  return { ...shown, ...closed, type: [type ?? 'object', 'null'] };
}
