import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { phase as phaseWords } from '../client/i18n/words/phase.ts';
import { shift as shiftWords } from '../client/i18n/words/shift.ts';
import { tellPhase } from '../client/panel/phase/auto.ts';
import { decisionOf, UNDECIDED } from '../client/panel/phase/decide.ts';
import { toldOf } from '../client/panel/phase/notify.ts';
import { dueReminders, reminderKey } from '../client/panel/phase/reminder.ts';
import { parseWhen } from '../client/panel/phase/when.ts';
import { lineOf } from '../client/panel/shift/lines.ts';
import { NO_PLAN } from '../shared/plan/none.ts';
import { LANGS, type Lang } from '../shared/refusal.ts';
import { phase } from '../shared/subject/phase/phase.ts';
import { post } from '../shared/subject/post/post.ts';
import type { Meeting } from '../shared/subject/post/schema.ts';
import { shift } from '../shared/subject/shift/shift.ts';
import { threat } from '../shared/subject/threat/threat.ts';

// 24 November 2026, 14:00 in Brussels.
const NOW = Date.parse('2026-11-24T13:00:00.000Z');

describe('a time as people type it', () => {
  it.each([
    ['14:30', true, '2026-11-24T13:30:00.000Z'],
    ['1430', true, '2026-11-24T13:30:00.000Z'],
    ['14h30', true, '2026-11-24T13:30:00.000Z'],
    ['14:00', true, '2026-11-24T13:00:00.000Z'],
    ['13:30', true, '2026-11-25T12:30:00.000Z'],
    ['13:30', false, '2026-11-24T12:30:00.000Z'],
    ['14:30', false, '2026-11-23T13:30:00.000Z'],
    ['+20', true, '2026-11-24T13:20:00.000Z'],
    ['-10', false, '2026-11-24T12:50:00.000Z'],
    ['25/12 08:00', true, '2026-12-25T07:00:00.000Z'],
    ['1/2 08:00', true, '2027-02-01T07:00:00.000Z'],
    ['1/7 08:00', false, '2026-07-01T06:00:00.000Z'],
  ])('[phase] %j, ahead: %s', (typed, ahead, at) => {
    expect(parseWhen(typed, NOW, ahead)).toBe(at);
  });

  it.each(['', 'straks', '25:00', '14:75', '31/2 08:00', '1/13 08:00', '14', '+', '12345'])(
    '[phase] %j is none',
    (typed) => {
      expect(parseWhen(typed, NOW, true)).toBeUndefined();
    },
  );
});

describe('what a decision must say', () => {
  it('[phase] a person of the directory where it knows any, a name where not, and always a reason', () => {
    const form = { ...UNDECIDED, reason: 'Ontruiming' };
    expect(decisionOf(form, ['a', 'b'])).toEqual({ ok: false, wrong: { decider: 'choose' } });
    expect(decisionOf({ ...form, contact: 'b' }, ['a', 'b'])).toMatchObject({
      ...{ ok: true, data: { decider: { contact: 'b' }, reason: 'Ontruiming' } },
    });
    // The only one need not be chosen; one who has left the list is not sent.
    expect(decisionOf(form, ['a'])).toMatchObject({ data: { decider: { contact: 'a' } } });
    expect(decisionOf({ ...form, contact: 'gone' }, ['a', 'b']).ok).toBe(false);
    expect(decisionOf(form, [])).toEqual({ ok: false, wrong: { decider: 'needed' } });
    expect(decisionOf({ ...form, name: ' An  Linde ' }, [])).toMatchObject({
      data: { decider: { name: 'An Linde' } },
    });
    expect(decisionOf({ ...UNDECIDED, when: 'straks' }, ['a'])).toEqual({
      ...{ ok: false, wrong: { reason: 'needed', when: 'badTime' } },
    });
  });
});

it('[phase] the authorities tell each other and the National Crisis Centre, not themselves', () => {
  const names = { nl: 'x', fr: 'x', en: 'x' };
  const ids = ['mayor', 'high-official', 'nccn', 'zone-chief', 'minister-president'];
  const functions = ids.map((id) => ({
    ...{ id, name: names, category: 'regional', scope: 'region' as const },
  }));
  const plan = { ...NO_PLAN, functions };
  const by = (held: string) => ({ name: 'An', function: held });
  expect(toldOf({ phase: 'municipal', by: by('mayor') }, plan)).toEqual([
    ...['high-official', 'nccn', 'zone-chief'],
  ]);
  expect(toldOf({ phase: 'provincial', by: by('high-official') }, plan)).toEqual([
    ...['mayor', 'nccn', 'zone-chief', 'minister-president'],
  ]);
  expect(toldOf({ phase: 'municipal', by: by('mayor') }, NO_PLAN)).toEqual([]);
});

