import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Belfry as a process of its own, in demo mode, that can be killed and started again on the same port. */
export interface FakeServer {
  url: string;
  port: number;
  data: string;
  pid(): number;
  /** Starts it; resolves when it says that it listens. */
  start(): Promise<void>;
  /** SIGKILL: nothing is closed, nothing flushed. Also while it starts. */
  kill(): Promise<void>;
  /** SIGTERM: it may finish. */
  stop(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** The last of what it wrote, `keep` characters. */
  output(): string;
  /** It ended by itself, which it never should. */
  died(): boolean;
  close(): Promise<void>;
}

export interface FakeServerOptions {
  /** Where the log stands; made in the temporary folder, and removed at the end, when absent. */
  data?: string;
  redisUrl?: string;
  env?: Record<string, string>;
  keep?: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function fakeServer(options: FakeServerOptions = {}): Promise<FakeServer> {
  const data = options.data ?? mkdtempSync(path.join(os.tmpdir(), 'belfry-server-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  let output = '';
  let died = false;
  const end = () => void child?.kill('SIGKILL');
  process.on('exit', end);

  async function start(): Promise<void> {
    const env = {
      ...process.env,
      BELFRY_DEMO: '1',
      BELFRY_DATA: data,
      BELFRY_PORT: String(port),
      BELFRY_REDIS_URL: options.redisUrl ?? '',
      ...options.env,
    };
    const args = ['--disable-warning=ExperimentalWarning', 'server/main.ts'];
    const started = spawn(process.execPath, args, { cwd: root, env, stdio: 'pipe' });
    child = started;
    await new Promise<void>((resolve, reject) => {
      const hear = (text: Buffer) => {
        output = (output + text.toString()).slice(-(options.keep ?? 4_000));
        if (output.includes(`"listening"`) || text.includes('Belfry  http')) resolve();
      };
      output = '';
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.once('exit', (code, signal) => {
        if (child === started) died = true;
        if (signal === 'SIGKILL') resolve();
        else reject(new Error(`the server ended with ${code}: ${output}`));
      });
    });
  }

  async function finish(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    const late = setTimeout(() => running.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(late);
  }

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    data,
    pid: () => child!.pid!,
    start,
    kill: () => finish('SIGKILL'),
    stop: () => finish('SIGTERM'),
    signal: (name) => void child?.kill(name),
    output: () => output,
    died: () => died,
    async close() {
      await finish('SIGTERM');
      process.off('exit', end);
      if (!options.data) rmSync(data, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
