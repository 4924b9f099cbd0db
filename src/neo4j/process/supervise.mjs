/** Runs one command, and ends it when the process that asked for it is gone, however that went. */

import { spawn } from 'node:child_process';

// A file of its own, in plain JavaScript: it must start without a loader, and has to live on when the
// process that started it is killed. The channel between the two closes with that process.
const [grace, command, ...args] = process.argv.slice(2);
// What the command writes, a store or logs, is its owner's alone.
process.umask(0o077);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

function report(message, then = () => {}) {
  // The command may have gone.
  if (process.connected) process.send(message, then);
}

function stop() {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), Number(grace)).unref();
}

function leave(how) {
  report({ ended: how }, () => process.disconnect());
}

child.once('spawn', () => report({ started: child.pid }));
child.once('error', (error) => leave(error.message));
child.once('exit', (code, signal) => leave(signal ?? `exit code ${code}`));
process.on('disconnect', () => {
  if (child.exitCode === null && child.signalCode === null) stop();
});
process.on('message', (message) => {
  if (message === 'stop') stop();
  // From now on the command does without this process, whose work is done.
  if (message === 'keep') report({ kept: true }, () => process.exit(0));
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
