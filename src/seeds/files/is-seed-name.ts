/** Which files below a folder of seeds are read, by their names. */

const SEED = /\.(?:ya?ml|csv)$/i;

/** Whether a file below a folder of seeds is read as one, by its name. */
export function isSeedName(name: string): boolean {
  return SEED.test(name);
}
