import type { TFunction } from 'i18next';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { alarm } from '../client/i18n/words/alarm.ts';
import { directory } from '../client/i18n/words/directory.ts';
import { becauseText } from '../client/panel/alarm/because.ts';
import { placed } from '../client/panel/plan/mistake.ts';
import { LANGS, type Lang, type Words } from '../shared/refusal.ts';
import { SHIPPED } from './fake/directory.ts';

const words: Readonly<Record<string, Readonly<Record<string, Words>>>> = { alarm, directory };
const tIn = (lang: Lang) =>
  ((key: string, values: Record<string, unknown> = {}) => {
    const [area = '', ...name] = key.split('.');
    const text = words[area]?.[name.join('.')]?.[lang] ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, one: string) => String(values[one]));
  }) as unknown as TFunction;

const managers = new Map([['woods', { id: 'woods', nl: 'Bosbeheer', fr: 'Gestion des bois' }]]);
const text = (lang: Lang, ...because: Parameters<typeof becauseText>[0][number][]) =>
  becauseText(because, tIn(lang), { plan: SHIPPED, managers: managers as never, lang });

// Where the browser keeps the language in which times are written.
beforeAll(() => void vi.stubGlobal('localStorage', { getItem: () => 'nl' }));

describe('why somebody is on a list', () => {
  it('in one line, by place, duty and rank; the function is the heading', () => {
    const because = [
      { code: 'function', function: 'mayor' },
      { code: 'municipality', municipality: 'elsene' },
      { code: 'deputy', rank: 2 },
    ] as const;
    expect(text('nl', ...because)).toBe('gemeente Elsene · plaatsvervanger 1');
    expect(text('fr', ...because)).toBe('commune Ixelles · suppléant 1');
    expect(text('nl', { code: 'zone', zone: '5339' }, { code: 'holder' })).toBe(
      'politiezone 5339 · titularis',
    );
    expect(text('nl', { code: 'duty', until: '2026-11-24T19:00:00.000Z' })).toMatch(
      /^van wacht tot .*20:00$/,
    );
  });

  it('managers and categories by their names, never by their ids', () => {
    const [category] = SHIPPED.categories;
    const because = { code: 'category', category: category!.id } as const;
    expect(text('nl', because)).toBe(`categorie ${category!.name.nl}`);
    expect(text('fr', { code: 'manager', manager: 'woods' })).toBe('gestionnaire Gestion des bois');
  });

  it('every reason has words in every language; one that is not known any more is left out', () => {
    for (const lang of LANGS) {
      for (const one of [
        { code: 'single', organisation: 'nobody' },
        { code: 'absent', hours: 'office' },
        { code: 'absent', hours: 'outside' },
      ] as const) {
        const said = text(lang, one);
        expect(said, `${lang} ${JSON.stringify(one)}`).toMatch(/^\p{L}[\p{L} ,]+$/u);
        expect(said).not.toMatch(/alarm\.|directory\.|nobody/);
      }
      expect(text(lang, { code: 'of-an-older-log' }, { code: 'holder' })).not.toContain('·');
    }
  });
});

describe('a mistake of the plan', () => {
  it('has its file and line apart from the sentence, where it names them', () => {
    expect(placed('plan/workflows/fire.yaml:7:3: step shelter: no such function')).toEqual({
      place: 'plan/workflows/fire.yaml:7:3',
      sentence: 'step shelter: no such function',
    });
    expect(placed('plan/phases.yaml: cannot be read')).toEqual({
      place: 'plan/phases.yaml',
      sentence: 'cannot be read',
    });
    expect(placed('nothing: at all')).toEqual({ place: undefined, sentence: 'nothing: at all' });
  });
});
