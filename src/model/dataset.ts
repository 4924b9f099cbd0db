/** A dataset: checked nodes and relationships, the one value that both seeds and the graph are read into. */

/** Where a fact is stated. */
export interface Evidence {
  /** The source's id. */
  readonly source: string;
  readonly locator: string;
  /** The second person who checked that the source states it there; absent, as `checkedOn` is, without a check. */
  readonly checkedBy?: string;
  /** The day of that: 2026-11-20. */
  readonly checkedOn?: string;
}

/** A stored value. Dates, decimals and money are their canonical text: "2023-09", "43.9", "5000000 CNY". */
export type Value = string | number | boolean | readonly string[];

/** Properties by name; a property without a value is absent. */
export type Properties = Readonly<Record<string, Value>>;

/** A node: an entity, or something that a record owns. */
export interface DatasetNode {
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
  readonly evidence: readonly Evidence[];
}

/** A relationship. Its key is a function of type, ends and key properties, so the same fact has the same key. */
export interface DatasetRelationship {
  readonly key: string;
  /** The stored type of its undated form: WITHIN. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
  readonly evidence: readonly Evidence[];
}

/** What a dataset says of itself. */
export interface DatasetInfo {
  readonly name: string;
  /** IANA name: the day of "today". */
  readonly timeZone: string;
  /** Id of the region asked about when none is named. */
  readonly home: string | undefined;
  readonly licence: string | undefined;
}

/** Checked nodes and relationships, by id and by key. */
export interface Dataset {
  readonly info: DatasetInfo;
  readonly nodes: ReadonlyMap<string, DatasetNode>;
  readonly relationships: ReadonlyMap<string, DatasetRelationship>;
}
