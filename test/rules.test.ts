import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** The rules and the tests that quote them, held against each other. */
const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(test|e2e|contract)\.ts$/.test(name),
);
const numbers = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, number = '']) => number);
const ordered = (list: Iterable<string>): string[] => [...new Set(list)].sort();

it('every rule is proved by a test that quotes it, and every test quotes a rule that exists', () => {
  const rules = numbers(readFileSync(join(folder, 'RULES.md'), 'utf8'), /^- \*\*(P\d\.\d+)\*\*/gm);
  expect(rules).toEqual([...new Set(rules)]);
  const quoted = files.flatMap((name) =>
    numbers(readFileSync(join(folder, name), 'utf8'), /\[(P\d\.\d+)\]/g),
  );
  expect(ordered(quoted)).toEqual(ordered(rules));
});
