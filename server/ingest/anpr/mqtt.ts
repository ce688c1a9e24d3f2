import { randomBytes } from 'node:crypto';
import { connect, type IPublishPacket } from 'mqtt';
import type { Who } from '../../auth/auth.ts';
import { BodyRefused } from '../body.ts';
import { messagesOf } from './message.ts';
import { openTaker, type AnprOptions } from './route.ts';

/**
 * Reads that engines publish to a broker (Frigate; cameras with ONVIF or Axis events): the same messages as by
 * HTTP, each acknowledged once its reads are stored. What cannot be used is passed over and counted; what
 * cannot be stored now is not acknowledged, and comes again.
 */
export interface MqttOptions extends AnprOptions {
  /** `mqtt://name:password@broker:1883`, also `mqtts:`, `ws:`, `wss:`. */
  url: string;
  topics: readonly string[];
  /** With this name the broker keeps what came while we were away. */
  client: string;
  /** Several server processes: each has a session of its own, and the store takes every read once. */
  several?: boolean;
  who: Who;
  /** Never given a message or an address with a password. */
  warn(message: string): void;
  /** Milliseconds between attempts to connect, and to store. */
  retry?: number;
}

export interface MqttReads {
  state(): { connected: boolean; messages: number; unusable: number };
  close(): Promise<void>;
}

const LARGEST = 8 * 1024 * 1024;
const ATTEMPTS = 5;

export function openMqtt(options: MqttOptions): MqttReads {
  const { url, topics, who, warn, retry = 2_000, several = false } = options;
  let connected = false;
  let messages = 0;
  let unusable = 0;
  let closed = false;
  let complained = false;

  const client = connect(url, {
    clientId: several ? `${options.client}-${randomBytes(6).toString('hex')}` : options.client,
    clean: several,
    resubscribe: false,
    reconnectPeriod: retry,
    connectTimeout: 10_000,
    protocolVersion: 4,
  });

  client.on('connect', () => {
    connected = true;
    complained = false;
    client.subscribe([...topics], { qos: 1 }, (error, granted) => {
      const refused = granted?.filter(({ qos }) => qos === 128).map(({ topic }) => topic) ?? [];
      if (error || refused.length > 0) warn(`MQTT: not subscribed: ${refused.join(' ')}`);
    });
  });
  client.on('close', () => {
    connected = false;
  });
  client.on('error', (error) => {
    // Once per interruption: it tries again every few seconds.
    if (!complained) warn(`MQTT: ${'code' in error ? String(error.code) : error.name}`);
    complained = true;
  });

  /** Takes all reads of a message. False: they could not be stored now. */
  async function takeMessage(topic: string, payload: Buffer): Promise<boolean> {
    // Devices that do not say who they are publish under their own name.
    const taker = openTaker(options, who, [topic, ...topic.split('/')], undefined, 'en');
    try {
      for (const piece of messagesOf(payload)) taker.message(piece);
    } catch (error) {
      if (!(error instanceof BodyRefused)) throw error;
      taker.refuse(error.refusal);
    }
    try {
      await taker.flush();
    } catch (error) {
      if (!(error instanceof BodyRefused)) throw error;
      return false;
    }
    if (taker.tally.rejectedCount > 0) unusable += 1;
    return true;
  }

  async function handle({ topic, payload }: IPublishPacket): Promise<boolean> {
    messages += 1;
    if (payload.length > LARGEST) {
      unusable += 1;
      return true;
    }
    for (let attempt = 0; attempt < ATTEMPTS && !closed; attempt += 1) {
      try {
        if (await takeMessage(topic.toString(), Buffer.from(payload))) return true;
      } catch (error) {
        warn(`MQTT: a message was not taken: ${error instanceof Error ? error.name : 'error'}`);
      }
      await new Promise((next) => setTimeout(next, retry));
    }
    return false;
  }

  client.handleMessage = (packet, done) => {
    void handle(packet).then((stored) => {
      if (stored) done();
      // Not acknowledged: the broker gives it again on the next connection.
      else if (!closed) client.stream.destroy();
    });
  };

  return {
    state: () => ({ connected, messages, unusable }),
    async close() {
      closed = true;
      await client.endAsync(true);
    },
  };
}

/** Where the broker is: the environment before the file. Undefined: reads by MQTT are not wanted. */
export function brokerOf(
  mqtt: AnprOptions['feed']['mqtt'],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return env['BELFRY_MQTT_URL'] || (mqtt.enabled ? mqtt.url : undefined);
}
