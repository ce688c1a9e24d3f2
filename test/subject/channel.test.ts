import { describe, expect, it } from 'vitest';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { board, overdueBy } from '../../shared/subject/channel/select.ts';
import type { ChannelRow } from '../../shared/subject/channel/schema.ts';
import { CALLS } from '../fake/call-list.ts';
import { given, minute, withPlan, type Given } from '../given.ts';

const scene = (...events: Parameters<typeof given>): Given => withPlan(CALLS)(given(...events));
const system = { role: 'administrator' };
const rowOf = ({ state }: Given, id: string): ChannelRow => state.channel.channels.get(id)!;
let n = 0;
const tell = (at: Given, data: object): Given =>
  at.when('channel.tell', { channel: 'mail', ...data }, { id: `t-${++n}`, ...system }).done();

describe('channel', () => {
  it('[P5.65] falters at the first failure, is dead after the third, and well again at a success', () => {
    let at = tell(scene(), { ok: true });
    expect(rowOf(at, 'mail')).toMatchObject({ health: 'ok', success: minute(1), failures: 0 });
    at = tell(at, { ok: false, reason: 'timeout' });
    expect(rowOf(at, 'mail')).toMatchObject({ health: 'failing', reason: 'timeout' });
    at = tell(at, { ok: false, reason: 'timeout' });
    at = tell(at, { ok: false, reason: 'http-503' });
    expect(rowOf(at, 'mail')).toMatchObject({ health: 'dead', failures: 3, since: minute(4) });
    // More of the same is no news.
    at.when('channel.tell', { channel: 'mail', ok: false, reason: 'timeout' }, system).then([]);
    at = tell(at, { ok: true });
    expect(rowOf(at, 'mail')).toMatchObject({ health: 'ok', failures: 0 });
    expect(rowOf(at, 'mail').reason).toBeUndefined();
    at.when('channel.tell', { channel: 'mail', ok: true }, system).then([]);
  });

  it('[P5.65] one that nobody set up is dead at once', () => {
    const at = tell(scene(), { ok: false, reason: 'not-configured' });
    expect(rowOf(at, 'mail').health).toBe('dead');
  });

  it('[P5.66] a person tests, and says by hand; the server does not know better than they', () => {
    let at = scene().when('channel.test', { channel: 'radio', ok: true, note: 'Helder' }).done();
    expect(rowOf(at, 'radio')).toMatchObject({
      health: 'ok',
      test: { ok: true, note: 'Helder', by: 'Demo operator' },
    });
    at = scene()
      .when('channel.set', { channel: 'mail', health: 'dead', reason: 'Werken' })
      .then([fact('channel.changed', 'mail', { health: 'dead', reason: 'Werken' })]);
    expect(rowOf(at, 'mail')).toMatchObject({ health: 'dead', by: 'Demo operator' });
    at = tell(at, { ok: true });
    expect(rowOf(at, 'mail')).toMatchObject({ health: 'dead', by: 'Demo operator' });
    at = at.when('channel.test', { channel: 'mail', ok: true }).done();
    expect(rowOf(at, 'mail').health).toBe('ok');
    expect(rowOf(at, 'mail').by).toBeUndefined();
    at.when('channel.test', { channel: 'pigeon', ok: true }).then(
      refuse('channel-unknown', 'data.channel'),
    );
  });

  it('[P5.66] a test message goes to one’s own address, once at a time, and its address to the cleared only', () => {
    const ask = { channel: 'mail', address: 'ik@voorbeeld.brussels' };
    let at = scene().when('channel.probe', ask, { id: 'p-1' }).done();
    at.when('channel.probe', ask, { id: 'p-2' }).then(refuse('channel-busy', 'data.channel'));
    expect(at.seenBy('operator').channel.channels.get('mail')!.address).toContain('voorbeeld');
    expect(at.seenBy('traffic').channel.channels.get('mail')!.address).toBeUndefined();
    at = at.when('channel.carry', { channel: 'mail', probe: 'p-1' }, system).done();
    at.when('channel.carry', { channel: 'mail', probe: 'p-1' }, system).then(
      refuse('request-carried', 'data.probe'),
    );
    at = tell(at, { ok: true, probe: 'p-1' });
    const row = rowOf(at, 'mail');
    expect(row).toMatchObject({ health: 'ok', test: { ok: true, by: 'Demo operator' } });
    expect([row.probe, row.address]).toEqual([undefined, undefined]);
    at.when('channel.probe', { channel: 'radio', address: 'x' }).then(
      refuse('channel-by-hand', 'data.channel'),
    );
  });

  it('[P5.67] tests that are overdue are listed, and the dead come first', () => {
    const tested = fact('channel.tested', 'phone', { health: 'ok', ok: true });
    const dead = fact('channel.changed', 'sms', { health: 'dead', reason: 'Storing' });
    const at = scene(tested, dead);
    const days = (count: number) => Date.parse(minute(1)) + count * 86_400_000;
    const [phone] = CALLS.channels;
    expect(overdueBy(phone!, rowOf(at, 'phone'), days(29))).toBe(0);
    expect(overdueBy(phone!, rowOf(at, 'phone'), days(33))).toBe(3);
    expect(overdueBy(phone!, undefined, days(0))).toBe(30);
    const rows = board(at.state, CALLS.channels, days(1));
    expect(rows.map(({ channel }) => channel.id)).toEqual(['sms', 'phone', 'radio', 'mail']);
    expect(rows.map(({ overdue }) => overdue > 0)).toEqual([true, false, true, true]);
  });
});
