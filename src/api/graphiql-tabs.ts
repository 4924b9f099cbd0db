/** The example questions: what GraphiQL opens with, and what the terminal shows. Each runs as it stands. */

/** The main question on one line, for a terminal. */
export const SHORT_QUESTION =
  '{ support(first: 3) { totalCount nodes { policy { name } cluster { name } place { name } because { sentence evidence { locator source { name } } } } } }';

/** The questions, the main one first. */
export const EXAMPLE_TABS: readonly { readonly query: string }[] = [
  {
    query: `# Which policies support which clusters in which zones, and where does it say so?
# 哪些政策支持哪些集群，在哪里，依据何在？
query WhichPoliciesSupportWhichClusters {
  support(first: 10) {
    totalCount
    edges {
      node {
        policy { name number status }
        cluster { name }
        place { name }
        scope
        modality
        because {
          sentence
          evidence { locator source { name url } }
        }
      }
    }
    whyNot { reason count }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    query: `# An industry, its clusters and where they are, with the evidence of each fact.
# 产业、集群及其所在，每项事实附依据
query IndustriesAndTheirClusters {
  industries(first: 5) {
    nodes {
      id
      name
      clusters(first: 3) {
        totalCount
        edges {
          validFrom
          evidence { locator source { name } }
          node { name places { nodes { id name } } }
        }
      }
    }
  }
}
`,
  },
];
