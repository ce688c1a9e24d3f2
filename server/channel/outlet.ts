import type { Channel } from '../../shared/plan/directory.ts';
import { NOT_CONFIGURED } from '../../shared/subject/channel/schema.ts';
import { openBreaker } from './breaker.ts';
import type { Outlet, Sent, Transport } from './message.ts';
import { LivePass } from './pass.ts';
import { openSimulated } from './simulated.ts';
import { openHook } from './transport/hook.ts';
import { openSmtp } from './transport/smtp.ts';

export interface OutletOptions {
  space: string;
  /** Those of the plan in force, which another edition may change. */
  channels: () => readonly Channel[];
  env: Readonly<Record<string, string | undefined>>;
  /** Demo: nothing leaves the house either. */
  demo?: boolean;
  /** Milliseconds before the second and the third attempt. */
  pauses?: readonly number[];
  /** Milliseconds that one attempt may take. */
  patience?: number;
}

const PAUSES = [1_000, 4_000];
const PATIENCE = 12_000;
const UNSET: Sent = { ok: false, reason: NOT_CONFIGURED, final: true, channel: true };

/**
 * The way out of a space. Only here are real transports opened, only for the live space, and only with the
 * pass that the live space alone is given; everything else writes into an outbox of its own.
 */
export function openOutlet(options: OutletOptions): Outlet {
  const { space, demo = false } = options;
  const pass = demo ? undefined : LivePass.for(space);
  return pass ? openLive(pass, options) : openSimulated(space);
}

function openLive(pass: LivePass, options: OutletOptions): Outlet {
  const { space, channels, env, pauses = PAUSES, patience = PATIENCE } = options;
  const ways = new Map<string, Way>();
  /** Opened when it is first wanted, and once. */
  function wayOf(id: string): Way | undefined {
    const channel = channels().find((one) => one.id === id);
    if (!channel) return undefined;
    const name = JSON.stringify([id, channel.kind, channel.env]);
    const known = ways.get(name);
    if (known) return known;
    const transport = transportFor(pass, channel, env, patience);
    const made = transport && { transport, breaker: openBreaker() };
    if (made) ways.set(name, made);
    return made;
  }

  return {
    space,
    outbox: undefined,
    async send(channel, message) {
      const way = wayOf(channel);
      if (!way) return UNSET;
      // Whoever made it, a message of another space does not leave by this door.
      if (message.space !== space) throw new Error(`a message of ${message.space} in ${space}`);
      let sent = await way.breaker.through(() => way.transport.send(message));
      for (const pause of pauses) {
        if (sent.ok || sent.final) break;
        await rest(pause);
        sent = await way.breaker.through(() => way.transport.send(message));
      }
      return sent;
    },
    async check(channel) {
      const way = wayOf(channel);
      return way ? way.breaker.through(() => way.transport.check(), true) : UNSET;
    },
    close: () => ways.forEach(({ transport }) => transport.close()),
  };
}

interface Way {
  transport: Transport;
  breaker: ReturnType<typeof openBreaker>;
}

function transportFor(
  pass: LivePass,
  channel: Channel,
  env: OutletOptions['env'],
  patience: number,
): Transport | undefined {
  if (channel.kind === 'email') {
    const url = env['BELFRY_SMTP_URL'];
    const from = env['BELFRY_MAIL_FROM'];
    return url && from ? openSmtp(pass, { url, from, patience }) : undefined;
  }
  if (channel.kind === 'webhook') {
    const url = channel.env && env[channel.env];
    const secret = env['BELFRY_HOOK_SECRET'];
    return url && secret
      ? openHook(pass, { url, secret, channel: channel.id, patience })
      : undefined;
  }
  return undefined;
}

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms).unref());
