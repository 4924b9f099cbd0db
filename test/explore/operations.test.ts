/** The operations of the explorer: valid in the served schema, for every type, and within the limits of the API. */

import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { LIMITS, refusalOf } from '../../src/api/limits.ts';
import { measureOperation } from '../../src/api/measure-operation.ts';
import { entityTypeName, rootTypes } from '../../src/model/model.ts';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';
import { readVocabulary } from '../../src/pages/read-vocabulary.ts';
import { questionsToWarm } from '../../src/pages/warming.ts';
import { readAddress } from '../../src/views/address.ts';
import { citedByQuestion } from '../../src/views/cited-by.ts';
import { cellProofQuestion, cellQuestion } from '../../src/views/coverage-questions.ts';
import { freshnessQuestion, standingQuestion, unknownCellsQuestion } from '../../src/views/data.ts';
import {
  connectionsOf,
  factsQuestion,
  headQuestion,
  recordQuestion,
} from '../../src/views/entity-operation.ts';
import {
  firmCountsQuestion,
  firmRecordQuestion,
  firmsQuestion,
  profileQuestion,
  verdictsQuestion,
} from '../../src/views/firm-questions.ts';
import { neighboursQuestion } from '../../src/views/neighbours.ts';
import type { Question } from '../../src/views/operation.ts';
import { readProfile } from '../../src/views/profile.ts';
import {
  choicesQuestion,
  countsQuestion,
  daysQuestion,
  graphQuestion,
  proofQuestion,
  shortQuestion,
} from '../../src/views/questions.ts';
import { causesQuestion } from '../../src/views/support-causes.ts';
import { figureEvidenceQuestion } from '../../src/views/targets-question.ts';
import { isListed } from '../../src/views/type-list.ts';
import { questionOfView } from '../../src/views/view.ts';
import { packVocabulary, unpackVocabulary } from '../../src/views/vocabulary.ts';
import { model } from '../graph-fixture.ts';

const SCHEMA = buildSchema(readFileSync('schema/api.graphql', 'utf8'));
const vocabulary = readVocabulary(model, [readSchemaFolder('schema'), readSchemaFolder('schema/questions')]);

/** What the API would say against a question. */
function refusals({ query, variables }: Question): readonly string[] {
  const document = parse(query);
  const faults = validate(SCHEMA, document).map(({ message }) => message);
  if (faults.length > 0) return faults;
  const operation = getOperationAST(document);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) =>
      each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : [],
    ),
  );
  const refusal = operation && refusalOf(measureOperation(SCHEMA, operation, fragments, variables));
  return refusal ? [refusal.message] : [];
}

const addressOf = (path: string) => {
  const [before = '', query = ''] = path.split('?');
  const requested = readAddress(before, query);
  if (!requested) throw new Error(`${path} is of no view`);
  return requested.address;
};

describe('every view', () => {
  test.each([
    '/',
    '/support?place=region:x&instrument=GRANT&planned=yes',
    '/matrix',
    '/matrix?rows=instrument&columns=zones&industry=industry:x&place=region:y&planned=yes',
    '/support?dropping=OTHER_PLACE&revision=2',
    '/matrix?industry=industry:x&revision=2',
    '/chain',
    '/chain?industry=industry:x&place=region:y&planned=yes',
    '/compare?places=region:x',
    '/compare?places=region:a,region:b,region:c,region:d,region:e,region:f,region:g,region:h',
    '/path',
    '/path?from=zone:a&to=firm:b&hops=6&validOn=2024-10-01&revision=2',
    '/chain?industry=industry:x&revision=2',
    '/compare?places=region:a,region:b&revision=2',
    '/data',
    '/search?q=a&type=FIRM',
    ...rootTypes(model)
      .filter(isListed)
      .map(({ name }) => `/search?type=${entityTypeName(name)}&after=c`),
    '/id/policy:p?validOn=2024-10-01',
    '/firm?firm=firm:f&validOn=2024-10-01&revision=2',
    '/targets?policy=policy:p&indicator=indicator:i&industry=industry:x&place=region:y&validOn=2024-10-01&revision=2',
    '/changes?place=region:y&industry=industry:x&since=3&within=90&validOn=2024-10-01',
  ])('%s asks what the API answers', (path) => {
    const question = questionOfView({ vocabulary, address: addressOf(path), language: 'ZH' });
    expect(question && refusals(question)).toEqual([]);
  });

  test('asks beside it what the API answers', () => {
    const answer = { policy: 'p', cluster: 'c', place: 'y' };
    const profile = profileQuestion(addressOf('/firm'), readProfile('industry=industry:x&RD_RATIO=4'), 'EN');
    const questions = [
      choicesQuestion(),
      countsQuestion(model),
      daysQuestion(),
      graphQuestion(),
      firmRecordQuestion(addressOf('/firm'), 'firm:f'),
      firmsQuestion('a'),
      firmCountsQuestion(addressOf('/firm'), 'firm:f'),
      figureEvidenceQuestion(addressOf('/targets?revision=2'), ['target:t', 'observation:o']),
      profile,
      verdictsQuestion(profile, 'policy:p'),
      proofQuestion(addressOf('/support?instrument=GRANT&revision=2'), answer, 'EN'),
      causesQuestion(addressOf('/support?place=region:y&revision=2'), 3, 'EN'),
      shortQuestion(addressOf('/id/zone:z')),
      standingQuestion(),
      freshnessQuestion(),
      unknownCellsQuestion(),
      citedByQuestion(model, 'source:s', LIMITS.first),
      cellQuestion({}, 'industry:x', 'region:y'),
      cellProofQuestion({}, { industry: 'industry:x', place: 'region:y', policy: 'policy:p' }, 'ZH'),
      cellProofQuestion(
        { revision: '2' },
        { industry: 'industry:x', place: 'region:y', policy: 'policy:p' },
        'ZH',
      ),
    ];
    expect(questions.flatMap(refusals)).toEqual([]);
  });
});

