import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AlarmSlice } from '../../shared/subject/alarm/schema.ts';

/**
 * What an answer comes back with. Made from a secret of this installation and the request, so that it stands
 * in no log and every process, also after a crash, makes the same; 160 bits, which nobody guesses.
 */
export interface Tokens {
  of(space: string, alarm: string, request: string): string;
  /** The request that a token is of, among the alarms that are known. */
  find(space: string, alarms: AlarmSlice['alarms'], token: string): Asked | undefined;
}
export interface Asked {
  alarm: string;
  request: string;
}

export function openTokens(secret: Buffer): Tokens {
  const of: Tokens['of'] = (space, alarm, request) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['answer', space, alarm, request]))
      .digest('base64url')
      .slice(0, 27);
  // Tokens come back one by one and seldom: made once each, not at every look.
  const made = new Map<string, string>();
  const MOST = 20_000;
  return {
    of,
    find(space, alarms, token) {
      if (!/^[\w-]{27}$/.test(token)) return undefined;
      for (const { id, requests } of alarms.values())
        for (const request of Object.keys(requests)) {
          const name = JSON.stringify([space, id, request]);
          let known = made.get(name);
          if (known === undefined) {
            if (made.size >= MOST) made.clear();
            made.set(name, (known = of(space, id, request)));
          }
          if (known === token) return { alarm: id, request };
        }
      return undefined;
    },
  };
}

/**
 * The secret behind the tokens: from `BELFRY_HOOK_SECRET`, which all processes have; else from a file beside the
 * embedded log. Undefined for several processes without one: their links would work on one of them only.
 */
export function answerSecret(
  env: string | undefined,
  dataDir: string | undefined,
): Buffer | undefined {
  if (env !== undefined && env !== '' && env.length < 16)
    throw new Error('BELFRY_HOOK_SECRET: at least 16 characters');
  if (env) return createHmac('sha256', env).update('answer tokens').digest();
  if (dataDir === undefined) return undefined;
  const file = join(dataDir, 'answer.key');
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file);
}
