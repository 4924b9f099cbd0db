/** The questions of the bench, each as an operation of this API and of each rival, with the same answer. */

/** The servers. */
export type Contender =
  | 'this API'
  | 'no answer kept'
  | '@neo4j/graphql'
  | 'DataLoader'
  | 'PostGraphile'
  | 'by hand'
  | 'floor';

/** An operation as it is sent. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The subject of a question, in the forms that the contenders need. */
export interface Subject {
  readonly id?: string;
  readonly place?: string;
  readonly industry?: string;
  readonly text?: string;
  /** A position in all firms in the order of ids: this API's cursor, the id there, how many come before it. */
  readonly after?: { readonly cursor: string | null; readonly id: string; readonly offset: number };
}

/** How a contender is asked, and its answer in the form in which all are compared. */
interface Asked {
  readonly query: string;
  readonly variables: (subject: Subject) => Readonly<Record<string, unknown>>;
  readonly answer: (data: Json) => unknown;
}

/** A question of the bench. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly asked: Readonly<Partial<Record<Contender, Asked>>>;
}

/** How a contender is asked; undefined where it does not answer this. */
export function askedOf({ asked }: Workload, name: Contender): Asked | undefined {
  return asked[name === 'no answer kept' ? 'this API' : name];
}

// biome-ignore lint/suspicious/noExplicitAny: answers of six servers, each read by one line below and compared whole
type Json = any;

