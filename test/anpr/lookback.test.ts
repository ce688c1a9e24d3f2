import { describe, expect, it, test } from 'vitest';
import {
  checkLook,
  exactPlate,
  limitsAt,
  monthsBefore,
  type LookContext,
} from '../../shared/anpr/lookback-rules.ts';
import { LookQuery, PURPOSES } from '../../shared/anpr/lookback.ts';
import type { RefusalCode } from '../../shared/refusal.ts';

/** 24 November 2026, 15:30 in Brussels. */
const NOW = Date.parse('2026-11-24T14:30:00.000Z');
const cameras = [
  { id: 'c-1', controller: 'police' },
  { id: 'c-2', controller: 'police' },
  { id: 'l-1', controller: 'lez' },
];
const context = (more: Partial<LookContext> = {}): LookContext => ({
  ...{ now: NOW, cameras, controllers: ['police'], looked: 0, perHour: 60 },
  ...{ reaches: Date.parse('2026-11-17T14:30:00.000Z'), ...more },
});
const base = {
  ...{ purpose: 'judicial-crime', case: 'BR.17.L3.000001/2026', reason: 'Woninginbraak' },
  ...{ plate: '1-XXX-001', from: '2026-11-20T00:00:00.000Z', until: '2026-11-24T14:00:00.000Z' },
};
const byCamera = { plate: undefined, cameras: ['c-1'], from: '2026-11-24T12:00:00.000Z', until: '2026-11-24T13:00:00.000Z' }; // prettier-ignore
function verdict(more: object, of: Partial<LookContext> = {}): string {
  const query = LookQuery.parse({ ...base, ...more });
  const checked = checkLook(query, context(of));
  return checked.ok ? 'ok' : checked.refusal.code;
}
/** 24 October 2026, 00:00 in Brussels: summer time. A year earlier: winter time. */
const MONTH = '2026-10-23T22:00:00.000Z';
const YEAR = '2025-11-23T23:00:00.000Z';
const before = (at: string) => new Date(Date.parse(at) - 1).toISOString();
const prosecutor = 'PdK Brussel 2026/0001';

