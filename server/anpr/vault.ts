/**
 * Keys under which personal data is kept, beside the log and beside the stores: deleting a key at the end
 * of the legal period erases what it covered everywhere (log, snapshots, backups of the log), while the
 * log's chain stays provable. AES-256-GCM; one random key per alert, per day of reads, per list version.
 */
export interface Vault {
  /** Encrypts under the key of this name, which is made, durably, if there is none. `expires`: ISO 8601; the key is deleted then at the latest, and never lives longer than 366 days. */
  seal(key: string, expires: string, thing: object): Promise<string>;
  sealBytes(key: string, expires: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** The key of this name, 32 bytes, made if there is none: for stores that encrypt many small things under one. */
  keyFor(key: string, expires: string): Promise<Uint8Array>;
  /** What was sealed; undefined when the key is gone or the text is not ours. Never throws, never waits. */
  open(sealed: string): Record<string, unknown> | undefined;
  openBytes(sealed: Uint8Array): Uint8Array | undefined;
  /** Has the keys at hand that these texts need, of other processes too. Before they are folded or shown. */
  fetch(sealed: readonly string[]): Promise<void>;
  /** Deletes keys now; tells how many there were. What they covered is gone for good. */
  forget(keys: readonly string[]): Promise<number>;
  /** Deletes what has expired; tells which. */
  sweep(now: string): Promise<readonly string[]>;
  /** Keyed fingerprint of a text, the same for as long as the installation lives: 22 characters, base64url. */
  fingerprint(text: string): string;
  close(): Promise<void>;
}
