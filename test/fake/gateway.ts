import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Somebody else's machines, for real: a mail server and an HTTP gateway on this machine, with moods. */
export interface Mail {
  from: string;
  to: string[];
  raw: string;
}
export interface MailServer {
  url: string;
  mails: Mail[];
  connections(): number;
  /** 0: takes everything; else the SMTP status with which it refuses the recipient. */
  refuses: number;
  close(): Promise<void>;
}

export async function openMailServer(): Promise<MailServer> {
  let connections = 0;
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onRcptTo(_address, _session, done) {
      const { refuses } = fake;
      done(refuses ? Object.assign(new Error('not here'), { responseCode: refuses }) : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  const fake: MailServer = {
    ...{ url: `smtp://127.0.0.1:${port}`, mails, refuses: 0 },
    connections: () => connections,
    close: () => new Promise((done) => server.close(() => done())),
  };
  return fake;
}

/** The text of a mail, decoded from quoted-printable and base64. */
export function textOf({ raw }: Mail): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

export interface Posted {
  key: string;
  signature: string;
  body: string;
  content: {
    kind: 'call' | 'test' | 'ping';
    key: string;
    channel: string;
    to?: string;
    text?: string;
    subject?: string;
    answer?: { token: string; url?: string };
  };
}
export interface Gateway {
  url: string;
  /** Everything that came in, pings among it. */
  posted: Posted[];
  /** What it really sent on: each key once, as a good gateway does. */
  sent(): Posted[];
  connections(): number;
  /** `ok`; a status; `hang`: takes it and never answers; `late`: answers after 150 ms. */
  mood: 'ok' | 'hang' | 'late' | number;
  close(): Promise<void>;
}

export async function openGateway(): Promise<Gateway> {
  let connections = 0;
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const { mood } = gateway;
      const content = JSON.parse(body) as Posted['content'];
      posted.push({
        key: String(request.headers['idempotency-key']),
        signature: String(request.headers['x-belfry-signature']),
        ...{ body, content },
      });
      if (mood === 'hang') return;
      const status = typeof mood === 'number' ? mood : 202;
      setTimeout(() => response.writeHead(status).end('{}'), mood === 'late' ? 150 : 0);
    });
  });
  server.on('connection', () => void (connections += 1));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const gateway: Gateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    ...{ posted, mood: 'ok' },
    connections: () => connections,
    sent: () => {
      const calls = posted.filter(({ content }) => content.kind !== 'ping');
      return calls.filter(({ key }, i) => calls.findIndex((one) => one.key === key) === i);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return gateway;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
