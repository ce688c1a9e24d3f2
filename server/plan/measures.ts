import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Category } from '../../shared/plan/directory.ts';
import { Theme, themeOf } from '../../shared/plan/measure.ts';
import { ConfigMistake, readYaml } from '../config.ts';

/** The measures of the regional plan and its categories of partners, from `config/plan/`. */

/** `plan/categories.yaml`. Throws `ConfigMistake`, with file and place. */
export function readCategories(folder: string): Category[] {
  const file = 'plan/categories.yaml';
  const categories = readYaml(folder, file, z.array(Category).min(1));
  const twice = repeated(categories.map(({ id }) => id));
  if (twice !== undefined) throw new ConfigMistake(`${file}: "${twice}" stands there twice`);
  return categories;
}

/**
 * The themes with their measures (`plan/measures/*.yaml`), in the plan's order. Throws `ConfigMistake`, with file and place:
 * a measure twice, in the wrong file or out of order, a partner that is no category.
 */
export function readThemes(folder: string, categories = readCategories(folder)): Theme[] {
  const under = 'plan/measures';
  const full = join(folder, under);
  const names = existsSync(full) ? readdirSync(full).filter((name) => name.endsWith('.yaml')) : [];
  if (names.length === 0) throw new ConfigMistake(`${under}: no file with measures`);
  const files = names.sort().map((name) => {
    const file = `${under}/${name}`;
    return { file, theme: readYaml(folder, file, Theme) };
  });
  const known = new Set(categories.map(({ id }) => id));
  for (const { file, theme } of files) check(file, theme, known);
  const twice = repeated(files.map(({ theme }) => theme.theme));
  if (twice !== undefined) {
    const both = files.filter(({ theme }) => theme.theme === twice).map(({ file }) => file);
    throw new ConfigMistake(`${both.join(', ')}: theme: ${twice} stands there twice`);
  }
  return files.map(({ theme }) => theme).sort((a, b) => a.theme - b.theme);
}

function check(file: string, { theme, measures }: Theme, categories: ReadonlySet<string>): void {
  for (const [i, { id, partners }] of measures.entries()) {
    const at = `${file}: measures.${i} (${id})`;
    if (themeOf(id) !== theme) throw new ConfigMistake(`${at}: id: not of theme ${theme}`);
    if (id !== `M${theme}.${i + 1}`)
      throw new ConfigMistake(`${at}: id: M${theme}.${i + 1} is expected here`);
    const strange = partners.find((partner) => !categories.has(partner));
    if (strange !== undefined)
      throw new ConfigMistake(`${at}: partners: "${strange}" is not in plan/categories.yaml`);
    const twice = repeated(partners);
    if (twice !== undefined)
      throw new ConfigMistake(`${at}: partners: "${twice}" stands there twice`);
  }
}

const repeated = <T>(list: readonly T[]): T | undefined =>
  list.find((one, i) => list.indexOf(one) !== i);
