// Runs on any Node from 20 on, before anything is installed: plain JavaScript, no dependency.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);

/** Node 24, as the npm package `node` brings it. */
export const node24 = inRoot('node_modules', '.bin', 'node');

/** Environment in which `node` is Node 24 and our own tools are found first. */
export const environment = () => ({
  ...process.env,
  PATH: `${inRoot('node_modules', '.bin')}:${process.env.PATH}`,
});

/** `npm ci`, when `node_modules` is not what `package-lock.json` says. */
export function install() {
  const stamp = inRoot('node_modules', '.belfry-installed');
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(node24)) return;
  console.log('Installing packages…');
  // Devices without a registry's audit service must not wait for it.
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/** Builds the console, when a source is newer than the last build. */
export function build() {
  const page = inRoot('dist', 'index.html');
  const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];
  const newest = Math.max(...sources.map((name) => newestIn(inRoot(name))));
  if (existsSync(page) && statSync(page).mtimeMs > newest) return;
  console.log('Building the console…');
  run(node24, [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
}

function newestIn(path) {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(state.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** Runs a program to its end; ends this one, with its words on the screen, if it fails. */
export function run(program, args) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
  });
  if (error) console.error(`${program}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Programs of the operating system: installs Debian's where it may, else returns the missing ones.
 * @param {Record<string, string>} wanted program → Debian package
 * @returns {string[]} packages still missing
 */
export function debian(wanted) {
  const missing = () =>
    Object.entries(wanted)
      .filter(([program]) => !onPath(program))
      .map(([, name]) => name);
  if (missing().length === 0) return [];
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log(`Installing ${missing().join(', ')} with apt-get…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
    spawnSync('apt-get', ['update', '-q'], quiet);
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing()], quiet);
  }
  return missing();
}

function onPath(program) {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
