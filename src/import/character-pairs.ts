/** Pairs of neighbouring characters: how alike two short texts are shows in those that both have. */

/** The pairs of a text, in their order: 集成电路 has 集成, 成电 and 电路. */
export function characterPairs(text: string): readonly string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
