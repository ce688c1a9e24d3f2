// `npm test`: everything, in the order in which a mistake is cheapest to find. Ends with the true count.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, debian, environment, install, node24, root } from '../server/prepare.mjs';

install();
const missing = debian({
  'redis-server': 'redis-server',
  chromium: 'chromium',
  mosquitto: 'mosquitto',
});
if (missing.length > 0) {
  console.error(
    `Missing from this machine: ${missing.join(', ')}. Install with: apt-get install ${missing.join(' ')}`,
  );
  process.exit(1);
}

const only = process.argv.slice(2);
const out = join(root, '.cache');
mkdirSync(out, { recursive: true });
let passed = 0;
let failed = 0;

const bin = (...parts) => join(root, 'node_modules', ...parts);
const node = (...args) =>
  spawnSync(node24, args, { cwd: root, stdio: 'inherit', env: environment() }).status === 0;
const wanted = (name) => only.length === 0 || only.includes(name);

function check(name, ok) {
  if (!wanted(name)) return;
  console.log(`\n— ${name}`);
  if (ok()) passed += 1;
  else {
    failed += 1;
    console.error(`✗ ${name}`);
  }
}

/** Runs one of Vitest's projects and counts its tests from its own report. */
function suite(name) {
  if (!wanted(name)) return;
  console.log(`\n— ${name}`);
  const report = join(out, `${name}.json`);
  rmSync(report, { force: true });
  const ok = node(
    bin('vitest', 'vitest.mjs'),
    ...['run', '--config', 'test/vitest.config.ts', '--project', name],
    ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
  );
  try {
    const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
    // A file that could not even be loaded, or an error outside of any test.
    if (numFailedTests === 0 && (!success || !ok)) failed += 1;
  } catch {
    failed += 1;
  }
}

check('format', () =>
  node(bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'),
);
check('lint', () =>
  node(
    bin('eslint', 'bin', 'eslint.js'),
    '--config',
    '.eslint.config.mjs',
    '.',
    '--max-warnings',
    '0',
  ),
);
check('walls', () =>
  node(
    bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    'client',
    'server',
    'shared',
    'test',
  ),
);
check('types', () => node(bin('typescript', 'bin', 'tsc'), '-p', '.'));
suite('unit');
check('build', () => (build(), true));
suite('e2e');

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
