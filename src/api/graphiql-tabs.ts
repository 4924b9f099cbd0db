/** The example questions: what GraphiQL opens with, and what the terminal shows. Each runs as it is. */

/** The main question on one line, for a terminal. */
export const SHORT_QUESTION =
  '{ support(first: 3) { totalCount nodes { policy { name } cluster { name } place { name } because { sentence evidence { locator source { name } } } } } }';

/** The twelve questions of the product in their order, then what lists add up to. */
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
    query: `# Which districts have no policy for an industry, and is that known or just not looked at?
# 哪些区没有某产业的政策：是查证没有，还是尚未核查？
query WhatIsMissingWhere {
  coverage(rows: INDUSTRY, columns: DISTRICTS, industry: "industry:three-leading-industries", columnsFirst: 20) {
    rowCount
    columnCount
    rows { key name }
    columns { id name }
    cells { row column state scope count lookedOn evidence { locator source { name } } }
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
    query: `# Where is the chain of an industry weak in a district, and who elsewhere fills it?
# 产业链在某区缺哪些环节，其他地区谁有？
query WhereIsTheChainWeak {
  chain(industry: "industry:integrated-circuits", place: "region:pudong") {
    segments {
      industry { name }
      stage
      state
      firmCount
      plannedFirmCount
      firms(first: 3) { name }
      elsewhere(first: 3) { name }
    }
    links { from to }
  }
}
`,
  },
  {
    query: `# Which parks suit a maker of something, next to which firms? "isIn" looks down a tree, "covers" up.
# 哪些园区适合某产业的企业入驻，与哪些企业为邻？
query WhichParksSuit {
  zones(
    where: { industries: { some: { isIn: "industry:biomedicine" } } }
    orderBy: [{ firms: { count: DESC } }]
    first: 5
  ) {
    totalCount
    nodes {
      id
      name
      zoneKind
      within(first: 2) { nodes { name } }
      firms(first: 3) { nodeCount edges { role modality node { name } evidence { locator source { name } } } }
    }
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
    query: `# What do two zones have in common, and what has only one of them?
# 两个园区有何共同之处，各有什么独有？
query WhatDoTheyShare {
  compare(places: ["zone:zhangjiang-science-city", "zone:lingang"]) {
    common { __typename id name }
    places {
      place { name }
      firmCount
      plannedFirmCount
      clusterCount
      policyCount
      industries { firmCount industry { name } }
      only { __typename id name }
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
    query: `# Who is meant by a name? "resolve" judges whole names, "search" finds as one types: a part, a number, pinyin.
# 这个名称指的是谁？
query WhatIsMeant {
  resolve(names: ["张江", "中微公司"]) {
    name
    candidates { score reason entity { __typename id name } }
  }
  search(text: "zhangjiang", where: { zones: {} }, first: 5) {
    totalCount
    nodes { score matched entity { __typename id name aliases } }
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
  {
    query: `# Which claims conflict? With "weak: true": which rest on one news report alone?
# 哪些说法相互矛盾？哪些只有一则新闻为据（weak: true）？
query WhereSourcesDiffer {
  claims(conflicting: true, first: 10) {
    totalCount
    nodes { about { id name } property value printed chosen evidence { locator source { name tier } } }
  }
}
`,
  },
  {
    query: `# What should be found out next, and how much does it decide? 下一步该核查什么，影响多少答案？
query WhatToFindOutNext {
  worklist(place: "region:pudong", kinds: [EMPTY_CELL, MISSING_START, WEAK_CLAIMS], first: 10) {
    totalCount
    nodes {
      kind
      weight
      sentence
      about { __typename id name }
      place { id name }
      facts { sentence evidence { locator source { name tier } } }
    }
  }
}
`,
  },
  {
    query: `# Which measures reach makers of chips, what do they offer at most, and what does that add up to?
# 哪些措施惠及芯片设计企业，最高金额多少，合计多少？
query WhatMeasuresOffer {
  measures(
    where: {
      status: { eq: IN_FORCE }
      cap: { currency: "CNY" }
      industries: { some: { covers: "industry:ic-design" } }
    }
    orderBy: [{ cap: DESC }, { name: ASC }]
    first: 5
  ) {
    totalCount
    sum(of: CAP) { value unit count bound }
    nodes {
      name
      instrument
      cap { printed amount currency }
      policy { name status }
      places(first: 3) { nodes { name } }
      evidence { locator source { name } }
    }
  }
  measureGroups(by: INSTRUMENT, where: { cap: { currency: "CNY" } }, sumOf: CAP) {
    label
    count
    sum { value bound }
  }
}
`,
  },
];
