/** The exact artifacts behind a version of Neo4j as people write it. */

/** What must be fetched and run for one version of Neo4j. */
export interface Neo4jRelease {
  /** Exact: 5.26.28. */
  readonly version: string;
  /** The version of Neo4j Browser that goes with it. */
  readonly browserVersion: string;
  /** The class that starts the server. */
  readonly mainClass: string;
  /** The oldest Java it runs on. */
  readonly javaAtLeast: number;
  /** The image of the same release for a container engine. */
  readonly image: string;
}

/** The patch release of each line that this was tried with. */
const LINES: Readonly<Record<string, string>> = { '5.26': '5.26.28', '2026.08': '2026.08.1' };

/**
 * The release for a line (5.26) or an exact version (5.26.28).
 * @throws Error naming what it may be. Releases before 5.26 are refused: they lack a setting that keeps
 * Cypher from fetching addresses.
 */
export function resolveRelease(version: string): Neo4jRelease {
  const exact = LINES[version] ?? version;
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)\.\d+$/.exec(exact) ?? []).map(Number);
  const calendar = major >= 2025;
  if (!calendar && !(major === 5 && minor >= 26)) {
    const lines = Object.keys(LINES).join(', ');
    throw new Error(
      `"${version}" is no version of Neo4j to start: it may be ${lines}, or an exact one from 5.26.0 on.`,
    );
  }
  return {
    version: exact,
    // The last one published apart from the server; both lines work with it.
    browserVersion: '5.24.0',
    mainClass: calendar ? 'org.neo4j.server.Neo4jCommunity' : 'org.neo4j.server.CommunityEntryPoint',
    javaAtLeast: calendar ? 21 : 17,
    image: `neo4j:${version}-community`,
  };
}
