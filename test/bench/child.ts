import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A helper process that is asked one thing at a time. */
export interface Child<Order, Report extends { is: string }> {
  tell(order: Order): void;
  /** The next report of this kind. */
  hear<Is extends Report['is']>(is: Is): Promise<Report & { is: Is }>;
  end(): Promise<void>;
}

export function openChild<Order, Report extends { is: string }>(
  file: string,
): Child<Order, Report> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = fork(path, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  const heard: Report[] = [];
  let wake = () => {};
  child.on('message', (report: Report) => {
    heard.push(report);
    wake();
  });
  const end = () => void child.kill('SIGKILL');
  process.on('exit', end);
  return {
    tell: (order) => void child.send(order as object),
    async hear(is) {
      for (;;) {
        const at = heard.findIndex((one) => one.is === is);
        if (at >= 0) return heard.splice(at, 1)[0] as never;
        if (child.exitCode !== null) throw new Error(`${file} ended`);
        await new Promise<void>((next) => {
          wake = next;
          child.once('exit', () => next());
        });
      }
    },
    async end() {
      process.off('exit', end);
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
