/** What is there for operators to copy: closed where it has to be, and of one mind with what the product itself does. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { closedDoors, openLogin, renderContainerEnvironment } from '../../src/neo4j/neo4j-config.ts';
import { resolveRelease } from '../../src/neo4j/neo4j-release.ts';

const FOLDER = 'src/deploy';
const dockerfile = readFileSync(join(FOLDER, 'Dockerfile'), 'utf8');
const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');

interface Service {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: unknown;
}
const compose = parse(readFileSync(join(FOLDER, 'compose.yaml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<'api' | 'neo4j' | 'analysts', Service>>;
};
const { api, neo4j, analysts } = compose.services;

describe('the image', () => {
  const steps = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));
  const last = steps.slice(steps.findLastIndex((line) => line.startsWith('FROM ')));

  it('is run by a user who owns nothing in it', () => {
    expect(last.find((line) => line.startsWith('USER '))).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
    expect(last.some((line) => /chown|chmod/.test(line))).toBe(false);
  });

  it('runs no install script, and leaves what builds it behind', () => {
    const installs = dockerfile.match(/npm (ci|install|prune)[^&\n]*/g) ?? [];
    expect(installs.filter((each) => !each.includes('--ignore-scripts'))).toEqual([]);
    expect(dockerfile).toContain('npm prune --omit=dev');
  });

  it('has what it copies, of the checkout and past its list of what is left out', () => {
    const ignored = readFileSync(join(FOLDER, 'Dockerfile.dockerignore'), 'utf8').split('\n');
    const copied = steps
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.length).toBeGreaterThan(4);
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    expect(copied.filter((path) => !ignored.includes(`!${path}`))).toEqual([]);
    expect(ignored).toContain('*');
  });

  it('asks for its health by a command that judges a server by its answer', async () => {
    const [, command = ''] = /HEALTHCHECK [^\n]*\n {2}CMD (\[.*\])/.exec(dockerfile) ?? [];
    const [program, ...args] = JSON.parse(command) as readonly string[];
    expect(program).toBe('node');
    const { createServer } = await import('node:http');
    const { spawn } = await import('node:child_process');
    for (const [status, code] of [
      [200, 0],
      [500, 1],
    ]) {
      const server = createServer((_, response) => response.writeHead(status ?? 0).end());
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as { readonly port: number };
      const child = spawn(process.execPath, args, { env: { PORT: String(port) } });
      const ended = await new Promise((resolve) => child.on('close', resolve));
      await new Promise((resolve) => server.close(resolve));
      expect(ended).toBe(code);
    }
  });

  it('begins as the command that serves', () => {
    const [, entry = ''] = /ENTRYPOINT (\[.*\])/.exec(dockerfile) ?? [];
    expect(existsSync((JSON.parse(entry) as readonly string[])[1] ?? '')).toBe(true);
    expect(dockerfile).toMatch(/^CMD \["serve"\]$/m);
  });
});

describe('the composition', () => {
  it('publishes the API and the copy for analysts on this machine alone, and no port of the graph that is served', () => {
    expect(neo4j.ports).toBeUndefined();
    for (const ports of [api.ports ?? [], analysts.ports ?? []]) {
      expect(ports.length).toBeGreaterThan(0);
      expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    }
  });

  it('runs the API on a read-only file system without any right', () => {
    expect([api.read_only, api.cap_drop, api.security_opt]).toEqual([
      true,
      ['ALL'],
      ['no-new-privileges:true'],
    ]);
  });

  test.each(['neo4j', 'analysts'] as const)(
    'closes the doors of %s that the product closes of its own',
    (name) => {
      const service = compose.services[name];
      expect(service.image).toBe(resolveRelease('5.26').image);
      const { NEO4J_dbms_security_auth__enabled: _, ...login } = renderContainerEnvironment(openLogin);
      expect(service.environment).toMatchObject({ ...renderContainerEnvironment(closedDoors), ...login });
      expect(service.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{/);
      expect(service.healthcheck).toBeDefined();
    },
  );

  it('has the copy for analysts read-only unless it is being filled, and only where it is asked for', () => {
    expect(analysts.environment.NEO4J_server_databases_default__to__read__only).toMatch(
      /^\$\{ANALYSTS_READ_ONLY:-true\}$/,
    );
    expect(analysts.profiles).toEqual(['analysts']);
    expect(api.profiles ?? neo4j.profiles).toBeUndefined();
  });

  it('holds no password', () => {
    for (const { environment } of [api, neo4j, analysts])
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|AUTH$/.test(name)) expect(value).toMatch(/\$\{(NEO4J|ANALYSTS)_PASSWORD:/);
  });
});

test('each setting, count and path that the page for operators names is there', () => {
  const settings = readFileSync('src/cli/settings.ts', 'utf8');
  const counts = readFileSync('src/service/metrics.ts', 'utf8');
  const named = readme.match(/\b(?:KG|NEO4J)_[A-Z_]+\b/g) ?? [];
  const known = `${settings}${JSON.stringify(compose)}`;
  expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
  const metrics = readme.match(/\bkg_[a-z_]+\b/g) ?? [];
  expect(metrics.length).toBeGreaterThan(5);
  expect([...new Set(metrics)].filter((name) => !counts.includes(`'${name}'`))).toEqual([]);
  const files = [...readme.matchAll(/^- `([^`]+)`(?:, `([^`]+)`)?:/gm)].flatMap(([, ...names]) =>
    names.filter(Boolean),
  );
  expect(files.filter((name) => !existsSync(join(FOLDER, name ?? '')))).toEqual([]);
  expect(files.length).toBe(4);
});
