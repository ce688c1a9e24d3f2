import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signatures on what goes to gateways and comes back from them, with the moment in it: an old one cannot be played again later. */

const LEEWAY_S = 300;

export function signature(secret: string, body: string, now: number): string {
  const at = Math.floor(now / 1000);
  return `t=${at},v1=${mac(secret, at, body)}`;
}

export function isSigned(
  secret: string,
  body: string,
  header: string | undefined,
  now: number,
): boolean {
  const [, at, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (at === undefined || given === undefined) return false;
  if (Math.abs(now / 1000 - Number(at)) > LEEWAY_S) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(mac(secret, Number(at), body)));
}

const mac = (secret: string, at: number, body: string): string =>
  createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
