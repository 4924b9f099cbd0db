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
  {
    query: `# Are the targets being met? 目标完成得怎样？
query HowFarAreTheTargets {
  progress(first: 10) {
    totalCount
    nodes {
      target { indicator { name unit } place { name } industry { name } due comparator printed policy { name } }
      latest { period printed evidence { locator source { name } } }
      ratio
      state
      refusal
    }
  }
}
`,
  },
  {
    query: `# Who or what is meant: by a name, part of one, a document number, or pinyin? 指的是什么？
query WhatIsMeant {
  search(text: "zhangjiang", first: 5) {
    totalCount
    nodes { score matched entity { __typename id name aliases } }
  }
}
`,
  },
  {
    query: `# Which measures offer money, and under which policy?
# 哪些措施提供资金支持，上限多少，依据哪项政策，面向哪些产业？
query MeasuresThatOfferMoney {
  measures(first: 5, where: { cap: { isNull: false } }, orderBy: [{ cap: DESC }, { name: ASC }]) {
    totalCount
    nodes {
      name
      instrument
      cap { amount currency }
      policy { name status }
      industries(first: 3) { nodes { name } }
      places(first: 3) { nodes { name } }
      evidence { locator source { name } }
    }
  }
  measureGroups(by: INSTRUMENT) { key count }
}
`,
  },
  {
    query: `# What can a firm like this apply for, what does it miss and by how much, and what is to be found out first?
# 这样的企业可以申报什么，差什么、差多少，先核实什么？
query WhatCanItApplyFor {
  eligibility(
    for: {
      profile: {
        industries: ["industry:integrated-circuits"]
        titles: ["高新技术企业"]
        figures: [{ attribute: RD_STAFF_RATIO, value: "18" }]
      }
    }
    first: 3
  ) {
    totalCount
    nextQuestions { attribute of settles touches }
    nodes {
      policy { name }
      measure { name cap { printed } }
      overall
      window
      combination
      verdicts { verdict sentence because missing criterion { evidence { locator source { name } } } }
    }
  }
}
`,
  },
  {
    query: `# How are a firm and another connected, fact by fact? 两家企业如何关联？
query HowAreTheyConnected {
  paths(from: "firm:amec", to: "firm:hua-hong", first: 3) {
    length
    steps { sentence modality evidence { locator source { name } } }
  }
}
`,
  },
  {
    query: `# What ends within a year, for which place or industry? 一年内有哪些政策和申报将到期？
query WhatEndsSoon {
  expiring(within: 365, first: 10) {
    totalCount
    nodes { endsOn cause sentence policy { id name } measure { id name } }
  }
}
`,
  },
  {
    query: `# On which statements do sources differ? 哪些说法相互矛盾？
query WhereSourcesDiffer {
  claims(conflicting: true, first: 10) {
    totalCount
    nodes { about { id name } property value printed chosen evidence { locator source { name tier } } }
  }
}
`,
  },
  {
    query: `# What did curators change, newest first, and what graph is this? 最近改了什么？
query WhatChanged {
  graph { revision appliedAt nodes relationships dataset { name sourceCount } }
  changes(first: 10) {
    nodes { revision at action sentence(lang: ZH) about { name } property before after }
  }
}
`,
  },
];