test('what is asked ahead is what the first visit of each view asks, and the API answers it', () => {
  const ahead = questionsToWarm(vocabulary);
  expect(ahead.flatMap(refusals)).toEqual([]);
  const queries = new Set(ahead.map(({ query }) => query));
  const first = [
    '/',
    '/support',
    '/matrix?rows=policy',
    '/targets',
    '/changes?within=90',
    '/chain',
    '/data',
    '/firm?firm=firm:f',
  ];
  const missing = first.filter((path) => {
    const question = questionOfView({ vocabulary, address: addressOf(path), language: 'EN' });
    return !question || !queries.has(question.query);
  });
  expect(missing).toEqual([]);
});

describe.each(rootTypes(model).map((type) => [type.name, type] as const))('the page of a %s', (_, type) => {
  const looked = { id: 'x:y', clocks: { validOn: '2024-10-01', asOf: 2 }, language: 'ZH' } as const;

  test('asks what the API answers', () => {
    const fields = connectionsOf(type);
    const questions = [
      headQuestion(model, type, looked),
      recordQuestion(model, type, looked),
      ...(fields.length > 0 ? [factsQuestion(model, type, looked, fields)] : []),
      ...fields.map((field) => factsQuestion(model, type, looked, [field], LIMITS.first)),
    ];
    expect(questions.flatMap(refusals)).toEqual([]);
  });

  test('asks for neighbours in one request', () => {
    const question = neighboursQuestion(model, type, looked);
    const hasSome = question.query.includes('lookUp');
    expect(hasSome ? refusals(question) : []).toEqual([]);
  });
});

test('by what a page is given of the schema it asks of each record what the server asks, today and of an earlier revision', () => {
  const unpacked = unpackVocabulary(packVocabulary(vocabulary));
  const asked = ({ model }: typeof vocabulary) =>
    [...model.nodeTypes.values()].flatMap((type) =>
      [{ validOn: '2024-10-01' }, { validOn: '2024-10-01', asOf: 2 }].flatMap((clocks) => {
        const looked = { id: 'x:y', clocks, language: 'ZH' } as const;
        const fields = connectionsOf(type, 'asOf' in clocks);
        return [
          headQuestion(model, type, looked),
          recordQuestion(model, type, looked),
          factsQuestion(model, type, looked, fields),
          neighboursQuestion(model, type, looked),
        ];
      }),
    );
  expect(asked(unpacked)).toEqual(asked(vocabulary));
});

test('the page has all words that the schema declares', () => {
  const unpacked = unpackVocabulary(packVocabulary(vocabulary));
  expect(unpacked.enums).toEqual(vocabulary.enums);
  for (const [name, type] of vocabulary.model.nodeTypes) {
    const there = unpacked.model.nodeTypes.get(name);
    expect(there?.words).toEqual(type.words);
    expect([...(there?.properties.keys() ?? [])]).toEqual([...type.properties.keys()]);
    expect([...(there?.computed.keys() ?? [])]).toEqual([...type.computed.keys()]);
  }
});
