/** A key of the vault as its store keeps it. */
export interface Kept {
  name: string;
  /** 8 random bytes: a key that is made anew under the same name is another one. */
  id: Buffer;
  /** 32 bytes. */
  key: Buffer;
  /** Milliseconds since 1970; not used from then on. */
  expires: number;
}

/** Where the vault's keys are. Two of them pass one suite: `sqlite.ts`, `redis.ts`. Throws `LogUnavailable`. */
export interface KeyStore {
  /**
   * Keeps these durably, all or none, unless there are some of their names, and tells those that stand
   * now, in the order given. The end of one that stands becomes earlier if asked, never later.
   */
  make(wanted: readonly Kept[]): Promise<Kept[]>;
  find(names: readonly string[]): Promise<(Kept | undefined)[]>;
  /** Without waiting; undefined too where that cannot be told at once. */
  peek(name: string): Kept | undefined;
  all(): Promise<Kept[]>;
  /** Deletes them, from the disk too; tells how many there were. */
  remove(names: readonly string[]): Promise<number>;
  /** Names whose end has come by this moment. */
  expired(now: number): Promise<string[]>;
  /** The one key of the installation that makes fingerprints: the first that was offered, for ever. */
  master(offered: Buffer): Promise<Buffer>;
  /** Told of keys that another process deleted. */
  onGone(listener: (names: readonly string[]) => void): void;
  close(): Promise<void>;
}
