import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBreaker } from '../server/channel/breaker.ts';
import type { Message } from '../server/channel/message.ts';
import { openOutlet } from '../server/channel/outlet.ts';
import { LivePass } from '../server/channel/pass.ts';
import { openHook } from '../server/channel/transport/hook.ts';
import { openSmtp } from '../server/channel/transport/smtp.ts';
import { isSigned } from '../server/channel/sign.ts';
import { CALLS, mailOf } from './fake/call-list.ts';
import { openProcess, operator, system } from './fake/calling.ts';
import {
  openGateway,
  openMailServer,
  textOf,
  type Gateway,
  type MailServer,
} from './fake/gateway.ts';
import { VALID } from './fuzz/valid.ts';

/** What leaves the house, and what never does (promise P3): real servers that would notice. */
let mail: MailServer;
let sms: Gateway;
const SECRET = 'shared-with-the-gateway';
const env = () => ({
  BELFRY_SMTP_URL: mail.url,
  BELFRY_MAIL_FROM: 'belfry@voorbeeld.brussels',
  BELFRY_SMS_URL: sms.url,
  BELFRY_HOOK_SECRET: SECRET,
});
const channels = () => CALLS.channels;
const message = (more: Partial<Message> = {}): Message => ({
  ...{ key: 'k-1', space: 'live', kind: 'call', to: mailOf('mayor') },
  ...{ subject: 'Oproep / Appel: 2026-0001', text: 'Brand in Elsene\nIncendie à Ixelles' },
  ...more,
});
const live = (more: object = {}) =>
  openOutlet({ space: 'live', channels, env: env(), pauses: [5, 5], patience: 10_000, ...more });

beforeAll(async () => {
  mail = await openMailServer();
  sms = await openGateway();
});
beforeEach(() => {
  mail.mails.length = 0;
  sms.posted.length = 0;
  mail.refuses = 0;
  sms.mood = 'ok';
});
afterAll(() => Promise.all([mail.close(), sms.close()]));

