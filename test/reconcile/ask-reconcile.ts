/** Asks the reconciliation service as OpenRefine does, and reads what came back. */

/** What came back. */
export interface Reconciled {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** A candidate, as a test reads it. */
export interface GivenCandidate {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly match: boolean;
  readonly type: readonly { readonly id: string; readonly name: string }[];
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

/** Sends a batch as a form, with the headers of OpenRefine. */
export function sendBatch(url: string, queries: unknown, headers: HeadersInit = {}): Promise<Reconciled> {
  const body = new URLSearchParams({
    queries: typeof queries === 'string' ? queries : JSON.stringify(queries),
  });
  return request(`${url}/reconcile`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'OpenRefine 3.9.5',
      ...headers,
    },
    body: body.toString(),
  });
}

/** Makes a request of any kind. */
export async function request(url: string, init: RequestInit = {}): Promise<Reconciled> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
}

/** The candidates of each query of a batch, by their keys. */
export function candidatesIn({ status, text, json }: Reconciled): Record<string, readonly GivenCandidate[]> {
  if (status !== 200) throw new Error(`${status}: ${text}`);
  const results = json as Record<string, { readonly result: readonly GivenCandidate[] }>;
  return Object.fromEntries(Object.entries(results).map(([key, { result }]) => [key, result]));
}

/** The message and code of the one error of a refusal. */
export function faultIn({ json }: Reconciled): { readonly message: string; readonly code: unknown } {
  const { errors } = json as { errors: { message: string; extensions: { code: unknown } }[] };
  const [error] = errors;
  if (!error || errors.length !== 1) throw new Error(JSON.stringify(json));
  return { message: error.message, code: error.extensions.code };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
