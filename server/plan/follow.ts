import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Says when files of the plan have changed and are quiet again. Looked at rather than watched: editors and
 * `git` replace files, containers mount them and swap links, networks tell nothing; a look finds it all.
 */
export function followFiles({
  folder,
  known,
  every,
  changed,
}: {
  /** Of the configuration. */
  folder: string;
  /** Their mark when they were last read. */
  known: string;
  /** Milliseconds between two looks. A change counts when the next look finds it as it was: somebody may still be writing. */
  every: number;
  changed(): void;
}): { close(): void } {
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let read = known;
  let last: string | undefined;

  async function look(): Promise<void> {
    const mark = await markOf(folder);
    if (closed) return;
    if (mark !== read && mark === last) {
      read = mark;
      changed();
    }
    last = mark;
    timer = setTimeout(() => void look(), every).unref();
  }
  void look();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** What the plan is made of, under the folder of the configuration. */
const FOLDERS = ['plan', 'directory'];
const FILES = [
  'channels.yaml',
  ...['green', 'municipalities', 'zones'].map((name) => `geo/${name}.yaml`),
];

/** Changes whenever one of the files does, comes or goes. */
export async function markOf(folder: string): Promise<string> {
  const found = FOLDERS.map(async (under) => {
    const names = await readdir(join(folder, under), { recursive: true }).catch(() => []);
    return names.filter((name) => name.endsWith('.yaml')).map((name) => join(under, name));
  });
  const files = [...FILES, ...(await Promise.all(found)).flat()].sort();
  const marks = files.map(async (file) => {
    const about = await stat(join(folder, file), { bigint: true }).catch(() => undefined);
    return about ? `${file} ${about.ino} ${about.mtimeNs} ${about.size}` : `${file} none`;
  });
  return (await Promise.all(marks)).join('\n');
}