describe('outlet', () => {
  it('[P5.68] an e-mail arrives at one address, marked as from a machine, the same Message-ID each time', async () => {
    const outlet = live();
    expect(await outlet.send('mail', message())).toEqual({ ok: true });
    expect(await outlet.send('mail', message())).toEqual({ ok: true });
    expect(await outlet.send('mail', message({ key: 'k-2' }))).toEqual({ ok: true });
    expect(mail.mails.map(({ to }) => to)).toEqual([
      [mailOf('mayor')],
      [mailOf('mayor')],
      [mailOf('mayor')],
    ]);
    const id = (i: number) => /^message-id: (.*)$/im.exec(mail.mails[i]!.raw)![1];
    expect(id(0)).toBe(id(1));
    expect(id(2)).not.toBe(id(0));
    expect(mail.mails[0]!.raw).toMatch(/^auto-submitted: auto-generated\r$/im);
    expect(textOf(mail.mails[0]!)).toContain('Incendie à Ixelles');
    outlet.close();
  });

  it('[P5.68] an address that would reach others is refused, and nothing is sent', async () => {
    const outlet = live();
    for (const to of ['', 'a@b.be, c@d.be', 'a@b.be\nBcc: c@d.be', '<a@b.be>', 'x', 'a@b@c.be'])
      expect(await outlet.send('mail', message({ to }))).toMatchObject({
        ...{ ok: false, reason: 'address-invalid', final: true, channel: false },
      });
    expect(mail.mails).toEqual([]);
    outlet.close();
  });

  it('[P5.68] a recipient that is refused is not the mail server’s fault; a server that is away is', async () => {
    const outlet = live();
    mail.refuses = 550;
    expect(await outlet.send('mail', message())).toEqual({
      ...{ ok: false, reason: 'smtp-550', final: true, channel: false },
    });
    outlet.close();
    const away = live({ env: { ...env(), BELFRY_SMTP_URL: 'smtp://127.0.0.1:9' } });
    expect(await away.send('mail', message())).toMatchObject({
      ...{ ok: false, reason: 'unreachable', channel: true },
    });
    expect(await away.check('mail')).toMatchObject({ ok: false, reason: 'unreachable' });
    away.close();
  });

  it('[P5.68] a gateway gets a signed message with its key; failures are tried again with the same key', async () => {
    const outlet = live();
    expect(await outlet.send('sms', message({ to: '+32 470 55 50 03' }))).toEqual({ ok: true });
    const [first] = sms.posted;
    expect(first!.content).toMatchObject({ kind: 'call', key: 'k-1', channel: 'sms' });
    expect(isSigned(SECRET, first!.body, first!.signature, Date.now())).toBe(true);
    expect(isSigned(SECRET, `${first!.body} `, first!.signature, Date.now())).toBe(false);
    expect(isSigned('another', first!.body, first!.signature, Date.now())).toBe(false);
    // Played again later, it is worth nothing.
    expect(isSigned(SECRET, first!.body, first!.signature, Date.now() + 600_000)).toBe(false);

    sms.mood = 503;
    const failed = outlet.send('sms', message({ key: 'k-2' }));
    expect(await failed).toMatchObject({ ok: false, reason: 'http-503', channel: true });
    expect(sms.posted.filter(({ key }) => key === 'k-2')).toHaveLength(3);
    expect(sms.sent().filter(({ key }) => key === 'k-2')).toHaveLength(1);
    outlet.close();
  });

  it('[P5.68] what the gateway will never take is not tried again; one that hangs is given up in time', async () => {
    const outlet = live({ patience: 300 });
    sms.mood = 422;
    expect(await outlet.send('sms', message())).toMatchObject({
      ...{ ok: false, reason: 'http-422', final: true, channel: false },
    });
    expect(sms.posted).toHaveLength(1);
    sms.mood = 'hang';
    const from = performance.now();
    const hung = await outlet.send('sms', message({ key: 'k-3' }));
    expect(hung).toMatchObject({ ok: false, reason: 'timeout' });
    expect(performance.now() - from).toBeLessThan(8_000);
    outlet.close();
  });

  it('[P5.68] a redirect is not followed: it is not the gateway that was set up', async () => {
    const outlet = live();
    sms.mood = 307;
    expect(await outlet.send('sms', message())).toMatchObject({ ok: false });
    outlet.close();
  });

  it('[P5.69] after three failures of the means itself nobody waits for it, until one attempt tells', async () => {
    let now = 0;
    const breaker = openBreaker(() => now);
    const bad = { ok: false, reason: 'timeout', final: false, channel: true } as const;
    let asked = 0;
    const attempt = (sent: object) => () => Promise.resolve((asked++, sent) as { ok: true });
    for (let i = 0; i < 3; i++) await breaker.through(attempt(bad));
    expect(await breaker.through(attempt({ ok: true }))).toMatchObject({ reason: 'circuit-open' });
    expect(asked).toBe(3);
    now = 31_000;
    // One goes through; another at the same time does not.
    const slow = breaker.through(() => new Promise((done) => setTimeout(() => done(bad), 20)));
    expect(await breaker.through(attempt({ ok: true }))).toMatchObject({ reason: 'circuit-open' });
    await slow;
    expect(await breaker.through(attempt({ ok: true }))).toMatchObject({ reason: 'circuit-open' });
    // A check finds out without waiting.
    expect(await breaker.through(attempt({ ok: true }), true)).toEqual({ ok: true });
    expect(await breaker.through(attempt({ ok: true }))).toEqual({ ok: true });
  });

  it('[P5.69] a channel that was not set up says so, and is not tried', async () => {
    const bare = live({ env: {} });
    const unset = { ok: false, reason: 'not-configured' };
    expect(await bare.send('mail', message())).toMatchObject(unset);
    expect(await bare.send('sms', message())).toMatchObject(unset);
    expect(await bare.check('sms')).toMatchObject(unset);
    expect(await bare.send('phone', message())).toMatchObject(unset);
    bare.close();
  });
});

