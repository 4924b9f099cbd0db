/** The GraphQL types of the rivals that are written by hand. */

export const PLAIN_TYPES = `
  type Industry { id: ID! name: String! }
  type Firm { id: ID! name: String! nameEn: String foundedOn: String smeSize: String industries: [Industry!]! }
  type Place { id: ID! name: String! firms: [Firm!]! }
  type Region { id: ID! name: String! contains: [Place!]! }
  type Group { key: ID! count: Int! }
  type Query {
    point(id: ID!): Firm
    nested(id: ID!): Region
    filtered(place: ID!, industry: ID!): [Firm!]!
    page(after: ID!): [Firm!]!
    groups: [Group!]!
    search(text: String!): [Firm!]!
  }`;
