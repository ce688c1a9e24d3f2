import { hash } from 'node:crypto';

/** HMAC-SHA-256 (RFC 2104) of short texts by two one-shot hashes: `createHmac` takes six times as long. */
const BLOCK = 64;
const ROOM = 1_024;

export type Keyed = (text: string) => Buffer;

/** 32 bytes of a text under this key of at most 64 bytes. */
export function keyedHash(key: Uint8Array): Keyed {
  if (key.length > BLOCK) throw new RangeError('key too long');
  const padded = Buffer.alloc(BLOCK);
  padded.set(key);
  const inner = Buffer.alloc(BLOCK + ROOM);
  const outer = Buffer.alloc(BLOCK + 32);
  for (let i = 0; i < BLOCK; i += 1) {
    inner[i] = padded[i]! ^ 0x36;
    outer[i] = padded[i]! ^ 0x5c;
  }
  return (text) => {
    // A character takes three bytes at most.
    const message =
      text.length * 3 <= ROOM
        ? inner.subarray(0, BLOCK + inner.write(text, BLOCK))
        : Buffer.concat([inner.subarray(0, BLOCK), Buffer.from(text)]);
    hash('sha256', message, 'buffer').copy(outer, BLOCK);
    return hash('sha256', outer, 'buffer');
  };
}
