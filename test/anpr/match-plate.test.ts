import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadPlate } from '../../shared/anpr/channel.ts';
import { fitsCountry, formatsOf } from '../../shared/anpr/format.ts';
import { matchPlate } from '../../shared/anpr/match-plate.ts';
import { misread } from '../../shared/anpr/misread.ts';
import { MAX_PLATE, normalise, plateFault } from '../../shared/anpr/plate.ts';
import { makeRandom } from '../fake/random.ts';

const thresholds = { certainFrom: 0.95, possibleFrom: 0.02 };
type Written = string | { plate: string; country: string };
const match = (read: string | ReadPlate, ...plates: Written[]) =>
  matchPlate(
    typeof read === 'string' ? { raw: read } : read,
    plates.map((one) => ({
      id: typeof one === 'string' ? one : `${one.plate} ${one.country}`,
      ...(typeof one === 'string' ? { plate: one } : one),
    })),
    thresholds,
  );
const told = (read: string | ReadPlate, ...plates: Written[]) =>
  match(read, ...plates).map(({ entry, certainty }) => `${entry.id} ${certainty}`);
const doubts = (read: string | ReadPlate, ...plates: Written[]) =>
  match(read, ...plates).flatMap((one) => one.doubts);

describe('plates as they are compared', () => {
  it.each([
    ['1-abc-123', '1ABC123'],
    ['１－ＡＢＣ－１２３', '1ABC123'],
    [' 1·ABC·123 ', '1ABC123'],
    ['MÜ AB 123', 'MUAB123'],
    ['MU\u0308 AB 123', 'MUAB123'],
    ['ØÅ 1', 'OA1'],
    ['\u200e1-ABC-123', '1ABC123'],
  ])('[P4.120] %s is %s', (raw, plate) => {
    expect(normalise(raw)).toBe(plate);
    expect(plateFault(raw)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['A'.repeat(17), 'too-long'],
    ['1'.repeat(200), 'too-long'],
    ['عرب 123', 'right-to-left'],
    ['\u202e321-CBA-1', 'right-to-left'],
    ['1-A\u0336BC-123', 'combining'],
    ['1-АВС-123', 'not-latin'],
    ['१२३', 'not-latin'],
    ['1ABC\u0000123', 'control'],
    ['\ud8001ABC123', 'control'],
  ])('[P4.120] %j is no plate: %s', (raw, fault) => {
    expect(plateFault(raw)).toBe(fault);
    expect(normalise(raw)).toBe('');
    expect(match(raw, '1-ABC-123', raw)).toEqual([]);
  });

  it('[P4.120] whatever the text: a plate or nothing, the same again, case and separators never matter', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const plate = normalise(raw);
        expect(plate).toMatch(/^[A-Z0-9]{0,16}$/);
        expect(plate.length).toBeLessThanOrEqual(MAX_PLATE);
        expect(normalise(plate)).toBe(plate);
        expect(plate === '').toBe(plateFault(raw) !== undefined);
      }),
      { numRuns: 1_000 },
    );
    const written = fc.array(
      fc.tuple(fc.stringMatching(/^[A-Za-z0-9]$/), fc.constantFrom('', '-', ' ', '.', '·')),
      { minLength: 1, maxLength: 16 },
    );
    fc.assert(
      fc.property(written, (parts) => {
        const raw = parts.map(([symbol, separator]) => symbol + separator).join('');
        const plain = parts.map(([symbol]) => symbol.toUpperCase()).join('');
        expect(normalise(raw)).toBe(plain);
        expect(normalise(raw.toLowerCase())).toBe(plain);
      }),
    );
  });
});

