import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A real `redis-server` on a free loopback port, as Belfry wants it configured, in a folder of its own. */
export interface FakeRedis {
  url: string;
  dir: string;
  pid(): number;
  /** SIGKILL: nothing is flushed. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder; resolves when it has loaded and answers. */
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** One command over a plain socket, for what the tests do behind the log's back. */
  command(...words: string[]): Promise<string>;
  close(): Promise<void>;
}

export interface FakeRedisOptions {
  /** Where the data goes; made in the temporary folder, and removed at the end, when absent. */
  dir?: string;
  /** Settings that replace or add to the durable ones. */
  config?: Record<string, string>;
}

const DURABLE = { appendonly: 'yes', appendfsync: 'always', save: '' };

export async function startRedis(options: FakeRedisOptions = {}): Promise<FakeRedis> {
  const dir = options.dir ?? mkdtempSync(path.join(os.tmpdir(), 'belfry-redis-'));
  const port = await freePort();
  const config = { ...DURABLE, bind: '127.0.0.1', dir, ...options.config, port: String(port) };
  const words = Object.entries(config).flatMap(([name, value]) => [`--${name}`, value]);
  let child: ChildProcess | undefined;
  const end = () => void child?.kill('SIGKILL');
  process.on('exit', end);

  async function start(): Promise<void> {
    const started = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    let output = '';
    started.stdout.on('data', (text) => (output = (output + text).slice(-2_000)));
    started.stderr.on('data', (text) => (output = (output + text).slice(-2_000)));
    started.on('error', (error) => (output += `${error.message}: install redis-server`));
    const give = performance.now() + 60_000;
    while (performance.now() < give) {
      if (started.exitCode !== null || started.pid === undefined)
        throw new Error(`redis-server did not start: ${output}`);
      if ((await send(port, ['PING']).catch(() => '')) === '+PONG\r\n') return;
      await sleep(20);
    }
    throw new Error(`redis-server does not answer: ${output}`);
  }

  async function kill(): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await gone;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    dir,
    pid: () => child!.pid!,
    kill,
    start,
    freeze: () => void child!.kill('SIGSTOP'),
    thaw: () => void child!.kill('SIGCONT'),
    command: (...sent) => send(port, sent),
    close: async () => {
      await kill();
      process.off('exit', end);
      if (!options.dir) rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The raw first answer; throws on an error reply. */
function send(port: number, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    const bulk = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('');
    socket.setTimeout(5_000, () => socket.destroy(new Error('redis-server is silent')));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('redis-server hung up')));
    socket.once('data', (data) => {
      const reply = data.toString();
      if (reply.startsWith('-')) reject(new Error(reply.slice(1).trim()));
      else resolve(reply);
      socket.destroy();
    });
    socket.write(`*${words.length}\r\n${bulk}`);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
