/** How much a proof tries: a few in every run of the tests, many when asked to prove. */

/**
 * How many of something: `PROOF_<NAME>` where the environment gives it, else many with `PROOF=long`, else few.
 * @param name what is counted: KILLS
 */
export function howMany(name: string, few: number, many: number): number {
  const given = Number(process.env[`PROOF_${name}`] ?? '');
  if (Number.isInteger(given) && given > 0) return given;
  return isLong() ? many : few;
}

/** Tells what a long proof found out, to whoever runs it. */
export function tellProof(text: string): void {
  if (isLong()) process.stdout.write(`${text}\n`);
}

function isLong(): boolean {
  return process.env.PROOF === 'long';
}
