/** The database that the rest runs on, wherever it came from. */

/** What a driver needs to reach a Neo4j. */
export interface Connection {
  /** For example bolt://127.0.0.1:7687. */
  readonly uri: string;
  readonly user: string;
  /** Empty where the database asks for none. Never to be shown. */
  readonly password: string;
  /** The name of the database; undefined for the user's home database. */
  readonly database: string | undefined;
}

/** A Neo4j to work with, and the way to let go of it. */
export interface Database extends Connection {
  readonly kind: 'given' | 'local' | 'container';
  /** Neo4j Browser, already pointed at this database; undefined where we cannot know its address. */
  readonly browserUrl: string | undefined;
  /** Whether Neo4j Browser runs the commands for style and guide on connecting. */
  readonly runsBrowserCommands: boolean;
  /** Undefined where we cannot start it again. */
  readonly ports: Ports | undefined;
  /** The file of the password that Neo4j Browser asks for; undefined where we made none. */
  readonly passwordFile: string | undefined;
  /** Resolves with how it ended, for example SIGKILL, where it ends without having been closed here. */
  readonly ended: Promise<string>;
  /** Stops what openDatabase started; leaves alone what was there. */
  close(): Promise<void>;
}

/** Reads a setting of a Neo4j over Bolt; undefined where it has no value. Throws while Neo4j cannot answer. */
export type Ask = (connection: Connection, setting: string) => Promise<string | undefined>;

/** Takes one line about what is going on, for a person who waits. */
export type Progress = (message: string) => void;

/** The environment of the process, as an argument. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Memory of a local Neo4j, in the notation of Java: 512m, 2g. */
export interface Memory {
  readonly heap: string;
  readonly pageCache: string;
}

/** Ports on the loopback address. */
export interface Ports {
  readonly bolt: number;
  readonly http: number;
}

/** What each of the three ways to a database lacks, as half a sentence each. */
interface MissingWays {
  readonly uri: string;
  readonly java: string;
  readonly docker: string;
}

/** Nothing here can be, or start, a Neo4j; the message names every way to one and what it lacks. */
export class NoDatabaseError extends Error {
  override name = 'NoDatabaseError';
  readonly missing: MissingWays;

  constructor(missing: MissingWays, javaAtLeast: number) {
    super(
      [
        'There is no Neo4j to run on. Any one of these three gives one:',
        `  1. NEO4J_URI, with NEO4J_USER and NEO4J_PASSWORD, of a Neo4j that runs: ${missing.uri}.`,
        `  2. Java >= ${javaAtLeast} with Maven, to start one here: ${missing.java}.`,
        `  3. A Docker engine, to start one in a container: ${missing.docker}.`,
      ].join('\n'),
    );
    this.missing = missing;
  }
}
