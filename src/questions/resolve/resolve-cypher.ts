/** Who may be meant by names, as Cypher: candidates by the text indexes, and the places that their names speak of. */

import { NODE } from '../../model/model.ts';
import { SEARCH_KEY } from '../../model/text/search-key.ts';
import { isSought } from '../sought-types.ts';

/** The parameters of `resolve`, as they stand in the statement. */
export interface ResolveParameters {
  /** What is looked for, by name. */
  readonly names: string;
  /** The node types looked through; null for all. */
  readonly types: string;
  /** Whole texts that would be places. */
  readonly places: string;
  /** The node types of places. */
  readonly placeTypes: string;
}

/** Candidates of one name that are scored, the likeliest first. */
const MOST_CANDIDATES = 20;
/** Hits of one needle that are looked at: what has more is in everybody's name. */
const MOST_HITS = 60;

/** Binds `c` to each record that the name at `k` may mean, and `lines` to the texts it goes by. */
function candidatesOf({ names, types }: ResolveParameters): string {
  const hit = (condition: string) =>
    `MATCH (entry:${SEARCH_KEY}) WHERE ${condition} WITH entry WHERE ${isSought(types)} RETURN entry LIMIT ${MOST_HITS}`;
  const each = (list: string, condition: string) =>
    `UNWIND ${list} AS needle CALL (needle) { ${hit(condition)} } RETURN entry`;
  return `WITH k, ${names}[k] AS name
CALL (name) { ${each('name.parts', 'entry.searchText CONTAINS needle')}
UNION ${each('name.lines', "entry.searchText CONTAINS (needle + '\\n')")}
UNION ${each('name.lines', "entry.searchText ENDS WITH ('\\n' + needle)")}
UNION ${each('[name.pinyin]', 'entry.searchPinyin CONTAINS needle')} }
WITH entry, name, split(entry.searchText, '\\n') AS lines
WITH entry, name, lines,
any(line IN lines WHERE line IN name.lines OR line IN name.wholes) OR coalesce(replace(entry.searchPinyin, '\\n', '|') + '|' CONTAINS name.pinyin + '|', false) AS isWhole,
size([pair IN name.pairs WHERE entry.searchText CONTAINS pair]) AS shared
ORDER BY isWhole DESC, shared DESC, entry.nameLength, entry.id LIMIT ${MOST_CANDIDATES}
MATCH (c:${NODE} {id: entry.id})`;
}

/** Letters that a place in a name has at most, three for each character. */
const LONGEST_LEAD = 90;

/** Of a bound candidate: what in its names may be a place, the text before the name asked and the text in brackets. */
const LEADS = `[lead IN [line IN lines WHERE name.head <> '' AND line CONTAINS name.head | split(line, name.head)[0]]
+ [line IN lines WHERE line CONTAINS '(((' | split(split(line, '(((')[1], ')))')[0]] WHERE 6 <= size(lead) <= ${LONGEST_LEAD}]`;

/**
 * Binds `places` to the places that go by a text asked for, or by one of `leads`, each with those texts. One walk over
 * the places, however many texts: a graph has few places beside its firms.
 */
function placesOf({ places, placeTypes }: ResolveParameters): string {
  return `MATCH (entry:${SEARCH_KEY}) WHERE entry.nodeType IN ${placeTypes}
WITH entry, [line IN split(entry.searchText, '\\n') WHERE line <> '' AND (line IN ${places} OR line IN leads)] AS names WHERE size(names) > 0
RETURN collect({id: entry.id, isRegion: entry.nodeType = 'Region', names: names}) AS places`;
}

/** What the clauses of `resolve` bind, and what they select of each candidate beside its texts. */
export interface FoundColumns {
  /** The variable of the list of candidates of each name. */
  readonly list: string;
  /** The variable of the places that names speak of. */
  readonly places: string;
  /** CALL clauses over a bound candidate `c` that the columns need. */
  readonly calls: string;
  readonly columns: readonly string[];
}

/** Clauses that bind the candidates of each name, in their order, and the places that the names speak of. */
export function foundClauses(
  parameters: ResolveParameters,
  { list, places, calls, columns }: FoundColumns,
): string {
  const texts =
    'type: c.nodeType, id: c.id, name: c.name, nameEn: c.nameEn, number: c.number, aliases: c.aliases';
  return `CALL () { UNWIND range(0, size(${parameters.names}) - 1) AS k
CALL (k) { ${candidatesOf(parameters)}
WITH c, ${LEADS} AS leads
${calls}RETURN collect({${[texts, 'leads: leads', ...columns].join(', ')}}) AS found }
RETURN collect(found) AS ${list} }
CALL (${list}) { WITH [found IN ${list} | [each IN found | each.leads]] AS nested
CALL (nested) { UNWIND nested AS each UNWIND each AS own UNWIND own AS lead RETURN collect(DISTINCT lead) AS leads }
${placesOf(parameters)} }
WITH *, places AS ${places}
`;
}
