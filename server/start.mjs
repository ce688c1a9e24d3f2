// `npm start`: installs what is missing, builds the console, and runs the server on Node 24.
import { spawn } from 'node:child_process';
import { build, environment, install, node24, root } from './prepare.mjs';

install();
const dev = process.argv.includes('--dev');
if (!dev) build();

const args = dev ? ['--watch', 'server/main.ts'] : ['server/main.ts'];
const server = spawn(node24, args, { cwd: root, stdio: 'inherit', env: environment() });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

if (dev) {
  const vite = spawn(node24, ['node_modules/vite/bin/vite.js'], {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
  });
  process.on('exit', () => vite.kill());
}
