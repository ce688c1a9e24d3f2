import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { readCategories, readThemes } from '../../server/plan/measures.ts';
import { textsOf, themeOf } from '../../shared/plan/measure.ts';
import { partnersOf, plainName } from './partners.ts';
import { bodyOf, joined, seed, tableOf, words } from './seed.ts';

const themes = readThemes('config');
const measures = themes.flatMap((theme) => theme.measures);
const AXES: Record<string, string> = {
  Preventie: 'prevention',
  Reactie: 'reaction',
  'Follow-up': 'follow-up',
};

describe('the measures of the regional plan', () => {
  it('[P5.2] all 120 of the ten themes, each once and in the order of the plan', () => {
    expect(themes.map(({ theme }) => theme)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const sizes = themes.map((theme) => theme.measures.length);
    expect(sizes).toEqual([11, 11, 11, 10, 10, 16, 10, 15, 11, 15]);
    expect(new Set(measures.map(({ id }) => id)).size).toBe(120);
    for (const { theme, measures } of themes)
      expect(measures.map(({ id }) => themeOf(id))).toEqual(measures.map(() => theme));
  });

  it('[P5.3] each has a short title in three languages; no two have the same', () => {
    for (const lang of ['nl', 'fr', 'en'] as const)
      expect(new Set(measures.map(({ title }) => title[lang])).size).toBe(120);
    // Neither left in another language, but for words that are the same in both.
    const same = measures.filter(({ title }) => title.nl === title.fr || title.fr === title.en);
    expect(same.map(({ id }) => id)).toEqual([]);
  });

  it('[P5.3] of each crisis measure of theme 10 and M6.4-M6.8 it is told what Belfry does for it', () => {
    const told = measures.filter(({ belfry }) => belfry).map(({ id }) => id);
    const ten = measures.filter(({ id }) => themeOf(id) === 10).map(({ id }) => id);
    expect(told).toEqual(['M6.4', 'M6.5', 'M6.6', 'M6.7', 'M6.8', ...ten]);
    expect(measures.filter(({ belfry, crisis }) => belfry && !crisis)).toEqual([]);
  });

  it('[P5.3] the layers that it names are layers of the map', () => {
    const named = measures.flatMap(({ lives }) => lives?.layers ?? []);
    const layers = readConfig('config').layers.map(({ id }) => id);
    expect(named).toContain('anpr');
    expect(named.filter((id) => !layers.includes(id))).toEqual([]);
  });

  it('[P5.2] the Dutch has no broken words, no footnotes, and bullets under a colon only', () => {
    for (const { id, text, items } of measures) {
      const parts = textsOf({ text, items });
      const broken = parts.filter((part) =>
        /\p{L}- (?!(?:en|of)\b)\p{L}|[\u00ad\n]|\p{Ll}\d{2}(?!\d)| {2}| [;,.](?!\.)/u.test(part),
      );
      expect([id, broken]).toEqual([id, []]);
      expect([id, text.endsWith(':')]).toEqual([id, items.length > 0]);
    }
  });
});

describe.skipIf(!seed)(
  'the same, against the plan as published (skipped where it is absent)',
  () => {
    const body = bodyOf(seed ?? '');
    const table = tableOf(seed ?? '');

    /** Mistakes of the body's print, and how the overview table has it right: printed → mended. */
    const MENDED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
      'M2.3': [['middel- en', 'middelen']],
      'M5.3': [['feno meen', 'fenomeen']],
      'M6.6': [
        ['bij storm en hevige wind een', 'Bij storm en hevige wind: een'],
        ['bij zware ongevallen rond', 'Bij zware ongevallen: rond'],
      ],
      'M7.3': [
        ['specifieke en gecertificeerde', 'Specifieke en gecertificeerde'],
        ['opleidingen in de', 'Opleidingen in de'],
        ['opleidingen voor controle', 'Opleidingen voor controle'],
      ],
      'M7.4': [
        ['over recycleren', 'Over recycleren'],
        ['afvalbaheer', 'afvalbeheer'],
        ['over dierenwelzijn', 'Over dierenwelzijn'],
      ],
      'M7.10': [['in kaart brengen', 'in kaart te brengen']],
      'M10.1': [['Communicatie- en crisiscentrum', 'Communicatie- en Crisiscentrum']],
      'M10.5': [
        ['School voor veiligheids beroepen', 'School voor veiligheidsberoepen)'],
        ['Crisis - Management', 'Crisis Management'],
      ],
      'M10.12': [['herdenkingsevenementen ...', 'herdenkingsevenementen…']],
    };

    /** The printed part with its mistakes mended; each must be found in some part of its measure, once. */
    function mended(id: string, parts: readonly string[]): string[] {
      return (MENDED[id] ?? []).reduce<string[]>(
        (rest, [printed, right]) => {
          const at = rest.filter((part) => part.includes(printed));
          expect([id, printed, at.length]).toEqual([id, printed, 1]);
          return rest.map((part) => part.replace(printed, right));
        },
        [...parts],
      );
    }

    it('[P5.2] every Dutch text and bullet, word for word', () => {
      expect([...body.keys()]).toEqual(measures.map(({ id }) => id));
      for (const measure of measures) {
        const printed = mended(measure.id, body.get(measure.id)!.parts);
        expect([measure.id, ...textsOf(measure).map(words)]).toEqual([
          measure.id,
          ...printed.map(words),
        ]);
      }
    });

    it('[P5.2] what was mended stands so in the overview table', () => {
      for (const [id, list] of Object.entries(MENDED))
        for (const [, right] of list) expect(joined(table.get(id)!)).toContain(right);
    });

    it('[P5.2] a word with a hyphen has it in the plan too, and one that always has it there keeps it', () => {
      const plan = (seed ?? '').split('\n').flatMap((line) => line.match(/[\p{L}-]+/gu) ?? []);
      const whole = new Set(plan.filter((word) => !word.endsWith('-') && !word.startsWith('-')));
      const hyphened = new Map([...whole].map((word) => [word.replaceAll('-', ''), word]));
      const ours = measures.flatMap(textsOf).flatMap((part) => part.match(/[\p{L}-]+/gu) ?? []);
      const added = ours.filter((word) => /\p{L}-\p{L}/u.test(word) && !whole.has(word));
      const lost = ours.filter((word) => !whole.has(word) && hyphened.get(word)?.includes('-'));
      expect([added, lost]).toEqual([[], []]);
    });

    it('[P5.2] the axis of each, by the headings of the body', () => {
      for (const { id, axis } of measures)
        expect([id, axis]).toEqual([id, AXES[body.get(id)!.axis]]);
    });

    it('[P5.4] the partners of each, by the overview table', () => {
      const categories = readCategories('config').map(({ id }) => id);
      expect([...table.keys()]).toEqual(measures.map(({ id }) => id));
      for (const { id, partners, others } of measures) {
        const printed = partnersOf(id, table.get(id)!);
        expect([id, partners]).toEqual([
          id,
          categories.filter((one) => printed.categories.has(one)),
        ]);
        expect([id, others.map(plainName)]).toEqual([id, [...printed.others]]);
      }
    });

    it('what is compared is compared: one letter, one word, one comma less is seen', () => {
      const { parts } = body.get('M10.9')!;
      expect(words(parts[0]!)).toEqual(words(measures.find(({ id }) => id === 'M10.9')!.text));
      for (const other of [
        parts[0]!.replace('overvloed', 'overvloet'),
        parts[0]!.replace('beschikbare ', ''),
        parts[0]!.replace('alarm- en', 'alarm en'),
        parts[0]!.replace('aan ', 'aan, '),
      ])
        expect(words(other)).not.toEqual(words(parts[0]!));
    });
  },
);

