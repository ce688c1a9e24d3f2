import http from 'node:http';
import { explain } from '../../shared/explain.ts';
import { LANGS, type Lang, type RefusalCode } from '../../shared/refusal.ts';

/** One call at one door, as raw as HTTP allows. */
export interface Shot {
  name: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer | string | undefined;
  /** The code that must be answered, where it is known beforehand. */
  code?: string | undefined;
  place?: string | undefined;
  /** Answers of the feeds' doors: 200 is right when no item was accepted. */
  perItem?: boolean;
}

export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

export interface Range {
  fire(shot: Shot): Promise<Answered>;
  /** Throws all, some at a time, and returns what was wrong with the answers. */
  fireAll(shots: readonly Shot[]): Promise<string[]>;
  close(): void;
}

const AT_ONCE = 8;

export function openRange(port: number): Range {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });

  const fire = (shot: Shot): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const { method, path, headers } = shot;
      const request = http.request({ agent, port, host: '127.0.0.1', method, path, headers });
      request.setTimeout(10_000, () => request.destroy(new Error('no answer within 10 s')));
      request.on('error', reject);
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      });
      request.end(shot.body);
    });

  async function fireAll(shots: readonly Shot[]): Promise<string[]> {
    const wrong: string[] = [];
    const queue = shots.values();
    let fired = 0;
    const worker = async () => {
      for (const shot of queue) {
        const lang = LANGS[fired++ % 3]!;
        const found = await fire(spoken(shot, lang)).then(
          (answer) => judge(shot, answer, (shot.headers['accept-language'] as Lang) ?? lang),
          (error: Error) => error.message,
        );
        if (found) wrong.push(`${shot.name}: ${found}; ${describe(shot)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return wrong;
  }

  return { fire, fireAll, close: () => agent.destroy() };
}

const spoken = (shot: Shot, lang: Lang): Shot => ({
  ...shot,
  headers: { 'accept-language': lang, ...shot.headers },
});

const describe = (shot: Shot): string =>
  `${shot.method} ${shot.path} ${JSON.stringify(shot.headers)} ${String(shot.body ?? '').slice(0, 300)}`;

/** What is wrong with an answer to something bad; undefined when it is as it should be. */
export function judge(shot: Shot, answer: Answered, lang: Lang): string | undefined {
  const { status, headers, text } = answer;
  const said = `${status} ${text.slice(0, 200)}`;
  if (shot.perItem && status === 200) {
    const { accepted } = JSON.parse(text) as { accepted: number };
    return accepted === 0 ? undefined : `accepted ${accepted}`;
  }
  if (status < 400 || status > 499) return `answered ${said}`;
  if (shot.method === 'HEAD') return undefined;
  if (!/^application\/json/.test(headers['content-type'] ?? '')) return `no JSON: ${said}`;
  return judgeRefusal(JSON.parse(text), lang, shot.code, shot.place) && `wrong: ${said}`;
}

/** A refusal must have a code that we know and its message in the language that was asked for. */
export function judgeRefusal(
  refusal: { code?: string; message?: string; path?: string; issues?: object[] },
  lang: Lang,
  code?: string,
  place?: string,
): string | undefined {
  if (!isKnown(refusal.code)) return `code ${String(refusal.code)}`;
  if (refusal.code === 'internal') return 'code internal';
  if (code !== undefined && refusal.code !== code) return `code ${refusal.code}, not ${code}`;
  if (place !== undefined && refusal.path !== place) return `path ${refusal.path}, not ${place}`;
  if (!templateOf(refusal.code, lang).test(refusal.message ?? ''))
    return `message ${refusal.message}, not in ${lang}`;
  return undefined;
}

/** The code's message in a language, with anything where its values stand. */
function templateOf(code: RefusalCode, lang: Lang): RegExp {
  const gap = '\u0000';
  const params = { field: gap, feed: gap, seconds: gap, from: gap, to: gap };
  const parts = explain({ code, params }, lang).split(gap);
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 's');
}

function isKnown(code: string | undefined): code is RefusalCode {
  try {
    explain({ code: code as RefusalCode }, 'nl');
    return true;
  } catch {
    return false;
  }
}