describe('what makes a read certain', () => {
  it('[P4.121] an exact read, when nothing speaks against it', () => {
    expect(told('1ABC123', '1-ABC-123')).toEqual(['1-ABC-123 certain']);
    expect(told({ raw: '1-abc-123', confidence: 0.95, country: 'BE' }, '1-ABC-123')).toEqual([
      '1-ABC-123 certain',
    ]);
    expect(told({ raw: 'AB123CD', country: 'FR' }, { plate: 'AB-123-CD', country: 'FR' })).toEqual([
      'AB-123-CD FR certain',
    ]);
  });

  it('[P4.121] not when the engine is unsure of the whole or of a character', () => {
    expect(doubts({ raw: '1ABC123', confidence: 0.55 }, '1-ABC-123')).toEqual(['confidence']);
    const characters = [1, 1, 0.35, 1, 1, 1, 1];
    expect(doubts({ raw: '1ABC123', confidence: 0.95, characters }, '1-ABC-123')).toEqual([
      'confidence',
    ]);
    const sure = match({ raw: '1ABC123', confidence: 0.98 }, '1-ABC-123')[0]?.probability ?? 0;
    const less = match({ raw: '1ABC123', confidence: 0.7 }, '1-ABC-123')[0]?.probability ?? 1;
    expect(sure).toBeGreaterThan(less);
  });

  it('[P4.121] not when it is short: a part of many plates', () => {
    for (const short of ['UNI', 'AB12', 'A1'])
      for (const one of match(short, short)) expect(one).toMatchObject({ certainty: 'possible' });
    expect(doubts('UNI', 'UNI')).toEqual(['short']);
  });

  it('[P4.121] not when it is the beginning or end of another listed plate, or one character from it that engines confuse', () => {
    expect(doubts('ABC123', 'ABC-123', '1-ABC-123')).toEqual(['neighbour']);
    expect(doubts('1BQC123', '1-BQC-123', '1-BOC-123')).toEqual(['neighbour']);
    expect(doubts('SAMPL', 'SAMPL', 'SAMPLE1')).toEqual(['neighbour']);
    expect(doubts('1BQC123', '1-BQC-123', '1-BXC-123')).toEqual([]);
  });

  it('[P4.121] not when the engine offers another reading close by, or a listed one', () => {
    const raw = '1ABC123';
    const close = { raw, confidence: 0.9, alternatives: [{ plate: '1ABG123', confidence: 0.89 }] };
    expect(doubts(close, '1-ABC-123')).toEqual(['alternatives']);
    const far = { raw, confidence: 0.92, alternatives: [{ plate: '1ABG123', confidence: 0.84 }] };
    expect(doubts(far, '1-ABC-123')).toEqual([]);
    const unranked = { raw, alternatives: [{ plate: '1ABC123' }, { plate: '9TST123' }] };
    expect(doubts(unranked, '1-ABC-123', '9-TST-123')).toEqual(['alternatives']);
    expect(told(unranked, '9-TST-123')).toEqual(['9-TST-123 possible']);
  });

  it('[P4.121] not when the country is another one', () => {
    const french = { raw: 'AB123CD', country: 'IT' };
    expect(doubts(french, { plate: 'AB-123-CD', country: 'FR' })).toEqual(['country']);
    expect(doubts({ raw: '1ABC123', country: 'GB' }, '1-ABC-123')).toEqual(['country']);
    const [swede] = match('ABC123', { plate: 'ABC 123', country: 'SE' });
    expect(swede).toMatchObject({ how: 'exact', certainty: 'possible' });
    const both = match(
      'ABC123',
      { plate: 'ABC123', country: 'SE' },
      { plate: 'ABC123', country: 'BE' },
    );
    expect(both.map((one) => one.certainty)).toEqual(['possible', 'possible']);
    expect(told('1ABC123', '1-ABC-123', { plate: '1ABC123', country: 'BE' })).toEqual([
      '1-ABC-123 certain',
      '1ABC123 BE certain',
    ]);
    const [home, abroad] = match('ABC123', 'ABC-123', { plate: 'ABC123', country: 'SE' });
    expect(home).toMatchObject({ certainty: 'certain' });
    expect(abroad).toMatchObject({ certainty: 'possible' });
  });

  it('[P4.121] never when it is not exact, whatever the engine and the list say', () => {
    const random = makeRandom(121);
    let confusable = 0;
    for (let i = 0; i < 3_000; i++) {
      const plate = `${random.int(1, 3)}${random.pick(['AQC', 'BDO', 'ZIS'])}${random.int(100, 999)}`;
      const raw = misread(plate, random, 8);
      const read = { raw, confidence: random(), alternatives: [{ plate, confidence: random() }] };
      for (const one of matchPlate(read, [{ id: plate, plate }], {
        certainFrom: 0.5,
        possibleFrom: 0,
      })) {
        if (one.how === 'exact') continue;
        confusable++;
        expect(one.certainty).toBe('possible');
      }
    }
    expect(confusable).toBeGreaterThan(300);
  });
});