describe('what may be looked back at', () => {
  test.each<[string, object, Partial<LookContext>, 'ok' | RefusalCode]>([
    ['a plate in the first month', {}, {}, 'ok'],
    ['cameras for an hour', byCamera, {}, 'ok'],
    ['neither plate nor cameras', { plate: undefined }, {}, 'look-subject'],
    ['both', { cameras: ['c-1'] }, {}, 'look-subject'],
    ['cameras for more than an hour', { ...byCamera, until: '2026-11-24T13:00:00.001Z' }, {}, 'look-hour'],
    ['a period that ends before it begins', { until: base.from }, {}, 'look-period'],
    ['judicial, the first day of the month', { from: MONTH }, {}, 'ok'],
    ['judicial, a moment earlier', { from: before(MONTH) }, {}, 'look-prosecutor'],
    ['with the prosecutor', { from: before(MONTH), prosecutor }, {}, 'ok'],
    ['with an empty reference', { from: before(MONTH), prosecutor: '  ' }, {}, 'look-prosecutor'],
    ['with the prosecutor, twelve months', { from: YEAR, prosecutor }, {}, 'ok'],
    ['beyond twelve months, whoever decides', { from: before(YEAR), prosecutor }, {}, 'look-year'],
    ['administrative, the first day of the month', { purpose: 'administrative-listed', from: MONTH }, {}, 'ok'],
    ['administrative, a moment earlier', { purpose: 'administrative-listed', from: before(MONTH) }, {}, 'look-month'],
    ['administrative, even with a prosecutor', { purpose: 'administrative-listed', from: before(MONTH), prosecutor }, {}, 'look-month'],
    ['administrative, by camera', { ...byCamera, purpose: 'administrative-listed' }, {}, 'look-plate-only'],
    ['a missing person, as judicial', { purpose: 'missing-person', from: before(MONTH) }, {}, 'look-prosecutor'],
    ['traffic, as judicial', { purpose: 'judicial-traffic', from: before(MONTH), prosecutor }, {}, 'ok'],
    ['the last look of the hour', {}, { looked: 59 }, 'ok'],
    ['one more', {}, { looked: 60 }, 'look-too-many'],
    ['a camera that is not there', { ...byCamera, cameras: ['c-1', 'c-9'] }, {}, 'look-camera-unknown'],
    ['a LEZ camera only', { ...byCamera, cameras: ['l-1'] }, {}, 'look-cameras-closed'],
    ['a LEZ camera with a basis', { ...byCamera, cameras: ['l-1'] }, { controllers: ['police', 'lez'] }, 'ok'],
    ['where all cameras are another’s', {}, { controllers: [] }, 'look-cameras-closed'],
  ])('[P4.171] %s', (_name, more, of, expected) => {
    expect(verdict(more, of)).toBe(expected);
  }); // prettier-ignore

  test.each([
    '*',
    '1-XXX-*',
    '1XXX0?1',
    '%',
    '1XX_001',
    '1-XXX-00[12]',
    '',
    '  ',
    '-',
    '1',
    'A|B',
    '1XXX001\u202e',
    '٣٤٥',
  ])('[P4.172] %j is not one whole plate', (plate) => expect(exactPlate(plate)).toBe(''));
  test.each([
    ['1-xxx-001', '1XXX001'],
    ['ZZ 001 ZZ', 'ZZ001ZZ'],
    ['AB', 'AB'],
  ])('[P4.172] %s is', (plate, normal) => {
    expect(exactPlate(plate)).toBe(normal);
    expect(verdict({ plate })).toBe('ok');
  });
  it('[P4.172] nothing is asked without purpose, case and reason, nor for a purpose outside of the list', () => {
    for (const field of ['purpose', 'case', 'reason', 'from', 'until'])
      expect(LookQuery.safeParse({ ...base, [field]: undefined }).success).toBe(false);
    for (const more of [{ purpose: 'curiosity' }, { case: ' ' }, { reason: '' }, { all: true }])
      expect(LookQuery.safeParse({ ...base, ...more }).success).toBe(false);
    const many = Array.from({ length: 21 }, (_, i) => `c-${i}`);
    expect(LookQuery.safeParse({ ...base, plate: undefined, cameras: many }).success).toBe(false);
    for (const purpose of PURPOSES) expect(verdict({ purpose })).toBe('ok');
  });

  it('[P4.173] cameras of another controller are left out, and told', () => {
    const checked = checkLook(
      LookQuery.parse({ ...base, ...byCamera, cameras: ['c-1', 'l-1', 'c-1'] }),
      context(),
    );
    expect(checked).toMatchObject({ ok: true, look: { cameras: ['c-1'], excluded: ['l-1'] } });
    const byPlate = checkLook(LookQuery.parse(base), context());
    expect(byPlate).toMatchObject({
      ok: true,
      look: { plate: '1XXX001', cameras: ['c-1', 'c-2'], excluded: ['l-1'] },
    });
  });

  it('[P4.171] an answer tells from when there could be more: the rule, or the store', () => {
    const reach = (more: object, reaches: string) => {
      const checked = checkLook(
        LookQuery.parse({ ...base, ...more }),
        context({ reaches: Date.parse(reaches) }),
      );
      return checked.ok && checked.look.reachesTo;
    };
    expect(reach({}, '2026-11-17T14:30:00.000Z')).toBe('2026-11-17T14:30:00.000Z');
    expect(reach({}, '2026-01-01T00:00:00.000Z')).toBe(MONTH);
    expect(reach({ prosecutor }, '2024-01-01T00:00:00.000Z')).toBe(YEAR);
    expect(
      reach({ prosecutor, purpose: 'administrative-listed' }, '2024-01-01T00:00:00.000Z'),
    ).toBe(MONTH);
  });
});

describe('months, by the calendar in Brussels', () => {
  test.each([
    ['2026-11-24', 1, '2026-10-24'],
    ['2026-03-31', 1, '2026-03-01'],
    ['2026-03-28', 1, '2026-02-28'],
    ['2026-12-31', 1, '2026-12-01'],
    ['2027-01-15', 1, '2026-12-15'],
    ['2028-03-29', 1, '2028-02-29'],
    ['2028-02-29', 12, '2027-03-01'],
    ['2026-11-24', 12, '2025-11-24'],
  ])('[P4.171] %s, %i earlier, is %s', (day, count, expected) => {
    expect(monthsBefore(day, count)).toBe(expected);
  });
  it('[P4.171] a day begins at midnight on the wall, in summer and in winter', () => {
    expect(new Date(limitsAt(NOW).month).toISOString()).toBe(MONTH);
    expect(new Date(limitsAt(NOW).year).toISOString()).toBe(YEAR);
    // 23:30 UTC on the 23rd is the 24th already.
    expect(limitsAt(Date.parse('2026-11-23T23:30:00.000Z'))).toEqual(limitsAt(NOW));
  });
});
