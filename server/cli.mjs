// `npm run <feed|belfry|bench|torture>`: a program of ours on Node 24, installed first if need be.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, install, node24, root } from './prepare.mjs';

install();
const [program, ...args] = process.argv.slice(2);
const file = join('server', 'cli', `${program}.ts`);
const { status } = spawnSync(node24, ['--disable-warning=ExperimentalWarning', file, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: environment(),
});
process.exit(status ?? 1);
