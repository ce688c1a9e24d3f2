import { describe, expect, it } from 'vitest';
import type { AnprCamera } from '../../shared/anpr/camera.ts';
import { openHealth } from '../../server/anpr/health.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-24T14:30:00.000Z');
const iso = (ms: number) => new Date(ms).toISOString();
const camera = (id: string) => ({ id }) as AnprCamera;
const settings = { silentMinutes: 15, clockSeconds: 2, poorConfidence: 0.7, poorFalseReads: 0.2 };

function scene(judged: Record<string, { judged: number; falseReads: number }> = {}) {
  let time = NOW;
  const health = openHealth({
    cameras: () => [camera('a'), camera('b')],
    quality: (id) => judged[id],
    settings,
    now: () => time,
  });
  const note = (id: string, at: number, more: { offset?: number; confidence?: number } = {}) =>
    health.note({ camera: id, received: iso(at), offset: 0, confidence: 0.95, ...more });
  return {
    ...{ health, note },
    at: (ms: number) => (time = ms),
    of: (id: string) => health.all().find((one) => one.camera === id)!,
  };
}
/** A week before this hour, so many an hour by the hour of the day. */
function learnWeek(
  { health }: ReturnType<typeof scene>,
  id: string,
  perHour: (hour: number) => number,
) {
  const current = NOW - (NOW % HOUR);
  for (let i = 7 * 24; i > 0; i -= 1) {
    const start = current - i * HOUR;
    const unknown = perHour(new Date(start).getUTCHours());
    health.learn(start, [{ camera: id, slot: iso(start), approaching: 0, leaving: 0, unknown }]);
  }
}

describe('health of cameras', () => {
  it('[P4.180] a camera that never gave a sign is told as such, one that reads is well', () => {
    const { of, note } = scene();
    expect(of('a')).toEqual({
      camera: 'a',
      health: 'never',
      judged: 0,
      falseReads: 0,
      readsLastHour: 0,
    });
    for (let i = 0; i < 5; i += 1) note('a', NOW - i * MINUTE, { offset: -120 });
    expect(of('a')).toEqual({
      ...{ camera: 'a', health: 'ok', lastRead: iso(NOW), lastSign: iso(NOW) },
      ...{ offset: -120, confidence: 0.95, judged: 0, falseReads: 0, readsLastHour: 5 },
    });
    expect(of('b').health).toBe('never');
  });

  it('[P4.180] silent after the configured minutes; a heartbeat is a sign', () => {
    const { health, of, note, at } = scene();
    note('a', NOW);
    at(NOW + 15 * MINUTE);
    expect(of('a').health).toBe('ok');
    at(NOW + 15 * MINUTE + 1);
    expect(of('a').health).toBe('silent');
    health.sign('a', iso(NOW + 10 * MINUTE));
    expect(of('a')).toMatchObject({
      health: 'ok',
      lastRead: iso(NOW),
      lastSign: iso(NOW + 10 * MINUTE),
    });
  });

  it('[P4.180] where it is quiet at this hour, silence must be longer', () => {
    const known = scene();
    const { of, note, at } = known;
    // Six hundred an hour all day, but two an hour at 14 h UTC.
    learnWeek(known, 'a', (hour) => (hour === 14 ? 2 : 600));
    note('a', NOW);
    at(NOW + 29 * MINUTE); // 14:59 UTC: one would be usual.
    expect(of('a').health).toBe('ok');
    at(NOW + 32 * MINUTE); // 15:02 UTC: twenty more would be usual.
    expect(of('a').health).toBe('silent');
  });

  it('[P4.180] of a camera that is new, or after days without any read, nothing is usual yet', () => {
    const known = scene();
    const { of, note, at, health } = known;
    learnWeek(known, 'a', () => 600);
    for (let i = 1; i <= 7 * 24; i += 1)
      if (i % 24 === 0) health.learn(NOW - (NOW % HOUR) - i * HOUR, []);
    note('a', NOW);
    note('b', NOW);
    at(NOW + 16 * MINUTE);
    expect([of('a').health, of('b').health]).toEqual(['silent', 'silent']);
  });

  it('[P4.180] what other processes and the time before a restart saw counts', () => {
    const { health, of } = scene();
    const slot = { camera: 'a', approaching: 3, leaving: 4, unknown: 0 };
    const current = NOW - (NOW % HOUR);
    health.learn(current - HOUR, [{ ...slot, slot: iso(current - 5 * MINUTE) }]);
    for (let again = 0; again < 2; again += 1)
      health.learn(current, [{ ...slot, slot: iso(NOW - 10 * MINUTE) }]);
    // Half past: of the hour before, half.
    expect(of('a')).toMatchObject({
      health: 'ok',
      lastRead: iso(NOW - 5 * MINUTE),
      readsLastHour: 11,
    });
  });

  it('[P4.181] a clock that is off, by the median; one late message is none', () => {
    const { of, note } = scene();
    for (const offset of [-100, -100, 90_000, -110, -100]) note('a', NOW, { offset });
    expect(of('a')).toMatchObject({ health: 'ok', offset: -100 });
    for (let i = 0; i < 10; i += 1) note('a', NOW, { offset: 2_001 });
    expect(of('a')).toMatchObject({ health: 'clock-off', offset: 2_001 });
    for (let i = 0; i < 50; i += 1) note('a', NOW, { offset: -2_000 });
    expect(of('a').health).toBe('ok');
  });

  it('[P4.181] poor by confidence, or by what people judged', () => {
    const one = scene();
    for (let i = 0; i < 5; i += 1) one.note('a', NOW, { confidence: 0.6 });
    expect(one.of('a')).toMatchObject({ health: 'poor', confidence: 0.6 });
    const other = scene({ a: { judged: 10, falseReads: 3 }, b: { judged: 4, falseReads: 4 } });
    other.note('a', NOW);
    other.note('b', NOW);
    expect(other.of('a')).toMatchObject({ health: 'poor', judged: 10, falseReads: 3 });
    expect(other.of('b').health).toBe('ok');
  });

  it('[P4.180] reads of the last hour leave the count after an hour', () => {
    const { of, note, at } = scene();
    note('a', NOW - 59 * MINUTE);
    note('a', NOW);
    expect(of('a').readsLastHour).toBe(2);
    at(NOW + 2 * MINUTE);
    expect(of('a').readsLastHour).toBe(1);
    at(NOW + 3 * HOUR);
    expect(of('a').readsLastHour).toBe(0);
  });
});
