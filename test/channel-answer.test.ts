import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signature } from '../server/channel/sign.ts';
import { withAllow, onError } from '../server/http/answer.ts';
import { answersRouter } from '../server/http/alarm.ts';
import { calledLog, openProcess, system, tokensOf, until, type Process } from './fake/calling.ts';
import { ask } from './fake/http.ts';
import { openGateway, type Gateway } from './fake/gateway.ts';

/** Answers of people through their link, and of gateways, over real HTTP. */
const SECRET = 'shared-with-the-gateway';
let at: Process;
let server: Server;
let url = '';
let sms: Gateway;

async function serve(process: Process): Promise<void> {
  at = process;
  const app = express();
  const router = answersRouter({
    ...{ gate: at.gate, spaces: [at.commit], tokens: tokensOf(), secret: SECRET, who: system },
  });
  app.use('/api/alarm', withAllow(router));
  app.use(onError(() => {}));
  server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const env = () => ({ BELFRY_SMS_URL: sms.url, BELFRY_HOOK_SECRET: SECRET });
const token = (request = 'chief:1:1', space = 'live') => tokensOf().of(space, 'a-1', request);
const start = (functions = ['zone-chief']) =>
  at.send('alarm.start', { incident: 'i-1', functions }, 'a-1');
const post = (body: object, sign = signature(SECRET, JSON.stringify(body), Date.now())) =>
  ask(url, '/api/alarm/answers', { json: body, headers: { 'x-belfry-signature': sign } });
const press = (answer: string, by = token()) =>
  ask(url, `/api/alarm/answer/${by}`, {
    body: new URLSearchParams({ answer }),
    method: 'POST',
  });

beforeEach(async () => {
  sms = await openGateway();
  await serve(await openProcess({ env: env() }));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await at.close();
  await sms.close();
});

describe('link', () => {
  it('[P5.58] a page in two languages; looking at it changes nothing, however often', async () => {
    await start();
    await at.worker.look();
    await at.watch.look();
    const before = at.commit.now().seq;
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await ask(url, `/api/alarm/answer/${token()}`, { method });
      expect(page.status).toBe(200);
    }
    const { body, headers } = await ask(url, `/api/alarm/answer/${token()}`);
    expect(headers.get('content-type')).toMatch('text/html');
    for (const part of ['2026-0001', 'Ja, ik kan', 'Oui, je peux', 'lang="fr"'])
      expect(body).toContain(part);
    expect(body).not.toMatch(/Naam|555|OEFENING|<script/);
    expect(at.alarm().requests['chief:1:1']!.answer).toBeUndefined();
    expect(at.commit.now().seq).toBe(before);
  });

  it('[P5.58] a button answers, once; the page then says what was noted', async () => {
    await start();
    await at.worker.look();
    await at.watch.look();
    expect((await press('yes')).status).toBe(200);
    expect(at.alarm()).toMatchObject({
      ...{ status: 'reached', requests: { 'chief:1:1': { answer: { yes: true, via: 'link' } } } },
    });
    const { seq } = at.commit.now();
    expect((await press('yes')).status).toBe(200);
    expect(at.commit.now().seq).toBe(seq);
    expect((await ask(url, `/api/alarm/answer/${token()}`)).body).toContain('<b>OUI</b>');
    expect((await press('perhaps')).status).toBe(400);
  });

  it('[P5.58] a token that is of nothing, of another space, or made up answers nothing', async () => {
    await start();
    for (const strange of [
      ...[token('chief:1:9'), token('chief:1:1', 'ex-1'), 'x'.repeat(27), '../../etc', '%00'],
      tokensOf('another secret').of('live', 'a-1', 'chief:1:1'),
    ]) {
      const path = encodeURIComponent(strange);
      expect((await ask(url, `/api/alarm/answer/${path}`)).status).toBe(410);
      expect((await press('yes', path)).status).toBe(410);
    }
    expect(at.alarm().requests['chief:1:1']!.answer).toBeUndefined();
  });

  it('[P3.12] in an exercise the page says that it is one, and what is written is never a page', async () => {
    server.close();
    await at.close();
    await serve(await openProcess({ space: 'ex-1', log: await calledLog('ex-1') }));
    const message = { nl: '<img src=x>', fr: '"&\'' };
    const data = { incident: 'i-1', functions: ['zone-chief'], message };
    await at.send('alarm.start', data, 'a-1');
    const { body } = await ask(url, `/api/alarm/answer/${token('chief:1:1', 'ex-1')}`);
    expect(body).toContain('OEFENING – EXERCICE');
    expect(body).not.toContain('<img');
  });
});

describe('gateway', () => {
  it('[P5.58] answers, signed; late and twice, and changes nothing twice', async () => {
    sms.mood = 'late';
    await start();
    await at.worker.look();
    const sent = sms.sent()[0]!.content;
    // What it was given is what it answers with.
    expect(sent.answer).toMatchObject({ token: token(), url: `https://belfry.example/api/alarm/answer/${token()}` }); // prettier-ignore
    const answer = { token: sent.answer!.token, answer: 'yes' };
    expect((await post(answer)).status).toBe(204);
    await until('reached', () => at.alarm().status === 'reached');
    await at.watch.look();
    const { seq } = at.commit.now();
    expect((await post(answer)).status).toBe(204);
    expect(at.commit.now().seq).toBe(seq);
    // After the end, with another mind: on record, and marked as late.
    const moment = new Date(Date.now() - 5_000).toISOString();
    expect((await post({ ...answer, answer: 'no', at: moment })).status).toBe(204);
    expect(at.alarm()).toMatchObject({
      ...{ status: 'reached', requests: { 'chief:1:1': { answer: { yes: false, at: moment } } } },
    });
    const line = at.commit.now().state.journal.entries.last()!;
    expect(line.auto).toMatchObject({ type: 'alarm.answered', data: { late: true, again: true } });
  });

  it('[P5.58] without a good signature nothing is heard', async () => {
    await start();
    const body = { token: token(), answer: 'yes' };
    const old = signature(SECRET, JSON.stringify(body), Date.now() - 3_600_000);
    for (const sign of [
      '',
      't=1,v1=00',
      signature('another', JSON.stringify(body), Date.now()),
      old,
    ])
      expect(await post(body, sign)).toMatchObject({
        ...{ status: 401, body: { code: 'signature-wrong' } },
      });
    expect(at.alarm().requests['chief:1:1']!.answer).toBeUndefined();
  });

  it('[P5.58] what is not an answer is refused, with its place', async () => {
    await start();
    const bad = async (body: object) => {
      const { status, body: said } = await post(body);
      return [status, said.code, said.path];
    };
    expect(await bad({ token: token(), answer: 'maybe' })).toEqual([400, 'invalid', 'answer']);
    expect(await bad({ token: 'none', answer: 'yes' })).toEqual([404, 'request-unknown', 'token']);
    expect(await bad({ token: token(), answer: 'yes', at: '2040-01-01T00:00:00.000Z' })).toEqual([
      ...[409, 'time-ahead', 'data.at'],
    ]);
    const text = '{"token":';
    const broken = await ask(url, '/api/alarm/answers', {
      ...{ body: text, method: 'POST' },
      headers: {
        ...{ 'content-type': 'application/json' },
        'x-belfry-signature': signature(SECRET, text, Date.now()),
      },
    });
    expect([broken.status, broken.body.code]).toEqual([400, 'invalid']);
    const large = await post({ token: 'x'.repeat(9_000), answer: 'yes' });
    expect(large.status).toBe(413);
    expect((await ask(url, '/api/alarm/answers')).status).toBe(405);
  });
});
