#!/usr/bin/env node
// The command `kg`: looks at the version of Node, builds main.ts where that is new, and hands over to it.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`kg needs Node 20.19 or newer, and this is ${process.versions.node}.\n`);
  process.exitCode = 64;
} else {
  const { buildKg } = await import('./build-kg.mjs');
  const { main } = await import(await buildKg());
  process.exitCode = await main();
  // A connection that never came about can hold the process for a minute: past what is still to be read, none is waited for.
  setInterval(() => {
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
  }, 500).unref();
}
