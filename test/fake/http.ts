/** Short ways to ask a running Belfry over HTTP. */
export interface Reply {
  status: number;
  headers: Headers;
  /** Parsed, when it is JSON; else the text. */
  body: any;
}

export interface Ask {
  method?: string;
  cookie?: string | undefined;
  token?: string;
  json?: unknown;
  headers?: Record<string, string>;
  body?: BodyInit;
}

export async function ask(url: string, path: string, options: Ask = {}): Promise<Reply> {
  const { cookie, token, json } = options;
  const body = json === undefined ? options.body : JSON.stringify(json);
  const response = await fetch(`${url}${path}`, {
    method: options.method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie ? { cookie } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...options.headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && !text.includes('\n') ? (JSON.parse(text) as unknown) : text,
  };
}

/** The session cookie of a sign-in, to send along. */
export const cookieOf = (reply: Reply): string =>
  reply.headers.get('set-cookie')?.split(';')[0] ?? '';
