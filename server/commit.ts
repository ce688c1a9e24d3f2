import { createHash } from 'node:crypto';
import type { Entry } from '../shared/entry.ts';
import { refuse } from '../shared/refusal.ts';
import { draft, type Waiting } from './draft.ts';
import { LogUnavailable, type Appended, type Log } from './log/log.ts';
import { step, type Job, type Model, type Outcome, type Standing } from './model.ts';
import { restore } from './restore.ts';

/**
 * The only writer of a space in this process. Decides waiting commands on the exact current state,
 * writes them as one group, and only when the log says durable: changes the state, answers, and
 * hands the entries on. Knows no subject: what to decide comes with the job, how to fold with the model.
 */
export interface Commit<State> {
  readonly space: string;
  submit(job: Job<State>): Promise<Outcome>;
  /** The durable state, its number, and a fingerprint of the log up to it. */
  now(): Standing<State>;
  onApplied(listener: (entries: readonly Entry[]) => void): void;
  /** The log answered within two seconds: what `now` says is current. */
  fresh(): boolean;
  waiting(): number;
  close(): Promise<void>;
}

export interface CommitOptions<State> {
  log: Log;
  space: string;
  model: Model<State>;
  now?: () => Date;
  /** Entries between two snapshots for the next cold start. */
  snapshotEvery?: number;
  warn?: (message: string, error?: unknown) => void;
  onAppend?: (entries: number, seconds: number) => void;
}

const GROUP = 256;
const QUEUE = 50_000;
const PATIENCE = 3_000;
const CHUNK = 5_000;

/** A fingerprint that tells nothing of the content, but differs when the log is another. */
export const markOf = (hash: string): string =>
  createHash('sha256').update('mark').update(hash).digest('hex').slice(0, 16);

export async function openCommit<State>(options: CommitOptions<State>): Promise<Commit<State>> {
  const { log, space, model } = options;
  const clock = options.now ?? (() => new Date());
  const warn = options.warn ?? (() => {});
  const every = options.snapshotEvery ?? 20_000;
  const listeners: ((entries: readonly Entry[]) => void)[] = [];
  const restored = await restore(log, space, model);
  let { standing } = restored;
  // Not where we stand now: a server that is killed often would fold its whole log every time.
  let snapshotAt = restored.from;
  let queue: Waiting<State>[] = [];
  let running = false;
  let closing = false;

  if (standing.seq - snapshotAt >= every) void snapshot();

  const tail = log.tail(space, standing.seq, (entries) => apply(entries));

  /** Folds entries that are durable and not yet folded, whoever wrote them. */
  function apply(entries: readonly Entry[], known?: Standing<State>): void {
    const fresh = entries.filter((entry) => entry.seq > standing.seq);
    if (fresh.length === 0) return;
    if (fresh[0]!.seq !== standing.seq + 1) return void catchUp().catch(() => {});
    standing =
      known && fresh.length === entries.length ? known : fresh.reduce(step(model), standing);
    for (const listener of listeners) listener(fresh);
    if (standing.seq - snapshotAt >= every) void snapshot();
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const entries = await log.read(space, standing.seq, CHUNK);
      if (entries.length === 0) return;
      apply(entries);
    }
  }

  async function snapshot(): Promise<void> {
    const { seq, hash, state } = standing;
    snapshotAt = seq;
    try {
      const text = model.toText(state);
      await log.saveSnapshot(space, { seq, hash, shape: model.shape, state: text });
    } catch (error) {
      warn('snapshot not saved', error);
    }
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      while (queue.length > 0) {
        const group = queue.slice(0, GROUP);
        queue = queue.slice(GROUP);
        await settle(group);
      }
    } finally {
      running = false;
    }
  }

  /** Answers every job of a group; tries again as long as the log is busy with others. */
  async function settle(group: Waiting<State>[]): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    let open = group;
    while (open.length > 0) {
      const plan = draft(open, standing, clock(), model, warn);
      let appended: Appended;
      try {
        // Whoever is refused, or changes nothing, may be one who was heard before: look first.
        open = await answerKnown(plan.silent, open);
        if (plan.silent.some((job) => !open.includes(job))) continue;
        const begun = performance.now();
        appended =
          plan.entries.length === 0
            ? { ok: true }
            : await log.append(space, plan.before, plan.entries);
        options.onAppend?.(plan.entries.length, (performance.now() - begun) / 1_000);
      } catch (error) {
        if (!(error instanceof LogUnavailable)) warn('log failed', error);
        appended = { ok: false, reason: 'unavailable', message: String(error) };
      }
      if (appended.ok) {
        if (plan.entries.length > 0) apply(plan.entries, plan.after);
        for (const { job, outcome } of plan.answers) job.answer(outcome);
        return;
      }
      if (appended.reason === 'full') {
        warn(`log full: ${appended.message}`);
        for (const job of open) job.answer({ ok: false, refusal: refuse('log-full') });
        return;
      }
      try {
        if (appended.reason === 'unavailable') await pause(100);
        await catchUp();
        open = await answerKnown(open, open);
      } catch {
        // Still out of reach.
      }
      if (appended.reason === 'unavailable' && performance.now() > deadline) {
        for (const job of open) job.answer({ ok: false, refusal: refuse('log-unavailable') });
        return;
      }
    }
  }

  /** Answers those whose command id is in the log already with their first result; returns the others. */
  async function answerKnown(
    asked: readonly Waiting<State>[],
    open: Waiting<State>[],
  ): Promise<Waiting<State>[]> {
    if (asked.length === 0) return open;
    const found = await log.find(space, [...new Set(asked.map((job) => job.id))]);
    if (found.size === 0) return open;
    for (const job of open) {
      const seq = found.get(job.id);
      if (seq === undefined) continue;
      const [entry] = await log.read(space, seq - 1, 1);
      const same = entry?.command.type === job.type && entry.actor.id === job.actor.id;
      if (entry && standing.seq < seq) await catchUp();
      job.answer(
        same ? { ok: true, seq, entry } : { ok: false, refusal: refuse('command-id-taken', 'id') },
      );
    }
    return open.filter((job) => !found.has(job.id));
  }

  return {
    space,
    submit(job) {
      return new Promise((answer) => {
        if (closing || queue.length >= QUEUE)
          return answer({ ok: false, refusal: refuse(closing ? 'log-unavailable' : 'busy') });
        queue.push({ ...job, answer });
        // The next turn of the loop: whatever arrives in this one shares one write to disk.
        if (!running) setImmediate(() => void run());
      });
    },
    now: () => standing,
    onApplied: (listener) => void listeners.push(listener),
    fresh: () => tail.fresh(),
    waiting: () => queue.length,
    async close() {
      closing = true;
      while (running || queue.length > 0) await pause(5);
      await tail.stop();
      if (standing.seq > snapshotAt) await snapshot();
    },
  };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
