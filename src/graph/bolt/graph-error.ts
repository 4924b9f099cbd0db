/** What can go wrong between us and Neo4j, distinguished by its codes, never by its messages. */

/** What a failed statement means for the caller. */
export type GraphErrorReason =
  | 'unavailable'
  | 'timeout'
  | 'refused'
  | 'conflict'
  | 'constraint'
  | 'exists'
  | 'cancelled'
  | 'memory'
  | 'unknown';

/** A statement that failed, with the driver's error as its cause. */
export class GraphError extends Error {
  override name = 'GraphError';
  readonly reason: GraphErrorReason;
  /** Whether the same statement may well succeed when sent again. */
  readonly transient: boolean;

  constructor(reason: GraphErrorReason, message: string, cause: unknown, transient = false) {
    super(message, { cause });
    this.reason = reason;
    this.transient = transient;
  }

  /** The code that the driver or Neo4j gave; undefined where there is none. */
  get code(): string | undefined {
    return codeOf(this.cause);
  }
}

/**
 * Neo4j's codes, by their beginning, longest first where one begins another.
 * @see https://neo4j.com/docs/status-codes/current/errors/all-errors/
 */
const CODES: readonly (readonly [string, GraphErrorReason, boolean])[] = [
  ['ServiceUnavailable', 'unavailable', true],
  ['SessionExpired', 'unavailable', true],
  // The driver's own code where a connection opened and no answer came.
  ['N/A', 'unavailable', false],
  ['Neo.TransientError.General.DatabaseUnavailable', 'unavailable', true],
  ['Neo.ClientError.Database.DatabaseNotFound', 'unavailable', false],
  ['Neo.ClientError.Security', 'refused', false],
  ['Neo.ClientError.Transaction.TransactionTimedOut', 'timeout', false],
  ['Neo.TransientError.Transaction.LockAcquisitionTimeout', 'conflict', true],
  ['Neo.TransientError.Transaction.DeadlockDetected', 'conflict', true],
  ['Neo.TransientError.Transaction.LockClientStopped', 'timeout', false],
  ['Neo.ClientError.Transaction.TransactionMarkedAsFailed', 'timeout', false],
  ['Neo.TransientError.Transaction.Terminated', 'timeout', false],
  ['Neo.ClientError.Schema.ConstraintValidationFailed', 'constraint', false],
  ['Neo.ClientError.Transaction.Terminated', 'cancelled', false],
  ['Neo.DatabaseError.Schema.ConstraintCreationFailed', 'constraint', false],
  ['Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists', 'exists', false],
  ['Neo.ClientError.Statement.AccessMode', 'refused', false],
  ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'memory', false],
  ['Neo.TransientError.General.OutOfMemoryError', 'memory', false],
  ['Neo.TransientError.', 'unavailable', true],
];

const SENTENCES: Readonly<Record<GraphErrorReason, string>> = {
  unavailable: 'Neo4j cannot be reached',
  timeout: 'Neo4j took too long over a statement',
  refused: 'Neo4j refused a statement or the login',
  conflict: 'another write stood in the way',
  constraint: 'what was to be written, or is there already, breaks a constraint of the graph',
  memory: 'Neo4j has too little memory for what was asked or written',
  exists: 'what was to be made is there already',
  cancelled: 'the statement was cancelled',
  unknown: 'Neo4j answered with an error',
};

/** The error that represents a failure of the driver. */
export function graphError(cause: unknown): GraphError {
  if (cause instanceof GraphError) return cause;
  const code = codeOf(cause);
  const row = CODES.find(([prefix]) => code?.startsWith(prefix));
  const reason = row?.[1] ?? 'unknown';
  const said = code === undefined ? '' : ` (${code})`;
  return new GraphError(reason, `${SENTENCES[reason]}${said}`, cause, row?.[2] ?? false);
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
