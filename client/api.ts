import type { Issue } from '../shared/command.ts';
import { currentLang } from './i18n/lang.ts';

export type Reply<T> =
  | { ok: true; body: T }
  | { ok: false; status: number; code: string; message: string; issues?: Issue[] };

/** A call to our own server. Never throws: a server that cannot be reached is code `unreachable`. */
export async function api<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        'accept-language': currentLang(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    const json: unknown = text ? JSON.parse(text) : undefined;
    if (response.ok) return { ok: true, body: json as T };
    return { ok: false, status: response.status, ...(json as { code: string; message: string }) };
  } catch {
    return { ok: false, status: 0, code: 'unreachable', message: '' };
  }
}
