/** The statements that somebody would write by hand for each workload, over the plain copy of the facts. */

/** Each takes its parameters and gives one row with `value`, the answer as JSON. */
export const STATEMENTS = {
  point: `MATCH (firm:Firm {id: $id})
RETURN firm {.id, .name, .nameEn, .foundedOn, .smeSize} AS value`,
  nested: `MATCH (region:Region {id: $id})
CALL (region) {
  MATCH (region)<-[:PLAIN_WITHIN]-(place:Place)
  WITH place ORDER BY place.id LIMIT 10
  CALL (place) {
    MATCH (place)<-[:PLAIN_LOCATED_IN]-(firm:Firm)
    WITH firm ORDER BY firm.id LIMIT 10
    CALL (firm) {
      MATCH (firm)-[:PLAIN_OPERATES_IN]->(industry:Industry)
      WITH industry ORDER BY industry.id LIMIT 5
      RETURN collect(industry {.id, .name}) AS industries
    }
    RETURN collect(firm {.id, .name, industries: industries}) AS firms
  }
  RETURN collect(place {.id, .name, firms: firms}) AS places
}
RETURN region {.id, .name, contains: places} AS value`,
  filtered: `MATCH (:Place {id: $place})<-[:PLAIN_LOCATED_IN]-(firm:Firm)-[:PLAIN_OPERATES_IN]->(:Industry {id: $industry})
WITH firm ORDER BY firm.name, firm.id LIMIT 20
RETURN collect(firm {.id, .name}) AS value`,
  page: `MATCH (firm:Firm) WHERE firm.id > $after
WITH firm ORDER BY firm.id LIMIT 20
RETURN collect(firm {.id, .name}) AS value`,
  groups: `MATCH (firm:Firm)-[:PLAIN_OPERATES_IN]->(industry:Industry)
WITH industry, count(*) AS firms
WITH industry, firms ORDER BY firms DESC, industry.id
RETURN collect({key: industry.id, count: firms}) AS value`,
  search: `MATCH (firm:Firm) WHERE firm.name CONTAINS $text
WITH firm ORDER BY firm.id LIMIT 10
RETURN collect(firm {.id, .name}) AS value`,
};
