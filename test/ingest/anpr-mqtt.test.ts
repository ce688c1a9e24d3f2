import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Passed } from '../../shared/anpr/read.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import type { Who } from '../../server/auth/auth.ts';
import { brokerOf, openMqtt, type MqttReads } from '../../server/ingest/anpr/mqtt.ts';
import { catalogue, feed } from './anpr-given.ts';

/** With a real broker, Debian's mosquitto, on a port of its own. */
const MOSQUITTO = '/usr/sbin/mosquitto';
const missing = existsSync(MOSQUITTO) ? '' : 'skipped: no mosquitto here';
const PORT = 9_400 + (process.pid % 15);
const URL = `mqtt://127.0.0.1:${PORT}`;

let folder: string;
let broker: ChildProcess | undefined;
let reads: MqttReads | undefined;
let store: Map<string, Passed>;
let signs: string[];
let warned: string[];
let failing: Refusal | undefined;

async function startBroker() {
  broker = spawn(MOSQUITTO, ['-c', join(folder, 'mosquitto.conf')], { stdio: 'ignore' });
  await until(async () => {
    const client = await connectAsync(URL, { reconnectPeriod: 0, connectTimeout: 500 });
    await client.endAsync(true);
    return true;
  });
}
async function stopBroker() {
  const over = new Promise((done) => broker?.once('exit', done));
  broker?.kill();
  await over;
}
async function until(holds: () => boolean | Promise<boolean>, seconds = 10) {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    if (
      await Promise.resolve()
        .then(holds)
        .catch(() => false)
    )
      return;
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((next) => setTimeout(next, 20));
  }
}

function open(more: object = {}): MqttReads {
  store = new Map();
  signs = [];
  warned = [];
  failing = undefined;
  reads = openMqtt({
    ...{ catalogue, feed, url: URL, topics: feed.mqtt.topics, client: 'belfry-test', retry: 100 },
    who: {} as Who,
    warn: (message) => void warned.push(message),
    sign: (camera) => void signs.push(camera),
    async take(passed) {
      if (failing) return passed.map(() => failing!);
      return passed.map((one) => {
        const isKnown = store.has(one.read.id);
        store.set(one.read.id, one);
        return isKnown ? 'known' : 'taken';
      });
    },
    ...more,
  });
  return reads;
}
async function publish(topic: string, message: unknown): Promise<void> {
  const client: MqttClient = await connectAsync(URL);
  await client.publishAsync(
    topic,
    typeof message === 'string' ? message : JSON.stringify(message),
    { qos: 1 },
  );
  await client.endAsync();
}
const lpr = (plate: string) => ({
  type: 'lpr',
  id: `o-${plate}`,
  plate,
  score: 0.95,
  camera: 'gate',
  timestamp: Date.now() / 1_000,
});
const UPDATES = 'frigate/tracked_object_update';
const plates = () => [...store.values()].map(({ read }) => read.plate);

describe.skipIf(missing)(`[P4.110] reads by MQTT ${missing}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'belfry-mqtt-'));
    writeFileSync(
      join(folder, 'mosquitto.conf'),
      `listener ${PORT} 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location ${folder}/\n`,
    );
    await startBroker();
  });
  afterEach(async () => {
    await reads?.close();
    reads = undefined;
  });
  afterAll(async () => {
    await stopBroker();
    rmSync(folder, { recursive: true, force: true });
  });

  it('both kinds of Frigate’s messages are read; what cannot be used is passed over and counted', async () => {
    const opened = open();
    await until(() => opened.state().connected);
    await new Promise((next) => setTimeout(next, 200));
    await publish(UPDATES, lpr('1XXX001'));
    await publish(UPDATES, '{broken');
    await publish(UPDATES, { ...lpr('1XXX009'), camera: 'nobody' });
    await publish('frigate/events', {
      type: 'end',
      after: {
        id: 'o-2',
        camera: 'gate',
        label: 'car',
        frame_time: Date.now() / 1_000,
        recognized_license_plate: ['1XXX002', 0.9],
      },
    });
    await publish('frigate/events', {
      type: 'new',
      after: { id: 'o-3', camera: 'gate', label: 'person', frame_time: 1 },
    });
    await until(() => opened.state().messages === 5);
    await until(() => store.size === 2);
    expect(plates()).toEqual(['1XXX001', '1XXX002']);
    expect(opened.state()).toMatchObject({ unusable: 2 });
    expect(signs).toContain('anpr-one');
    expect(warned.join()).not.toMatch(/XXX/);
  });

  it('what came while we were away, or the broker was, is read later', async () => {
    const opened = open();
    await until(() => opened.state().connected);
    await new Promise((next) => setTimeout(next, 200));
    await opened.close();
    await publish(UPDATES, lpr('1XXX003'));
    const again = open();
    await until(() => store.size === 1);
    expect(plates()).toEqual(['1XXX003']);
    await stopBroker();
    await until(() => !again.state().connected);
    await startBroker();
    await until(() => again.state().connected);
    await new Promise((next) => setTimeout(next, 200));
    await publish(UPDATES, lpr('1XXX004'));
    await until(() => store.size === 2);
    expect(plates()).toEqual(['1XXX003', '1XXX004']);
  });

  it('what cannot be stored now is not acknowledged, and comes again', async () => {
    const opened = open();
    await until(() => opened.state().connected);
    await new Promise((next) => setTimeout(next, 200));
    failing = refuse('log-unavailable');
    await publish(UPDATES, lpr('1XXX005'));
    await until(() => opened.state().messages === 2);
    failing = undefined;
    await until(() => store.size === 1);
    expect(plates()).toEqual(['1XXX005']);
  });

  it('is off unless the file or the environment turns it on', () => {
    expect(brokerOf(feed.mqtt, {})).toBeUndefined();
    expect(brokerOf({ ...feed.mqtt, enabled: true, url: 'mqtt://a' }, {})).toBe('mqtt://a');
    expect(brokerOf(feed.mqtt, { BELFRY_MQTT_URL: 'mqtt://b' })).toBe('mqtt://b');
  });
});
