import { fileURLToPath } from 'node:url';
import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { incident } from '../client/i18n/words/incident.ts';
import { journal } from '../client/i18n/words/journal.ts';
import { tellAuto } from '../client/panel/auto.ts';
import { parseMoment } from '../client/panel/moment.ts';
import { municipalityName, storedMunicipality } from '../client/panel/municipality.ts';
import { placeText } from '../client/panel/place.ts';
import { firstLine, otherTexts, reportText } from '../client/panel/report-text.ts';
import { useSession } from '../client/session.ts';
import { readYaml } from '../server/config.ts';
import { Municipalities } from '../shared/geo/municipality.ts';
import { LANGS, type Lang } from '../shared/refusal.ts';
import type { Settings } from '../shared/settings.ts';
import { eventSchemas } from '../shared/registry.ts';
import type { JournalEntry } from '../shared/subject/journal/schema.ts';

const config = fileURLToPath(new URL('../config', import.meta.url));

describe('a time as people type it', () => {
  const now = Date.parse('2026-11-24T13:10:30.000Z'); // 14:10:30 in Brussels
  const typed = (text: string, moment = now) => {
    const result = parseMoment(text, moment);
    return result.ok ? result.at : result.why;
  };

  it.each(['14:05', '1405', '14h05', '14.05', ' 14 : 05 ', '14u05'])(
    '[journal] %j is five past two in Brussels',
    (text) => {
      expect(typed(text)).toBe('2026-11-24T13:05:00.000Z');
    },
  );

  it('[journal] minutes ago count from now', () => {
    expect(typed('-10')).toBe('2026-11-24T13:00:30.000Z');
  });

  it.each([
    ['14:30', 'future'],
    ['24:00', 'badTime'],
    ['12:60', 'badTime'],
    ['now', 'badTime'],
  ])('[journal] %j is refused: %s', (text, why) => {
    expect(typed(text)).toBe(why);
  });

  it('[journal] just after midnight, a late hour is that of the evening before', () => {
    const night = Date.parse('2026-11-23T23:20:00.000Z'); // 00:20 on the 24th
    expect(typed('23:50', night)).toBe('2026-11-23T22:50:00.000Z');
    expect(typed('00:10', night)).toBe('2026-11-23T23:10:00.000Z');
    expect(typed('00:30', night)).toBe('future');
  });

  it('[journal] the days on which the clock changes', () => {
    const spring = Date.parse('2026-03-29T10:00:00.000Z'); // summer time since 02:00
    expect(typed('01:30', spring)).toBe('2026-03-29T00:30:00.000Z');
    expect(typed('03:30', spring)).toBe('2026-03-29T01:30:00.000Z');
    const autumn = Date.parse('2026-10-25T10:00:00.000Z');
    expect(typed('04:00', autumn)).toBe('2026-10-25T03:00:00.000Z');
  });
});

describe('automatic entries', () => {
  const t = ((key: string) => key) as unknown as TFunction;
  const names = {
    lang: 'nl' as Lang,
    type: (id: string | undefined) => id ?? '',
    restriction: (id: string) => id,
    role: (id: string) => id,
    feed: (id: string) => id,
  };
  const auto = (type: string, data: Record<string, unknown> = {}): JournalEntry => ({
    id: type,
    seq: 1,
    at: '2026-11-24T08:00:00.000Z',
    occurred: '2026-11-24T08:00:00.000Z',
    author: { id: 'o', name: 'Demo operator', role: 'operator' },
    kind: 'auto',
    text: '',
    auto: { type, data },
  });
  // These two take the incident away, and its logbook with it.
  const told = Object.keys(eventSchemas).filter(
    (type) =>
      type.startsWith('incident.') && type !== 'incident.withdrawn' && type !== 'incident.archived',
  );

  it.each([...told, 'report.merged'])('[journal] %s is told in words of its own', (type) => {
    const key = tellAuto(auto(type), { t, names, report: undefined, other: undefined });
    expect(key).not.toBe('journal.auto-other');
    expect(journal).toHaveProperty([key.replace('journal.', '')]);
  });

  it('[journal] an event of a later program is still told', () => {
    const telling = { t, names, report: undefined, other: undefined };
    expect(tellAuto(auto('incident.sung'), telling)).toBe('journal.auto-other');
  });

  it('[P4] a linked incident that one may not see is not named', () => {
    const say = ((_key: string, values: Record<string, string>) => values['other']) as never;
    const entry = auto('incident.linked', { other: 'secret-id' });
    expect(tellAuto(entry, { t: say, names, report: undefined, other: undefined })).toBe('…');
  });
});

describe('words', () => {
  it('[console] every value in one language is in the others too', () => {
    for (const [key, text] of Object.entries({ ...incident, ...journal })) {
      const marks = LANGS.map((lang) => [...text[lang].matchAll(/\{\{\w+\}\}/g)].flat().sort());
      expect(marks, key).toEqual([marks[0], marks[0], marks[0]]);
    }
  });

  it('[console] a municipality is named in the language of the reader, however it is stored', () => {
    const { municipalities } = readYaml(config, 'geo/municipalities.yaml', Municipalities);
    const named = municipalities.map(({ nis, name: { nl, fr } }) => ({ nis: `${nis}`, nl, fr }));
    useSession.setState({ settings: { municipalities: named } as unknown as Settings });
    for (const stored of ['Elsene', 'IXELLES', '21009'])
      expect([municipalityName(stored, 'nl'), municipalityName(stored, 'fr')]).toEqual([
        'Elsene',
        'Ixelles',
      ]);
    expect(municipalityName('Vilvoorde', 'fr')).toBe('Vilvoorde');
    expect(storedMunicipality('Ixelles')).toBe('Elsene');
    expect(placeText({ text: 'Flageyplein', municipality: 'Elsene' }, 'fr')).toBe(
      'Flageyplein, Ixelles',
    );
    expect(placeText({ point: [4.3517, 50.8466] }, 'nl')).toBe('50.84660 N 4.35170 E');
    expect(placeText(undefined, 'nl')).toBe('');
  });

  it('[console] a report speaks the language of the reader if its source does', () => {
    const report = { text: 'Brand', texts: { nl: 'Brand', 'fr-BE': 'Incendie' } };
    expect(reportText(report, 'fr')).toBe('Incendie');
    expect(reportText(report, 'en')).toBe('Brand');
    expect(otherTexts(report, 'nl')).toEqual([['fr-BE', 'Incendie']]);
    expect(firstLine('Rook boven\nhet kanaal', 40)).toBe('Rook boven');
    expect(firstLine('Rook boven het kanaal bij de sluis', 24)).toBe('Rook boven het kanaal…');
  });
});