const nodes = (connection: Json): Json => connection.nodes;
const byHand = (
  name: string,
  selection: string,
  variables: Asked['variables'],
  parameters: string,
): Asked => ({
  query: `query Q${parameters} { ${name} ${selection} }`,
  variables,
  answer: (data) => data[name.replace(/\(.*/, '')],
});
const floor = (name: string, variables: Asked['variables']): Asked => ({
  query: name,
  variables,
  answer: (data) => data.value,
});
const only =
  (...names: readonly (keyof Subject)[]): Asked['variables'] =>
  (subject) =>
    Object.fromEntries(names.map((name) => [name, subject[name]]));

const FIRM = '{ id name nameEn foundedOn smeSize }';
const NESTED = '{ id name contains { id name firms { id name industries { id name } } } }';

function handWritten(
  name: string,
  call: string,
  selection: string,
  parameters: string,
  variables: Asked['variables'],
) {
  const asked = byHand(call, selection, variables, parameters);
  return { DataLoader: asked, 'by hand': asked, floor: floor(name, variables) };
}

/** The workloads that are run under load. */
export const WORKLOADS: readonly Workload[] = [
  {
    name: 'point',
    title: 'one firm by its id',
    asked: {
      'this API': {
        query: `query Q($id: ID!) { node(id: $id) { ... on Firm ${FIRM} } }`,
        variables: only('id'),
        answer: (data) => data.node,
      },
      '@neo4j/graphql': {
        query: `query Q($id: ID!) { firms(where: { id: { eq: $id } }) ${FIRM} }`,
        variables: only('id'),
        answer: (data) => data.firms[0],
      },
      PostGraphile: {
        query:
          'query Q($id: String!) { firmByRowId(rowId: $id) { id: rowId name nameEn foundedOn smeSize } }',
        variables: only('id'),
        answer: (data) => data.firmByRowId,
      },
      ...handWritten('point', 'point(id: $id)', FIRM, '($id: ID!)', only('id')),
    },
  },
  {
    name: 'nested',
    title: 'a district, its places, their firms, their industries',
    asked: {
      'this API': {
        query: `query Q($id: ID!) { node(id: $id) { ... on Region { id name contains(first: 10) { nodes { id name
          firms(deep: false, first: 10) { nodes { id name industries(first: 5) { nodes { id name } } } } } } } } }`,
        variables: only('id'),
        answer: ({ node }) => ({
          ...node,
          contains: nodes(node.contains).map((place: Json) => ({
            ...place,
            firms: nodes(place.firms).map((firm: Json) => ({ ...firm, industries: nodes(firm.industries) })),
          })),
        }),
      },
      '@neo4j/graphql': {
        query: `query Q($id: ID!) { regions(where: { id: { eq: $id } }) { id name contains(limit: 10, sort: [{ id: ASC }]) { id name
          firms(limit: 10, sort: [{ id: ASC }]) { id name industries(limit: 5, sort: [{ id: ASC }]) { id name } } } } }`,
        variables: only('id'),
        answer: (data) => data.regions[0],
      },
      PostGraphile: {
        query: `query Q($id: String!) { regionByRowId(rowId: $id) { id: rowId name
          contains: plainWithinsByRegionId(first: 10, orderBy: PLACE_ID_ASC) { nodes { place: placeByPlaceId { id: rowId name
            firms: plainLocatedInsByPlaceId(first: 10, orderBy: FIRM_ID_ASC) { nodes { firm: firmByFirmId { id: rowId name
              industries: plainOperatesInsByFirmId(first: 5, orderBy: INDUSTRY_ID_ASC) { nodes { industry: industryByIndustryId {
                id: rowId name } } } } } } } } } } }`,
        variables: only('id'),
        answer: ({ regionByRowId: region }) => ({
          ...region,
          contains: nodes(region.contains).map(({ place }: Json) => ({
            ...place,
            firms: nodes(place.firms).map(({ firm }: Json) => ({
              ...firm,
              industries: nodes(firm.industries).map(({ industry }: Json) => industry),
            })),
          })),
        }),
      },
      ...handWritten('nested', 'nested(id: $id)', NESTED, '($id: ID!)', only('id')),
    },
  },
  {
    name: 'filtered',
    title: 'the first 20 firms of an industry in a place, by name',
    asked: {
      'this API': {
        query: `query Q($place: ID!, $industry: ID!) { firms(first: 20, orderBy: [{ name: ASC }],
          where: { places: { some: { id: { eq: $place } } }, industries: { some: { id: { eq: $industry } } } }) { nodes { id name } } }`,
        variables: only('place', 'industry'),
        answer: (data) => nodes(data.firms),
      },
      '@neo4j/graphql': {
        query: `query Q($place: ID!, $industry: ID!) { firms(limit: 20, sort: [{ name: ASC }, { id: ASC }],
          where: { places: { some: { id: { eq: $place } } }, industries: { some: { id: { eq: $industry } } } }) { id name } }`,
        variables: only('place', 'industry'),
        answer: (data) => data.firms,
      },
      ...handWritten(
        'filtered',
        'filtered(place: $place, industry: $industry)',
        '{ id name }',
        '($place: ID!, $industry: ID!)',
        only('place', 'industry'),
      ),
    },
  },
  ...(
    [
      ['page-1', '20 firms, page 1'],
      ['page-1000', '20 firms, page 1,000 or the last one'],
    ] as const
  ).map(
    ([name, title]): Workload => ({
      name,
      title,
      asked: {
        'this API': {
          query: 'query Q($after: String) { firms(first: 20, after: $after) { nodes { id name } } }',
          variables: ({ after }) => ({ after: after?.cursor }),
          answer: (data) => nodes(data.firms),
        },
        '@neo4j/graphql': {
          query:
            'query Q($offset: Int!) { firms(limit: 20, offset: $offset, sort: [{ id: ASC }]) { id name } }',
          variables: ({ after }) => ({ offset: after?.offset }),
          answer: (data) => data.firms,
        },
        PostGraphile: {
          query:
            'query Q($offset: Int!) { allFirms(first: 20, offset: $offset, orderBy: ROW_ID_ASC) { nodes { id: rowId name } } }',
          variables: ({ after }) => ({ offset: after?.offset }),
          answer: (data) => nodes(data.allFirms),
        },
        ...handWritten('page', 'page(after: $after)', '{ id name }', '($after: ID!)', ({ after }) => ({
          after: after?.id,
        })),
      },
    }),
  ),
  {
    name: 'groups',
    title: 'firms counted by industry',
    asked: {
      'this API': {
        query: '{ firmGroups(by: INDUSTRIES) { key count } }',
        variables: () => ({}),
        answer: (data) => sortedGroups(data.firmGroups),
      },
      DataLoader: {
        query: '{ groups { key count } }',
        variables: () => ({}),
        answer: (data) => sortedGroups(data.groups),
      },
      'by hand': {
        query: '{ groups { key count } }',
        variables: () => ({}),
        answer: (data) => sortedGroups(data.groups),
      },
      floor: { query: 'groups', variables: () => ({}), answer: (data) => sortedGroups(data.value) },
    },
  },
  alone(
    'search',
    'ten hits of a text in names, in any script',
    'query Q($text: String!) { search(text: $text, first: 10) { nodes { score entity { id name } } } }',
    only('text'),
  ),
  alone(
    'support-narrow',
    'support by industry and place, with a proof each',
    `query Q($industry: ID!, $place: ID!) { support(industry: $industry, place: $place) { totalCount nodes {
      policy { id name } cluster { id name } place { id name } because { sentence } } } }`,
    only('industry', 'place'),
  ),
  alone(
    'support-whole',
    'support of everything, the first 20 and the total',
    '{ support { totalCount nodes { policy { id } cluster { id } place { id } } } }',
    () => ({}),
  ),
  alone(
    'support-proved',
    'the same with whyNot and twenty proofs',
    '{ support { totalCount whyNot { reason count } nodes { policy { id } cluster { id } place { id } because { sentence evidence { locator source { name } } } } } }',
    () => ({}),
  ),
];

/** A workload that only this API answers; compare it with the point read of the same run. */
function alone(name: string, title: string, query: string, variables: Asked['variables']): Workload {
  return { name, title, asked: { 'this API': { query, variables, answer: (data) => data } } };
}

function sortedGroups(groups: readonly { readonly key: string; readonly count: number }[]): unknown {
  return groups.map(({ key, count }) => `${key} ${count}`).sort();
}
