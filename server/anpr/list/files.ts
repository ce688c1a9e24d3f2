import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { HotList } from '../../../shared/anpr/list.ts';
import { explain } from '../../../shared/explain.ts';
import { ConfigMistake, readYaml } from '../../config.ts';
import { wrongList } from './rules.ts';

/** The lists as they are shipped: `config/hotlists/<id>.yaml`, each with a file of entries beside it. */
export interface ListFile {
  list: HotList;
  /** Path under `config/`, to name it by. */
  file: string;
  bytes: Buffer;
}

const Shipped = z.strictObject({
  ...HotList.omit({ id: true }).shape,
  /** Name of the file beside it: CSV, JSON or NDJSON. */
  entries: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
});

/** Throws `ConfigMistake` with file and place. */
export function readHotLists(config: string, restrictions: readonly string[]): ListFile[] {
  const folder = join(config, 'hotlists');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = `hotlists/${name}`;
      const { entries, ...rest } = readYaml(config, file, Shipped);
      const id = HotList.shape.id.safeParse(basename(name, '.yaml'));
      if (!id.success)
        throw new ConfigMistake(
          `${file}: its name is the list's id: a-z, 0-9 and hyphens, 40 at most`,
        );
      const list: HotList = { id: id.data, ...rest };
      const wrong = wrongList(list, restrictions);
      if (wrong) throw new ConfigMistake(`${file}: ${wrong.path}: ${explain(wrong, 'en')}`);
      if (!existsSync(join(folder, entries)))
        throw new ConfigMistake(`${file}: entries: there is no file ${entries}`);
      return { list, file: `hotlists/${entries}`, bytes: readFileSync(join(folder, entries)) };
    });
}