it('[phase] a meeting is told within five minutes before it, once, and anew when it was moved', () => {
  const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
  const meeting = (id: string, minutes: number): Meeting => ({
    ...{ id, incident: 'i', body: 'CC-GEM', at: at(minutes), where: 'Zaal', seq: 1 },
    called: { at: at(-60), by: 'x' },
  });
  const rows = [meeting('near', 4), meeting('far', 6), meeting('over', -1)];
  const due = dueReminders(rows, new Set(), NOW);
  expect(due.map(({ id }) => id)).toEqual(['near']);
  const told = new Set(due.map(reminderKey));
  expect(dueReminders(rows, told, NOW)).toEqual([]);
  expect(dueReminders([meeting('near', 3)], told, NOW)).toHaveLength(1);
});

/** Words as i18next would give them, without plurals. */
const tIn = (lang: Lang): TFunction =>
  ((key: string, values: Record<string, string | number> = {}) => {
    const [area, name = ''] = key.split('.');
    const all: Record<string, Record<Lang, string>> = area === 'shift' ? shiftWords : phaseWords;
    const found = all[name]?.[lang];
    if (found === undefined) throw new Error(`no words for ${key}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, one: string) => {
      if (values[one] === undefined) throw new Error(`no value ${one} for ${key}`);
      return String(values[one]);
    });
  }) as TFunction;

describe('the logbook', () => {
  const by = { name: 'An Lindeboom', function: 'mayor', deputy: 2 };
  const told = {
    ...{ phase: 'municipal', municipality: 'elsene', by, reason: 'r', text: 'Plein' },
    ...{ name: 'Kapitein Esdoorn', body: 'CC-GEM', seat: 'D1', where: 'Zaal', group: 'MULTI 1' },
    ...{ at: '2026-11-24T13:00:00.000Z', before: '2026-11-24T12:00:00.000Z', level: 3 },
    ...{ scope: { kind: 'region' }, source: 'OCAD', from: { name: 'A' }, to: { name: 'B' } },
  };
  const silent = ['shift.listed', 'shift.read'];
  const types = [phase, post, threat, shift]
    .flatMap(({ events }) => Object.keys(events))
    .filter((type) => !silent.includes(type));

  it.each(types)('[phase] tells %s in every language', (type) => {
    const said = LANGS.map((lang) => tellPhase(type, told, tIn(lang), lang));
    for (const text of said) expect(text).toMatch(/\S/);
    expect(said.join('\n')).not.toContain('{{');
  });

  it('[phase] says who decided, in which capacity, and that public order is no phase', () => {
    expect(tellPhase('phase.declared', told, tIn('nl'), 'nl')).toBe(
      'Gemeentelijke fase, elsene afgekondigd door An Lindeboom (mayor, plaatsvervanger)',
    );
    const order = { ...told, phase: 'public-order', by: { name: 'N', function: 'mp' } };
    expect(tellPhase('phase.declared', order, tIn('fr'), 'fr')).toBe(
      'Ordre public : coordination prise en charge par N (mp)',
    );
    expect(tellPhase('phase.lifted', { ...told, with: 'p-2' }, tIn('nl'), 'nl')).toBe(
      'Gemeentelijke fase, elsene eindigt met de hogere fase',
    );
    expect(tellPhase('perimeter.drawn', {}, tIn('nl'), 'nl')).toBeUndefined();
  });
});

it('[shift] a line says in words what stood, with the number of its incident', () => {
  const incident = { id: 'i-1', number: '2026-0007', title: 'Brand' } as never;
  const line = lineOf(
    { kind: 'step', incident, run: 'i-1~fire', step: 'warn', due: '2020-11-24T13:00:00.000Z' },
    NO_PLAN,
    tIn('nl'),
    'nl',
    (run, step) => `${run} ${step}`,
  );
  expect(line).toMatchObject({ kind: 'step', about: 'i-1~fire/warn', incident: 'i-1' });
  expect(line.text).toMatch(/^2026-0007: i-1~fire warn \(klaar tegen .*14:00\)$/);
});
