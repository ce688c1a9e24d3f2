import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * Some hundred entries as they are kept: packed, then encrypted (AES-256-GCM, random nonce). For which list,
 * version and block they are is bound in, so that one cannot stand in another's place. Packing and
 * encrypting a million entries takes half a second altogether, so nothing of a list is ever at rest in the open.
 */
const NONCE = 12;
const TAG = 16;
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
/** Text of a block: entries have 1.5 kB at most. */
const LARGEST = 64 * 1024 * 1024;

export function sealBlock(key: Uint8Array, place: string, text: string): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const packed = zstdCompressSync(text, LEVEL);
  return Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when the key is another one or the bytes are not ours. */
export function openBlock(
  key: Uint8Array | undefined,
  place: string,
  bytes: Uint8Array,
): string | undefined {
  if (!key || bytes.length < NONCE + TAG) return undefined;
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
    cipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(bytes.length - TAG));
    const packed = [cipher.update(bytes.subarray(NONCE, bytes.length - TAG)), cipher.final()];
    const [first] = packed;
    const whole = packed[1]!.length === 0 ? first! : Buffer.concat(packed);
    return zstdDecompressSync(whole, { maxOutputLength: LARGEST }).toString();
  } catch {
    return undefined;
  }
}

export const placeOf = (list: string, since: number, block: number): string =>
  `${list} ${since} ${block}`;