describe('what makes a read possible', () => {
  it('[P4.122] a mistake that engines make, where the read fits no plate of the road', () => {
    expect(told('1A8C123', '1-ABC-123')).toEqual(['1-ABC-123 possible']);
    expect(told('1ABCI23', '1-ABC-123')).toEqual(['1-ABC-123 possible']);
    expect(told('11ABC123', '1-ABC-123')).toEqual(['1-ABC-123 possible']);
  });

  it('[P4.122] hardly where the read is itself a plate of the road, most likely of another vehicle', () => {
    const [neighbour] = match('1ADC123', '1-AOC-123');
    expect(neighbour?.probability ?? 0).toBeLessThan(0.2);
    expect(told('1ABC128', '1-ABC-123')).toEqual([]);
    expect(told('ABC128', 'ABC-123')).toEqual([]);
  });

  it('[P4.122] never the nearest plate by itself', () => {
    expect(told('1ABX123', '1-ABC-123', '1-ABK-124')).toEqual([]);
    expect(told('1AB123', '1-CAB-124')).toEqual([]);
    expect(told('ZZ999ZZ', '1-ABC-123', 'ZZ-998-ZX')).toEqual([]);
  });

  it('[P4.122] the chances of all that it may be are at most one; more candidates leave less for each', () => {
    const cut = { raw: '1ABC12', country: 'BE' };
    const alone = match(cut, '1-ABC-123')[0]?.probability ?? 0;
    const all = match(cut, '1-ABC-123', '1-ABC-124', '1-ABC-125');
    expect(all).toHaveLength(3);
    expect(all.reduce((sum, one) => sum + one.probability, 0)).toBeLessThanOrEqual(1);
    expect(all[0]?.probability ?? 1).toBeLessThan(alone);
    expect(all.map((one) => one.others)).toEqual([2, 2, 2]);
  });

  it('[P4.122] whatever is given, an answer within bounds and no exception', () => {
    const plate = fc.oneof(fc.string(), fc.stringMatching(/^[A-Z0-9]{1,9}$/));
    const number = fc.oneof(fc.double(), fc.constantFrom(0, 1, -1, Number.NaN));
    const read = fc.record(
      {
        raw: plate,
        confidence: number,
        characters: fc.array(number, { maxLength: 9 }),
        alternatives: fc.array(fc.record({ plate, confidence: number }), { maxLength: 4 }),
        country: fc.constantFrom('BE', 'FR', 'US', '??', ''),
      },
      { requiredKeys: ['raw'] },
    );
    fc.assert(
      fc.property(read, fc.array(plate, { maxLength: 8 }), (one, plates) => {
        const entries = [...plates, one.raw].map((text, i) => ({ id: `${i}`, plate: text }));
        for (const hit of matchPlate(one, entries, { certainFrom: 0.5, possibleFrom: 0 })) {
          expect(hit.probability).toBeGreaterThanOrEqual(0);
          expect(hit.probability).toBeLessThanOrEqual(1);
          expect(hit.how === 'exact').toBe(normalise(hit.entry.plate) === normalise(one.raw));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('plates by country', () => {
  it.each([
    ['1-ABC-123', 'BE', 'car'],
    ['2-ABC-123', 'BE', 'car'],
    ['ABC-123', 'BE', 'car-1973'],
    ['123-ABC', 'BE', 'car-2008'],
    ['AB-123', 'BE', 'car-1962'],
    ['A-1234', 'BE', 'car-1953'],
    ['M-ABC-123', 'BE', 'by-letter'],
    ['Q-ABC-123', 'BE', 'by-letter'],
    ['O-ABC-123', 'BE', 'by-letter'],
    ['T-XAB-123', 'BE', 'by-letter'],
    ['CD-AB-123', 'BE', 'diplomatic'],
    ['ZZ-1234', 'BE', 'dealer'],
    ['P-12', 'BE', 'office'],
    ['GB-123-K', 'NL', 'newer'],
    ['12-BCD-3', 'NL', 'car'],
    ['AB-123-CD', 'FR', 'siv'],
    ['1234 AB 75', 'FR', 'fni'],
    ['B-MW 1234', 'DE', 'car'],
    ['AB 1234', 'LU', 'car'],
    ['AB12 CDE', 'GB', 'car'],
  ])('[P4.127] %s is one of %s: %s', (written, country, kind) => {
    const plate = normalise(written);
    expect(formatsOf(plate)).toContainEqual(expect.objectContaining({ country, kind }));
    expect(fitsCountry(plate, country)).toBe(true);
  });

  it('[P4.127] no plate is rejected for its form: one that fits nowhere is found as well', () => {
    expect(formatsOf('QW12ER34')).toEqual([]);
    expect(fitsCountry('QW12ER34', 'TR')).toBeUndefined();
    expect(match('QW12ER34', 'QW12ER34')).toMatchObject([{ how: 'exact' }]);
    expect(told('SMILEM0', 'SMILEM0')).toEqual(['SMILEM0 certain']);
    expect(
      told({ raw: '34ABC1234', country: 'TR' }, { plate: '34 ABC 1234', country: 'TR' }),
    ).toEqual(['34 ABC 1234 TR certain']);
  });
});
