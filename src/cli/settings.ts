/** The settings that the environment gives, each checked; all bad ones are reported at once. */

import { BlockList } from 'node:net';
import { getHeapStatistics } from 'node:v8';
import type { GroundLimits } from '../ground/cache-ground.ts';
import { resolveRelease } from '../neo4j/neo4j-release.ts';
import { hostName } from '../service/allowed-hosts.ts';
import { type ClientLimits, readNetworks } from '../service/limit-clients.ts';
import { defaultSeeds } from './package-info.ts';
import { UsageError } from './usage-error.ts';

/** What the environment decides. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly neo4jUri: string | undefined;
  readonly neo4jUser: string;
  readonly neo4jPassword: string;
  readonly neo4jDatabase: string | undefined;
  readonly seeds: readonly string[];
  readonly dataFolder: string;
  readonly allowedOrigins: readonly string[];
  readonly allowedHosts: readonly string[];
  readonly logLevel: string | undefined;
  readonly maxConcurrency: number;
  /** What one client may ask. */
  readonly clientLimits: ClientLimits;
  /** The manifest of the only documents that are answered. */
  readonly onlyTrusted: string | undefined;
  /** The bytes that kept answers may take. */
  readonly answerMemory: number;
  /** What the facts for the rules, and counts over them, may take. */
  readonly groundLimits: Required<GroundLimits>;
  readonly neo4jVersion: string;
  /** The heap of a Neo4j that is started here, in the notation of Java. */
  readonly neo4jHeap: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const URI_SCHEMES = ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'];

/**
 * Reads the settings.
 * @throws UsageError that names every bad one and what it may be
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | undefined, mustBe: string): T => {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    // A URI may hold a password: it is named, never shown.
    if (value === undefined)
      faults.push(`${name} must be ${mustBe}${name.startsWith('NEO4J') ? '' : `, not "${text}"`}.`);
    return value ?? fallback;
  };
  const text = (name: string) => read(name, undefined, (value): string | undefined => value, 'a text');
  const count = (name: string) =>
    read(name, undefined, (value) => wholeNumber(value, 1, 1_000_000), 'a whole number from 1 to 1000000');
  const settings: Settings = {
    port: read('PORT', 4000, (value) => wholeNumber(value, 0, 65_535), 'a whole number from 0 to 65535'),
    host: read(
      'HOST',
      '127.0.0.1',
      (value) => (/^[\w.:-]+$/.test(value) ? value : undefined),
      'a host name or address',
    ),
    neo4jUri: read(
      'NEO4J_URI',
      undefined,
      neo4jUri,
      'an address like bolt://host:7687 or neo4j+s://host, without a login in it',
    ),
    neo4jUser: text('NEO4J_USER') ?? 'neo4j',
    neo4jPassword: text('NEO4J_PASSWORD') ?? '',
    neo4jDatabase: text('NEO4J_DATABASE'),
    seeds: read('KG_SEEDS', defaultSeeds(), list, 'folders, separated by commas'),
    dataFolder: text('KG_DATA') ?? '.neo4j',
    allowedOrigins: read(
      'KG_ALLOWED_ORIGINS',
      [],
      origins,
      'origins like https://example.org, separated by commas',
    ),
    allowedHosts: read(
      'KG_ALLOWED_HOSTS',
      [],
      hostNames,
      'host names like kg.example.org, without ports, separated by commas',
    ),
    logLevel: read(
      'KG_LOG',
      undefined,
      (value): string | undefined => LOG_LEVELS.find((level) => level === value),
      `one of ${LOG_LEVELS.join(', ')}`,
    ),
    maxConcurrency: read(
      'KG_MAX_CONCURRENCY',
      64,
      (value) => wholeNumber(value, 1, 10_000),
      'a whole number from 1 to 10000',
    ),
    clientLimits: {
      rate: count('KG_RATE'),
      concurrency: count('KG_CLIENT_CONCURRENCY'),
      trustedProxies: read(
        'KG_TRUSTED_PROXIES',
        new BlockList(),
        (value) => readNetworks(list(value) ?? []),
        'addresses or networks like 10.0.0.0/8, separated by commas',
      ),
    },
    onlyTrusted: text('KG_ONLY_TRUSTED'),
    answerMemory: read(
      'KG_ANSWER_MEMORY',
      64 * MEGABYTE,
      (value) => (value === '0' ? 0 : bytes(value)),
      'a size like 64m or 1g, or 0',
    ),
    groundLimits: {
      memory: read(
        'KG_GROUND_MEMORY',
        getHeapStatistics().heap_size_limit / 4,
        (value) => bytes(value),
        'a size like 256m or 2g',
      ),
      candidates: read(
        'KG_MOST_CANDIDATES',
        1_000_000_000,
        (value) => wholeNumber(value, 1, Number.MAX_SAFE_INTEGER),
        'a whole number, 1 at least',
      ),
    },
    neo4jVersion: read('KG_NEO4J_VERSION', '5.26', release, 'a version like 5.26 or 5.26.28'),
    neo4jHeap: read('KG_NEO4J_HEAP', '512m', heap, 'a size like 512m or 2g, 256m at least'),
  };
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return settings;
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** Folders, or other texts between commas. */
export function list(text: string): readonly string[] | undefined {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length > 0 ? items : undefined;
}

function origins(text: string): readonly string[] | undefined {
  const items = list(text);
  return items?.every((item) => URL.canParse(item) && new URL(item).origin === item) ? items : undefined;
}

/** Names of hosts as requests give them. */
function hostNames(text: string): readonly string[] | undefined {
  const names = list(text)?.map((item) => (/:\d*$/.test(item) ? undefined : hostName(item)));
  return names?.every((name) => name !== undefined) ? names : undefined;
}

function neo4jUri(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password } = new URL(text);
  return URI_SCHEMES.includes(protocol) && username === '' && password === '' ? text : undefined;
}

/** A size that Neo4j starts with. */
function heap(text: string): string | undefined {
  const size = bytes(text);
  return size !== undefined && size >= 256 * MEGABYTE ? text : undefined;
}

const MEGABYTE = 1_024 ** 2;

/** The bytes of a size in the notation of Java. */
function bytes(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,5})([mg])$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (unit?.toLowerCase() === 'g' ? 1_024 : 1) * MEGABYTE;
}

function release(text: string): string | undefined {
  try {
    resolveRelease(text);
    return text;
  } catch {
    return undefined;
  }
}
