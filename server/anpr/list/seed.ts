import type { HotList } from '../../../shared/anpr/list.ts';
import { explain } from '../../../shared/explain.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { ConfigMistake } from '../../config.ts';
import type { ListFile } from './files.ts';
import { ListRefused } from './refused.ts';
import type { Version } from './store.ts';
import type { Imported } from './work.ts';

/**
 * Puts the lists that are shipped into the store, each once: from then on the store leads, and edits of the
 * files have no effect. Throws `ConfigMistake` with file and line, never with what stands there.
 */
export async function seedLists(options: {
  shipped: readonly ListFile[];
  known: readonly Version[];
  take(bytes: Buffer, list: HotList): Promise<Imported>;
}): Promise<void> {
  const there = new Set(options.known.map(({ list }) => list.id));
  for (const { list, file, bytes } of options.shipped) {
    if (there.has(list.id)) continue;
    try {
      const { difference } = await options.take(bytes, list);
      const [first] = difference.rejected;
      if (!first) continue;
      const where = [`line ${first.line}`, first.field].filter(Boolean).join(', ');
      throw mistake(file, where, { code: first.code });
    } catch (error) {
      if (error instanceof ListRefused) throw mistake(file, '', error.refusal);
      throw error;
    }
  }
}

const mistake = (file: string, where: string, refusal: Refusal): ConfigMistake =>
  new ConfigMistake([file, where, explain(refusal, 'en')].filter(Boolean).join(': '));
