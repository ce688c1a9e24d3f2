import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outlet } from '../server/channel/message.ts';
import { mailOf } from './fake/call-list.ts';
import { calledLog, openProcess, system, until, type Process } from './fake/calling.ts';
import {
  openGateway,
  openMailServer,
  textOf,
  type Gateway,
  type MailServer,
} from './fake/gateway.ts';

/** Alarms carried out against a real mail server and a real gateway, by one process and by two. */
let mail: MailServer;
let sms: Gateway;
const env = () => ({
  BELFRY_SMTP_URL: mail.url,
  BELFRY_MAIL_FROM: 'belfry@voorbeeld.brussels',
  BELFRY_SMS_URL: sms.url,
  BELFRY_HOOK_SECRET: 'shared-with-the-gateway',
});
const opened: Process[] = [];
const open = async (options: Parameters<typeof openProcess>[0] = {}): Promise<Process> => {
  const made = await openProcess({ env: env(), ...options });
  opened.push(made);
  return made;
};
/** Calls that reached the gateway, without the pings that ask whether it lives. */
const calls = () => sms.posted.filter(({ content }) => content.kind === 'call');
const start = (at: Process, functions: string[], more: object = {}) =>
  at.send('alarm.start', { incident: 'i-1', functions, ...more }, 'a-1');

beforeAll(async () => {
  mail = await openMailServer();
  sms = await openGateway();
});
beforeEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  mail.mails.length = 0;
  sms.posted.length = 0;
  mail.refuses = 0;
  sms.mood = 'ok';
});
afterAll(async () => {
  for (const one of opened) await one.close();
  await Promise.all([mail.close(), sms.close()]);
});

describe('worker', () => {
  it('[P5.56] sends by itself to whose turn it is, in two languages, and tells what became of it', async () => {
    const at = await open();
    const message = { nl: 'Kom naar de crisiszaal.', fr: 'Venez à la salle de crise.' };
    await start(at, ['mayor'], { message });
    await at.worker.look();
    const [one, ...more] = mail.mails;
    expect([one!.to, more]).toEqual([[mailOf('mayor')], []]);
    const text = textOf(one!);
    for (const part of [
      ...['Oproep', 'Appel', message.nl, message.fr, '2026-0001', 'Brand', 'Incendie'],
      ...['Flageyplein', 'Elsene', 'Ixelles', 'https://belfry.example/api/alarm/answer/'],
      ...['Gewestelijk Communicatie- en Crisiscentrum', 'Centre régional de communication'],
    ])
      expect(text).toContain(part);
    // No name and no number of anybody, and nothing of an exercise.
    expect(text).not.toMatch(/Naam|555|OEFENING/);
    expect(at.alarm().requests['mayor:2:1']).toMatchObject({ sent: expect.any(String) });
    expect(at.commit.now().state.channel.channels.get('mail')).toMatchObject({ health: 'ok' });
  });

  it('[P5.56] of a restricted incident a message tells the number only', async () => {
    const at = await open({ log: await calledLog('live', ['police']) });
    const message = { nl: 'Geheime opdracht', fr: 'Mission secrète' };
    const data = { incident: 'i-1', functions: ['mayor'], message };
    await at.send('alarm.start', data, 'a-1', system);
    await at.worker.look();
    const text = textOf(mail.mails[0]!) + mail.mails[0]!.raw;
    expect(text).toContain('2026-0001');
    expect(text).not.toMatch(/Brand|Incendie|Flagey|Elsene|Geheime|secr/);
  });

  it('[P5.56] [P5.68] a gateway that fails is tried again with the same key; then the next means is taken', async () => {
    const at = await open();
    await at.watch.look();
    sms.mood = 503;
    await start(at, ['zone-chief']);
    await at.worker.look();
    await at.worker.look();
    expect(calls().map(({ key }) => key)).toEqual(Array(3).fill('a-1:chief:1:1'));
    expect(at.alarm().requests['chief:1:1']!.failed).toMatchObject({ reason: 'http-503' });
    expect(mail.mails.map(({ to }) => to[0])).toEqual([mailOf('chief')]);
  });

  it('[P5.65] [P5.59] a gateway that hangs dies after some calls, and is passed over from then on', async () => {
    let ahead = 0;
    const clock = () => new Date(Date.now() + ahead);
    const at = await open({ patience: 1_000, pauses: [], now: clock });
    await at.watch.look();
    sms.mood = 'hang';
    for (const id of ['a-1', 'a-2', 'a-3', 'a-4']) {
      await at.send('alarm.start', { incident: 'i-1', functions: ['zone-chief'] }, id);
      await at.worker.look();
    }
    expect(at.commit.now().state.channel.channels.get('sms')!.health).toBe('dead');
    expect(calls()).toHaveLength(3);
    expect(at.alarm('a-4').skipped).toMatchObject([{ channel: 'sms' }]);
    await at.worker.look();
    expect(mail.mails).toHaveLength(4);
    // Looked at again, it is well.
    sms.mood = 'ok';
    ahead += 31_000;
    await at.watch.look();
    expect(at.commit.now().state.channel.channels.get('sms')!.health).toBe('ok');
    await at.send('alarm.start', { incident: 'i-1', functions: ['zone-chief'] }, 'a-5');
    await at.worker.look();
    expect(calls().at(-1)!.key).toBe('a-5:chief:1:1');
  });

  it('[P5.66] a test message goes out, and its outcome is a test of the channel', async () => {
    const at = await open();
    await at.send('channel.probe', { channel: 'mail', address: mailOf('ik') });
    await until('tested', () => {
      return at.commit.now().state.channel.channels.get('mail')?.test !== undefined;
    });
    expect(mail.mails.map(({ to }) => to[0])).toEqual([mailOf('ik')]);
    expect(textOf(mail.mails[0]!)).toContain('Testbericht');
    expect(at.commit.now().state.channel.channels.get('mail')).toMatchObject({
      test: { ok: true, by: 'operator' },
    });
  });

  it('[P5.65] what is not set up, and what is away, is seen before anybody needs it', async () => {
    const at = await open({ env: { ...env(), BELFRY_SMS_URL: undefined } });
    await at.watch.look();
    await until('looked at', () => at.commit.now().state.channel.channels.size >= 2);
    const { channels } = at.commit.now().state.channel;
    expect(channels.get('sms')).toMatchObject({ health: 'dead', reason: 'not-configured' });
    expect(channels.get('mail')).toMatchObject({ health: 'ok' });
    // Nothing was sent to anybody for that.
    expect([mail.mails, sms.sent()]).toEqual([[], []]);
  });

  it('[P5.53] [P5.54] the clock calls the next group, and says when there is none', async () => {
    let now = Date.parse('2030-01-01T08:00:00.000Z');
    const at = await open({ now: () => new Date((now += 1)) });
    await start(at, ['mayor', 'zone-chief'], { within: 5 });
    await at.worker.look();
    expect(at.alarm().called).toBe(1);
    now += 5 * 60_000;
    await at.worker.look();
    await at.worker.look();
    expect(at.alarm()).toMatchObject({ called: 2, status: 'running' });
    expect(sms.sent().map(({ content }) => content.to)).toEqual(['+32 470 55 50 03']);
    now += 5 * 60_000;
    await at.worker.look();
    expect(at.alarm().status).toBe('exhausted');
  });
});

