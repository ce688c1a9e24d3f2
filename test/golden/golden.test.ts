import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SeenEntry } from '../../shared/entry.ts';
import { reduce } from '../../shared/reduce.ts';
import { initial } from '../../shared/folds.ts';
import { eventSchemas } from '../../shared/registry.ts';
import { canonical } from '../../shared/state.ts';
import { upcast } from '../../shared/upcast.ts';
import { filled } from './filled.ts';

/** Logs as earlier versions wrote them: they must fold for ever. File → hash of the state they give. */
const GOLDEN: Readonly<Record<string, string>> = {
  v1: 'd70f1102a36129b032cb5beec71fd4eed0f8a8ed35296e951040a9f7e146cf11',
  v2: '43826f683f1c13a10fd69f4a9393a4398f512162dd0e061c621dd316a8212e9c',
  v3: '2e804a45087135791b0e78f47a1a7776be72e79a53efeebab3400d474de98623',
  v4: '45201239323eee6e8301820f1e0539cb54e51b3fb2be7e3fb89b758393751280',
};

/** Made by redaction on the way out, never written. */
const ON_THE_WAY = ['report.withdrawn', 'incident.withdrawn'];

describe('golden logs', () => {
  for (const [version, hash] of Object.entries(GOLDEN)) {
    const text = readFileSync(new URL(`${version}.jsonl`, import.meta.url), 'utf8');
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as SeenEntry);

    it(`[P6.12] a log of shape ${version} gives the state that it gave when it was written`, () => {
      const state = canonical(filled(entries.reduce(reduce, initial)));
      expect(createHash('sha256').update(state).digest('hex')).toBe(hash);
    });

    it(`[P6.13] every event of a log of shape ${version} is, lifted, of today's shape`, () => {
      for (const event of entries.flatMap((entry) => entry.events).map(upcast)) {
        const parsed = eventSchemas[event.type]!.safeParse(event.data);
        expect([event.type, parsed.error?.issues]).toEqual([event.type, undefined]);
      }
    });
  }

  it('[P6.14] the latest golden log holds every event that can be written', () => {
    const text = readFileSync(
      new URL(`${Object.keys(GOLDEN).at(-1)}.jsonl`, import.meta.url),
      'utf8',
    );
    const types = new Set(
      Object.keys(eventSchemas).filter((type) => text.includes(`"type":"${type}"`)),
    );
    expect(Object.keys(eventSchemas).filter((type) => !types.has(type))).toEqual(ON_THE_WAY);
  });
});
