/** The mistakes of app developers, as a stranger reads what is answered: which argument, what is wrong, what would be right. */

import { type GraphQLError, parse, Source, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { unknownId } from '../../src/api/answer-question.ts';
import { withArgument } from '../../src/api/name-argument.ts';
import { buildSchema } from '../run-operation.ts';

const { schema, model } = buildSchema();

/** The first fault of an operation, as it is sent. */
function faultOf(query: string): GraphQLError {
  const [error] = validate(schema, parse(new Source(query)));
  if (!error) throw new Error('there is no fault');
  return withArgument(error);
}

describe('a wrong value is answered with its argument', () => {
  test.each([
    ['validOn', '{ support(validOn: "2024-02-30") { totalCount } }', /^Argument "validOn": .*2024-02-30/],
    ['instrument', '{ support(instrument: GRAND) { totalCount } }', /^Argument "instrument": .*"GRANT"/],
    ['instrument', '{ support(instrument: "GRANT") { totalCount } }', /^Argument "instrument": .*GRANT/],
    ['rows', '{ coverage(rows: INDUSTRIES) { rowCount } }', /^Argument "rows": .*"INDUSTRY"/],
    ['within', '{ expiring(within: "30") { totalCount } }', /^Argument "within": .*Int/],
    ['maxHops', '{ paths(from: "a", to: "b", maxHops: 4.5) { length } }', /^Argument "maxHops": .*4\.5/],
    ['roles', '{ chain(industry: "a", roles: [HQ]) { links { from } } }', /^Argument "roles": .*"HQ"/],
    ['on', '{ progress(on: "yesterday") { totalCount } }', /^Argument "on": .*yesterday/],
    ['places', '{ compare(places: [{ id: "a" }]) { common { id } } }', /^Argument "places": /],
    [
      'for',
      '{ eligibility(for: { firm: "a", profile: {} }) { totalCount } }',
      /"for".*"firm" and "profile": keep one/,
    ],
    ['for', '{ eligibility(for: {}) { totalCount } }', /^Argument "for": /],
    [
      'for.profile.figures.attribute',
      '{ eligibility(for: { profile: { figures: [{ attribute: REVENU, value: "1" }] } }) { totalCount } }',
      /^Argument "for\.profile\.figures\.attribute": .*"REVENUE"/,
    ],
    [
      'where.issuedOn.gte',
      '{ policies(where: { issuedOn: { gte: "last year" } }) { totalCount } }',
      /^Argument "where\.issuedOn\.gte": .*last year/,
    ],
    [
      'orderBy',
      '{ policies(orderBy: [{ name: ASC, id: ASC }]) { totalCount } }',
      /"name" and "id": keep one/,
    ],
  ])('%s of %s', (argument, query, words) => {
    const fault = faultOf(query);
    expect(fault.message).toMatch(words);
    expect(fault.extensions.argument).toBe(argument);
  });

  test.each([
    ['a field that there is none of', '{ support { totalCont } }', /totalCont.*totalCount/],
    ['an argument that there is none of', '{ support(industy: "a") { totalCount } }', /industy.*"industry"/],
    ['an argument that is missing', '{ chain { links { from } } }', /"industry".*required/],
    ['a key that there is none of', '{ policies(where: { isue: {} }) { totalCount } }', /isue/],
  ])('%s is named once', (_, query, words) => {
    const { message } = faultOf(query);
    expect(message).toMatch(words);
  });
});

test.each([
  ['Industry', 'region:pudong', /is an id of type Region; ids of Industry begin with "industry:"/],
  ['Place', 'firm:amec', /is an id of type Firm; ids of Place begin with "region:" or "zone:"/],
  ['Place', 'zone:nowhere', /there is no Place with the id "zone:nowhere"/],
  ['Policy', '浦东新区', /there is no Policy with the id "浦东新区"/],
])('of a %s wanted, the id %s is told apart', (type, id, words) => {
  expect(unknownId(model, type, id)).toMatch(words);
});