describe('two processes', () => {
  it('[P5.57] never send the same request twice, however both look at once', async () => {
    const log = await calledLog();
    const [a, b] = [await open({ log }), await open({ log })];
    for (let i = 0; i < 12; i++) {
      await a.send('alarm.start', { incident: 'i-1', functions: ['zone-chief'] }, `a-${i}`);
      await Promise.all([a.worker.look(), b.worker.look()]);
    }
    await Promise.all([a.worker.look(), b.worker.look()]);
    const keys = calls().map(({ key }) => key);
    expect(keys).toHaveLength(12);
    expect(new Set(keys).size).toBe(12);
    for (let i = 0; i < 12; i++)
      expect(a.alarm(`a-${i}`).requests['chief:1:1']).toMatchObject({ carried: { attempt: 1 } });
  });

  it('[P5.57] one that dies between claim and report: another sends again with the same key, and the gateway once', async () => {
    const log = await calledLog();
    let now = Date.parse('2030-01-01T08:00:00.000Z');
    const clock = () => new Date((now += 1));
    const real = await open({ log, now: clock });
    let reached = 0;
    // It dies when the message is out, before it can say so.
    const dying: Outlet = {
      ...real.outlet,
      space: 'live',
      outbox: undefined,
      async send(channel, message) {
        await real.outlet.send(channel, message);
        reached += 1;
        doomed.log.kill();
        return new Promise(() => {});
      },
      check: async () => ({ ok: true }),
      close() {},
    };
    const doomed = await openProcess({ log, now: clock, outlet: dying });
    await real.worker.close(); // Only the doomed one works for now.
    await doomed.send('alarm.start', { incident: 'i-1', functions: ['zone-chief'] }, 'a-1');
    await until('sent and died', () => reached === 1);

    const other = await open({ log, now: clock });
    await other.worker.look();
    expect(other.alarm().requests['chief:1:1']).toMatchObject({ carried: { attempt: 1 } });
    expect(other.alarm().requests['chief:1:1']!.sent).toBeUndefined();
    // Not before the other is surely dead.
    expect(calls()).toHaveLength(1);
    now += 61_000;
    await other.worker.look();
    expect(other.alarm().requests['chief:1:1']).toMatchObject({
      ...{ carried: { attempt: 2 }, sent: expect.any(String) },
    });
    expect(calls().map(({ key }) => key)).toEqual(['a-1:chief:1:1', 'a-1:chief:1:1']);
    expect(sms.sent()).toHaveLength(1);
  });

  it('[P5.57] one that dies between claim and sending: nobody is forgotten', async () => {
    const log = await calledLog();
    let now = Date.parse('2030-01-01T08:00:00.000Z');
    const clock = () => new Date((now += 1));
    const doomed = await openProcess({
      ...{ log, now: clock },
      outlet: {
        ...{ space: 'live', outbox: undefined, check: async () => ({ ok: true }), close() {} },
        send: () => {
          doomed.log.kill();
          return new Promise(() => {});
        },
      },
    });
    await doomed.send('alarm.start', { incident: 'i-1', functions: ['zone-chief'] }, 'a-1');
    const other = await open({ log, now: clock });
    await until('claimed', () => other.alarm()?.requests['chief:1:1']?.carried !== undefined);
    now += 61_000;
    await other.worker.look();
    expect(sms.sent().map(({ key }) => key)).toEqual(['a-1:chief:1:1']);
  });
});
