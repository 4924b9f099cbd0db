/** How the names of fields and types are written in capitals: as relationship types, and as the values of enums. */

/** SME_SIZE of smeSize, HELD_TITLE of HeldTitle. */
export function screamingSnake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
