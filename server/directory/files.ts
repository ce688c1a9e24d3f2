import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Contact, Duty, Organisation } from '../../shared/plan/directory.ts';
import { ConfigMistake, readYaml } from '../config.ts';

/**
 * The directory as it is shipped: `config/directory/organisations*.yaml`, `contacts*.yaml`, `duties*.yaml`,
 * or files in folders of these names, each a list of records.
 */
export interface DirectoryFiles {
  organisations: Organisation[];
  contacts: Contact[];
  duties: Duty[];
}

/** Throws `ConfigMistake`, with file and place, also for an id that stands there twice. */
export function readDirectory(config: string): DirectoryFiles {
  return {
    organisations: records(config, 'organisations', Organisation),
    contacts: records(config, 'contacts', Contact),
    duties: records(config, 'duties', Duty),
  };
}

function records<T extends z.ZodType<{ id: string }>>(
  config: string,
  name: string,
  schema: T,
): z.infer<T>[] {
  const from = new Map<string, string>();
  return filesOf(config, name).flatMap((file) => {
    const list = readYaml(config, file, z.array(schema));
    for (const { id } of list) {
      const other = from.get(id);
      if (other) throw new ConfigMistake(`${file}: "${id}" stands there twice (${other})`);
      from.set(id, file);
    }
    return list;
  });
}

/** Paths under `config/`, in alphabetical order. */
function filesOf(config: string, name: string): string[] {
  const yamlIn = (folder: string, fits: (file: string) => boolean): string[] =>
    existsSync(join(config, folder))
      ? readdirSync(join(config, folder))
          .filter((file) => file.endsWith('.yaml') && fits(file))
          .sort()
          .map((file) => `${folder}/${file}`)
      : [];
  return [
    ...yamlIn('directory', (file) => file.startsWith(name)),
    ...yamlIn(`directory/${name}`, () => true),
  ];
}
