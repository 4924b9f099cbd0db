/** The days on which something begins or ends, of dates as sources print them. */

/** The dates of a policy that decide when it is in force. */
export interface PolicyDates {
  readonly issuedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly expiresOn: string | null;
  readonly repealedOn: string | null;
}

/** What else begins and ends. */
export interface OtherDates {
  readonly windows: readonly { readonly opensOn: string | null; readonly closesOn: string | null }[];
  readonly targets: readonly { readonly due: string }[];
}

/** The days on which something begins, or has ended the day before: those between which no answer changes. */
export function turningDays(
  policies: readonly PolicyDates[],
  { windows, targets }: OtherDates = { windows: [], targets: [] },
): readonly string[] {
  const days = [
    ...policies.flatMap(({ issuedOn, effectiveFrom, expiresOn, repealedOn }) => [
      firstDay(effectiveFrom ?? issuedOn),
      dayAfter(expiresOn),
      firstDay(repealedOn),
    ]),
    ...windows.flatMap(({ opensOn, closesOn }) => [firstDay(opensOn), dayAfter(closesOn)]),
    ...targets.map(({ due }) => dayAfter(due)),
  ];
  return [...new Set(days.filter((day) => day !== undefined))].sort();
}

/** The first day of a coarse date. */
function firstDay(date: string | null): string | undefined {
  if (!date) return undefined;
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** The day after the last of a coarse date. */
function dayAfter(date: string | null): string | undefined {
  if (!date) return undefined;
  const [year = 0, month, day] = date.split('-').map(Number);
  const after =
    month === undefined
      ? Date.UTC(year + 1, 0, 1)
      : day === undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year, month - 1, day + 1);
  return new Date(after).toISOString().slice(0, 10);
}
