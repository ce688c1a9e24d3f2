import type { Issue } from '../../../shared/command.ts';
import type { Reply } from '../../api.ts';
import { currentLang } from '../../i18n/lang.ts';

export type Failed = Extract<Reply<never>, { ok: false }> & { issues?: Issue[] };
export type Answer = { ok: true; response: Response } | Failed;

/** Lists of a million lines take their time. */
const TIMEOUT_MS = 120_000;

/**
 * A call whose body or answer is not JSON. Never throws; nothing of the answer is kept by the browser.
 */
export async function call(
  method: string,
  path: string,
  { body, type, accept = 'application/json' }: { body?: BodyInit; type?: string; accept?: string },
): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      headers: {
        accept,
        'accept-language': currentLang(),
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return { ok: true, response };
    return {
      ...{ ok: false, status: response.status },
      ...((await response.json()) as { code: string; message: string }),
    };
  } catch {
    return { ok: false, status: 0, code: 'unreachable', message: '' };
  }
}
