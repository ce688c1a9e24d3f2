import type { Message, Sent, Transport } from '../message.ts';
import { LivePass } from '../pass.ts';
import { signature } from '../sign.ts';

/**
 * A gateway of somebody else (text messages, paging, voice robots) that takes JSON over HTTPS:
 *
 *     POST <address>   content-type: application/json
 *     idempotency-key: <key>              the same for every attempt at the same message
 *     x-belfry-signature: t=<unix seconds>,v1=<HMAC-SHA-256 of "<t>.<body>", hexadecimal>
 *     { "kind": "call" | "test" | "ping", "key", "channel", "to", "subject", "text", "answer": { "token", "url" } }
 *
 * Any 2xx means that it has it. A `ping` is answered so and sent to nobody. Answers of people come back to
 * `POST /api/alarm/answers` (`server/http/alarm.ts`).
 */
export interface HookOptions {
  url: string;
  secret: string;
  channel: string;
  /** Milliseconds for one attempt. */
  patience: number;
}

/** Statuses after which the same again may go well (RFC 9110 §15; 425 and 429 too). */
const PASSING = [408, 425, 429];

export function openHook(pass: LivePass, options: HookOptions): Transport {
  LivePass.require(pass);
  const { url, secret, channel, patience } = options;

  async function post(key: string, content: object): Promise<Sent> {
    const body = JSON.stringify({ key, channel, ...content });
    try {
      const response = await fetch(url, {
        method: 'POST',
        // A gateway that sends us elsewhere is not the one that was set up.
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          'x-belfry-signature': signature(secret, body, Date.now()),
        },
        body,
      });
      await response.body?.cancel();
      if (response.ok) return { ok: true };
      const { status } = response;
      const passing = status >= 500 || PASSING.includes(status);
      // 401 and 403 are about us, other 4xx about this message.
      const ours = passing || status === 401 || status === 403 || status === 404;
      return { ok: false, reason: `http-${status}`, final: !passing, channel: ours };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return { ok: false, reason: late ? 'timeout' : 'unreachable', final: false, channel: true };
    }
  }

  return {
    send: ({ key, kind, to, subject, text, answer }: Message) =>
      post(key, { kind, to, subject, text, ...(answer ? { answer } : {}) }),
    check: () => post(`ping-${Date.now()}`, { kind: 'ping' }),
    close() {},
  };
}
