import type { Findings } from './finding.ts';
import type { PlanFiles } from './read.ts';
import type { Source } from './source.ts';

/** Texts in two official languages: one that stands in both places was probably never translated. */
export function lintWords(files: PlanFiles, found: Findings): void {
  const lists = [
    ...[files.categories, files.functions, files.channels, files.phases, files.organisations],
  ].flatMap((list) => list.map(({ source }) => source));
  const sources = new Set<Source>([...files.workflows.map(({ source }) => source), ...lists]);
  for (const source of sources)
    walk(source.value, [], (path) => {
      const step = stepOf(source, path);
      found.warning(
        { ...source.at([...path, 'fr']), ...(step === undefined ? {} : { step }) },
        'the French is the same as the Dutch: translate it',
      );
    });
}

/** More words than a name has that is the same in both languages. */
const SAME = 3;

function walk(
  value: unknown,
  path: readonly PropertyKey[],
  same: (path: readonly PropertyKey[]) => void,
) {
  if (typeof value !== 'object' || value === null) return;
  const { nl, fr } = value as { nl?: unknown; fr?: unknown };
  if (typeof nl === 'string' && nl === fr && nl.trim().split(/\s+/).length > SAME) same(path);
  for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key], same);
}

function stepOf({ value }: Source, [first, i]: readonly PropertyKey[]): string | undefined {
  if (first !== 'steps') return undefined;
  const steps = (value as { steps: Record<string, { id?: unknown }> }).steps;
  const id = steps[String(i)]?.id;
  return typeof id === 'string' ? id : undefined;
}
