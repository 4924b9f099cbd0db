/** What the operations of several views select alike. */

import { graphql } from './operation.ts';

/** What every entity is called. */
export const NAMED = graphql(`fragment Named on Entity { __typename id name nameEn }`);

/** A step of a proof, with where it is stated. */
export const PROOF = graphql(
  `fragment Proof on Step {
    from { ...Named } to { ...Named } relationship extent modality sentence(lang: $lang)
    evidence { locator checkedBy checkedOn source { id name nameEn tier url publisher publishedOn retrievedOn } }
  }`,
  [NAMED],
);

/** Which graph answered. */
export const GRAPH = graphql(`fragment Graph on GraphInfo {
  revision appliedAt today nodes relationships browserUrl dataset { name licence sourceCount }
}`);