describe('exercise', () => {
  it('[P3.10] transports open for the live space only: nothing else holds the pass', () => {
    for (const space of ['ex-1', 'ex-live', 'Live', 'LIVE', 'live ', ''])
      expect(LivePass.for(space)).toBeUndefined();
    const smtp = { url: mail.url, from: 'a@b.brussels', patience: 100 };
    const hook = { url: sms.url, secret: SECRET, channel: 'sms', patience: 100 };
    for (const forged of [undefined, {}, { live: true }, Object.create(LivePass.prototype)]) {
      expect(() => openSmtp(forged as LivePass, smtp)).toThrow('only the live space');
      expect(() => openHook(forged as LivePass, hook)).toThrow('only the live space');
    }
  });

  it('[P3.10] a message of an exercise does not leave by the door of the live space', async () => {
    const outlet = live();
    await expect(outlet.send('mail', message({ space: 'ex-1' }))).rejects.toThrow('ex-1');
    expect(mail.mails).toEqual([]);
    outlet.close();
  });

  it('[P3.11] whatever is asked in an exercise, nothing outside hears of it; its own outbox has it, marked', async () => {
    const before = [mail.connections(), sms.connections()];
    const exercise = await openProcess({ space: 'ex-1', env: env() });
    // Every command that there is, as an operator and as the system, about this world.
    for (const who of [operator, system])
      for (const [i, [type, data]] of Object.entries(VALID).entries())
        await exercise.send(type, data, `${who.actor.id}-${i}`, who);
    await exercise.send(
      'alarm.start',
      { incident: 'i-1', functions: ['mayor', 'zone-chief'], need: 'all' },
      'a-1',
    );
    await exercise.send('channel.probe', { channel: 'mail', address: mailOf('test') });
    await exercise.send('channel.probe', { channel: 'sms', address: '+32 470 55 50 09' });
    await exercise.worker.look();
    await exercise.watch.look();
    await exercise.send('alarm.resend', { alarm: 'a-1', contact: 'chief', way: 1 });
    await exercise.send('alarm.advance', { alarm: 'a-1', called: 2, early: true });
    await exercise.worker.look();

    const sent = exercise.outlet.outbox!.messages();
    expect(sent.map(({ channel, kind }) => `${kind} ${channel}`).sort()).toEqual([
      ...['call mail', 'call sms', 'call sms', 'test mail', 'test sms'],
    ]);
    for (const one of sent) {
      expect(one.subject).toMatch(/^\[OEFENING – EXERCICE\]/);
      expect(one.space).toBe('ex-1');
    }
    expect(Object.values(exercise.alarm().requests).every(({ sent: at }) => at)).toBe(true);
    await exercise.close();
    expect([mail.connections(), sms.connections()]).toEqual(before);
  });

  it('[P3.11] nor in a demo of the live space', async () => {
    const before = [mail.connections(), sms.connections()];
    const demo = await openProcess({ space: 'live', env: env(), demo: true });
    await demo.send('alarm.start', { incident: 'i-1', functions: ['zone-chief'] }, 'a-1');
    await demo.worker.look();
    expect(demo.outlet.outbox!.messages()).toHaveLength(1);
    await demo.close();
    expect([mail.connections(), sms.connections()]).toEqual(before);
  });

  it('[P3.11] and the same in the live space does leave the house', async () => {
    const real = await openProcess({ space: 'live', env: env() });
    await real.send(
      'alarm.start',
      { incident: 'i-1', functions: ['mayor', 'zone-chief'], need: 'all' },
      'a-1',
    );
    await real.worker.look();
    expect(real.outlet.outbox).toBeUndefined();
    expect(mail.mails.map(({ to }) => to[0])).toEqual([mailOf('mayor')]);
    expect(sms.sent().map(({ content }) => content.to)).toEqual(['+32 470 55 50 03']);
    await real.close();
  });
});
