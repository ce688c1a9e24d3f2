import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

/**
 * AES-256-GCM with a random nonce (NIST SP 800-38D §8.2.2: up to 2³² of them under one key).
 *
 * What is sealed under a named key tells the name, so that the key can be found and deleted, never what
 * is inside: version (1 byte), length of the name (1), name, id of the key (8, another one when a key of
 * the same name is made anew), then nonce (12), what is hidden, tag (16). The part before the nonce is
 * authenticated. As text: base64url.
 */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;
export const ID = 8;
const NAME = 200;

export interface Header {
  name: string;
  id: Buffer;
  /** Where nonce and secret begin. */
  end: number;
}

/** Nonces are drawn many at a time: a call each costs as much as the cipher. */
const nonces = Buffer.alloc(NONCE * 512);
let drawn = nonces.length;
function nonce(): Buffer {
  if (drawn === nonces.length) {
    randomFillSync(nonces);
    drawn = 0;
  }
  drawn += NONCE;
  return nonces.subarray(drawn - NONCE, drawn);
}

/** `about` is bound to it but not in it: what belongs to one place opens in no other. */
export function hide(key: Uint8Array, about: Uint8Array, bytes: Uint8Array): Buffer {
  const start = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(about);
  return Buffer.concat([start, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where it is not of this key and place, or was altered. */
export function show(key: Uint8Array, about: Uint8Array, hidden: Uint8Array): Buffer | undefined {
  if (hidden.length < NONCE + TAG) return undefined;
  const end = hidden.length - TAG;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, hidden.subarray(0, NONCE))
      .setAAD(about)
      .setAuthTag(hidden.subarray(end));
    return Buffer.concat([decipher.update(hidden.subarray(NONCE, end)), decipher.final()]);
  } catch {
    return undefined;
  }
}

export function requireName(name: string): void {
  const { length } = Buffer.from(name);
  if (length === 0 || length > NAME) throw new RangeError(`a key's name has 1 to ${NAME} bytes`);
}

export function sealUnder(
  kept: { name: string; id: Buffer; key: Uint8Array },
  bytes: Uint8Array,
): Buffer {
  const name = Buffer.from(kept.name);
  const head = Buffer.concat([Buffer.of(VERSION, name.length), name, kept.id]);
  return Buffer.concat([head, hide(kept.key, head, bytes)]);
}

/** Undefined where it is nothing of ours. */
export function headerOf(sealed: Uint8Array): Header | undefined {
  const [version, length = 0] = sealed;
  const end = 2 + length + ID;
  if (version !== VERSION || length === 0 || sealed.length < end + NONCE + TAG) return undefined;
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, end);
  return { name: bytes.toString('utf8', 2, 2 + length), id: bytes.subarray(2 + length), end };
}

export const openUnder = (
  key: Uint8Array,
  { end }: Header,
  sealed: Uint8Array,
): Buffer | undefined => show(key, sealed.subarray(0, end), sealed.subarray(end));

const BASE64URL = /^[\w-]+$/;
export function bytesOf(sealed: string): Buffer | undefined {
  if (!BASE64URL.test(sealed)) return undefined;
  const bytes = Buffer.from(sealed, 'base64url');
  return bytes.toString('base64url') === sealed ? bytes : undefined;
}

/** Name of the key under which a text was sealed; undefined where it is no sealed text. */
export function keyNameOf(sealed: string): string | undefined {
  const bytes = bytesOf(sealed);
  return bytes && headerOf(bytes)?.name;
}