const transcribed = new URL('../../../shared/crisis-measures.json', import.meta.url);
describe.skipIf(!existsSync(transcribed))(
  'the crisis measures, against their transcription (skipped where it is absent)',
  () => {
    it('[P5.2] texts, bullets, axis and partners are equal', () => {
      const list = JSON.parse(readFileSync(transcribed, 'utf8')) as {
        id: string;
        axis: string;
        partners_nl: string[];
        text_nl: string;
        items_nl: string[];
      }[];
      expect(list).toHaveLength(20);
      const names = new Map(readCategories('config').map(({ id, name }) => [id, name.nl]));
      const ended = (part: string) => part.replace(/[.;:]?$/, '');
      for (const one of list) {
        const ours = measures.find(({ id }) => id === one.id)!;
        expect({
          axis: ours.axis,
          texts: textsOf(ours).map(ended),
          partners: ours.partners.map((id) => names.get(id)).sort(),
        }).toEqual({
          axis: AXES[one.axis],
          texts: [one.text_nl, ...one.items_nl].map(ended),
          partners: [...one.partners_nl].sort(),
        });
      }
    });
  },
);

describe('a mistake in the files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'belfry-measures-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The reader's words after one change in one file. */
  function told(file: string, from: string | RegExp, to: string): string {
    cpSync('config/plan', join(folder, 'plan'), { recursive: true });
    const path = join(folder, 'plan', file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    writeFileSync(path, after);
    try {
      expect(after).not.toBe(before);
      readThemes(folder);
    } catch (error) {
      expect((error as Error).name).toBe('ConfigMistake');
      return (error as Error).message;
    } finally {
      rmSync(join(folder, 'plan'), { recursive: true });
    }
    throw new Error('nothing was said');
  }

  it('[P5.5] is named with its file and its place', () => {
    const crisis = 'measures/10-crisis.yaml';
    expect(told(crisis, 'id: M10.3', 'id: M10.2')).toBe(
      'plan/measures/10-crisis.yaml: measures.2 (M10.2): id: M10.3 is expected here',
    );
    expect(told(crisis, 'id: M10.3', 'id: M9.3')).toBe(
      'plan/measures/10-crisis.yaml: measures.2 (M9.3): id: not of theme 10',
    );
    expect(told(crisis, '[training]', '[traning]')).toBe(
      'plan/measures/10-crisis.yaml: measures.4 (M10.5): partners: "traning" is not in plan/categories.yaml',
    );
    expect(told(crisis, '[training]', '[training, training]')).toContain('stands there twice');
    expect(told(crisis, 'theme: 10\n', 'theme: 9\n')).toContain('measures.0 (M10.1)');
    expect(told(crisis, 'fr: Task force CBRNE', 'de: Einsatzgruppe')).toMatch(
      /measures\.13\.title\.fr: .*\n.*measures\.13\.title: .*"de"/,
    );
    expect(told(crisis, 'level: none', 'level: most')).toContain('measures.6.belfry.level');
    expect(told('categories.yaml', 'id: police', 'id: federal')).toBe(
      'plan/categories.yaml: "federal" stands there twice',
    );
    expect(told('categories.yaml', /^/, '- [')).toMatch(/^plan\/categories\.yaml: /);
  });

  it('[P5.5] no measures at all is a mistake too', () => {
    expect(() => readThemes(folder, [])).toThrow('plan/measures: no file with measures');
  });
});
