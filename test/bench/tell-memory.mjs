// Loaded before a command that is measured: its last line on stderr is the most memory it has held, in KB.

process.on('exit', () => process.stderr.write(`\npeak memory ${process.resourceUsage().maxRSS}\n`));
