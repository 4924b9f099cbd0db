/** Checks what several processes did to one graph, as a history: whether it can be told as one thing after the other. Pure. */

/** One thing that was done, with when it began and ended, on one clock. */
export interface HistoryStep {
  readonly kind: 'read' | 'apply';
  readonly who: string;
  readonly began: number;
  readonly ended: number;
  /** The revision that a read saw or an apply made; undefined where it was refused or never answered. */
  readonly revision: number | undefined;
  /** What a read saw; left out of an apply. */
  readonly saw?: string;
}

/** A history, and what is left at its end. */
export interface History {
  readonly steps: readonly HistoryStep[];
  /** The numbers of all revisions that the graph has at the end. */
  readonly ledger: readonly number[];
  /** Whether a revision may be seen like this. */
  readonly isOf: (revision: number, saw: string) => boolean;
}

/** A step that was answered. */
type Answered = HistoryStep & { readonly revision: number };

/**
 * What no order of the steps could explain: revisions are strictly serializable, each answer is of one of them, and nothing
 * that was acknowledged is lost.
 * @returns a sentence for each fault; empty where there is none
 */
export function checkHistory({ steps, ledger, isOf }: History): readonly string[] {
  const answered = steps.filter((step): step is Answered => step.revision !== undefined);
  const applies = answered.filter(({ kind }) => kind === 'apply');
  return [
    ...gaps(ledger),
    ...applies.flatMap((each) => (ledger.includes(each.revision) ? [] : [`${name(each)} is lost`])),
    ...twice(applies),
    ...tooOld(answered),
    ...tooNew(answered, applies),
    ...answered.flatMap((each) =>
      each.saw === undefined || isOf(each.revision, each.saw)
        ? []
        : [`${name(each)} is not of that revision alone`],
    ),
  ];
}

function name({ kind, who, revision, began }: Answered): string {
  return `${kind} of revision ${revision} by ${who}, begun at ${began},`;
}

/** Revisions are counted without a gap. */
function gaps(ledger: readonly number[]): readonly string[] {
  const sorted = [...ledger].sort((a, b) => a - b);
  return sorted.flatMap((revision, at) =>
    revision === at + 1 ? [] : [`revision ${revision} is at place ${at + 1} of the ledger`],
  );
}

function twice(applies: readonly Answered[]): readonly string[] {
  const made = new Map<number, Answered>();
  return applies.flatMap((each) => {
    const other = made.get(each.revision);
    made.set(each.revision, each);
    return other ? [`${name(each)} was made by ${other.who} already`] : [];
  });
}

/** What begins after something has ended must not be older than it; an apply must be newer. */
function tooOld(answered: readonly Answered[]): readonly string[] {
  const ends = [...answered].sort((a, b) => a.ended - b.ended);
  let newest = 0;
  let over = 0;
  return [...answered]
    .sort((a, b) => a.began - b.began)
    .flatMap((each) => {
      for (let end = ends[over]; end && end.ended < each.began; end = ends[++over])
        newest = Math.max(newest, end.revision);
      const least = each.kind === 'apply' ? newest + 1 : newest;
      return each.revision < least ? [`${name(each)} came after revision ${newest}`] : [];
    });
}

/** Nothing is seen before it is made. */
function tooNew(answered: readonly Answered[], applies: readonly Answered[]): readonly string[] {
  const begun = new Map(applies.map(({ revision, began }) => [revision, began]));
  return answered.flatMap((each) => {
    const began = begun.get(each.revision);
    return began === undefined || began <= each.ended
      ? []
      : [`${name(each)} was seen before its apply began`];
  });
}
