import { planInForce } from './plan.ts';
import { v7 as uuid } from 'uuid';
import { create } from 'zustand';
import { isPassing, type RefusalCode } from '../shared/refusal.ts';
import type { State } from '../shared/folds.ts';
import type { decide as Decide } from '../shared/registry.ts';
import { reduce } from '../shared/reduce.ts';
import { isCleared, viewOf } from '../shared/role.ts';
import type { AnyCommand, Context } from '../shared/subject.ts';
import { currentLang } from './i18n/lang.ts';
import type { Link } from './link.ts';
import { clearanceByKind } from '../shared/geo/clearance.ts';
import { useSession, type Me } from './session.ts';
import { replay, setOverlay, usePicture } from './store.ts';

/**
 * The one road back. A command is written to the outbox (localStorage: survives a reload, a crash
 * and a closed tab), shown at once over the confirmed state, and sent when the link is up; in the
 * order typed, once each: the server knows the ids it has had.
 */
export interface Waiting extends AnyCommand {
  /** When it was typed, ISO 8601. */
  at: string;
  /** The server has it as this entry: kept only until that entry is shown. */
  seq?: number;
  /** Refused for good: kept until the person has read why, so that no typed text is lost. */
  refused?: { code: string; message: string };
}

export const useOutbox = create<{ waiting: readonly Waiting[] }>()(() => ({ waiting: [] }));

const OUTBOX = 'belfry.outbox';
let prefix = '';
let post: Link['send'] | undefined;
let sending = false;

/** Opens this person's outbox of a space: takes up what an earlier page left. `send` is the link's. */
export function openOutbox(space: string, me: Me, send: NonNullable<typeof post>): void {
  prefix = `${OUTBOX}.${me.person.id}.${space}.`;
  post = send;
  const kept = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as Waiting | null)
    .filter((waiting) => waiting !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  useOutbox.setState({ waiting: kept });
  setOverlay((confirmed) => overlay(confirmed, me));
  if (!decide) void fetchDecide();
  void flush();
}

/** Sends a command; returns its id, which is also the id of what it makes. */
export function send(type: string, data: Record<string, unknown>): string {
  const waiting: Waiting = { id: uuid(), type, data, at: new Date().toISOString() };
  put([...useOutbox.getState().waiting, waiting]);
  keep(waiting);
  replay();
  void flush();
  return waiting.id;
}

/** The person has read the refusal. */
export function forget(id: string): void {
  localStorage.removeItem(prefix + id);
  put(useOutbox.getState().waiting.filter((one) => one.id !== id));
  replay();
}

const put = (waiting: readonly Waiting[]): void => useOutbox.setState({ waiting });

function keep(waiting: Waiting): void {
  try {
    localStorage.setItem(prefix + waiting.id, JSON.stringify(waiting));
  } catch {
    // Storage full or forbidden: it still is sent from memory.
  }
}

function update(id: string, patch: Partial<Waiting>): void {
  put(useOutbox.getState().waiting.map((one) => (one.id === id ? { ...one, ...patch } : one)));
}

/** Sends what waits, one after the other. Called when the link has joined and after every `send`. */
export async function flush(): Promise<void> {
  if (sending || !post) return;
  sending = true;
  try {
    for (let next = first(); next && usePicture.getState().link === 'joined'; next = first()) {
      const { id, type, data } = next;
      const answer = await post({
        command: { id, type, data: data as Record<string, unknown> },
        lang: currentLang(),
      });
      if (answer.ok) {
        localStorage.removeItem(prefix + id);
        update(id, { seq: answer.seq });
        settle();
      } else if (isPassing(answer.code as RefusalCode) || answer.code === 'signed-out') {
        setTimeout(() => void flush(), 2_000);
        return;
      } else {
        const refused = { code: answer.code, message: answer.message };
        update(id, { refused });
        keep({ ...next, refused });
        replay();
      }
    }
  } catch {
    // No answer in time, or the link broke: it stays first in the row.
    setTimeout(() => void flush(), 1_000);
  } finally {
    sending = false;
  }
}

const first = () =>
  useOutbox.getState().waiting.find((one) => one.seq === undefined && !one.refused);

/** Drops what the picture shows as confirmed by now. */
function settle(): void {
  const { seq } = usePicture.getState();
  const { waiting } = useOutbox.getState();
  const left = waiting.filter((one) => one.seq === undefined || one.seq > seq);
  if (left.length < waiting.length) {
    put(left);
    replay();
  }
}
usePicture.subscribe((picture) => picture.seq, settle);

/** What is decided comes after the first picture; until then, what waits is in the outbox only. */
let decide: typeof Decide | undefined;
async function fetchDecide(): Promise<void> {
  try {
    ({ decide } = await import('../shared/registry.ts'));
    replay();
  } catch {
    // The server is away: again, until it comes.
    setTimeout(() => void fetchDecide(), 1_000);
  }
}

/** The confirmed state with the waiting commands decided and folded on top. */
function overlay(confirmed: State, me: Me): State {
  const judge = decide;
  if (!judge) return confirmed;
  const { waiting } = useOutbox.getState();
  const { seq } = usePicture.getState();
  const view = viewOf(me.rights);
  const { settings } = useSession.getState();
  return waiting
    .filter((one) => !one.refused && (one.seq === undefined || one.seq > seq))
    .reduce((state, command) => {
      const actor = { id: me.person.id, name: me.person.name, role: me.role };
      const context: Context = {
        at: command.at,
        actor,
        sees: (thing) => thing !== undefined && isCleared(view, thing.restrictions),
        plan: {
          incidentTypes: settings?.incidentTypes.map((type) => type.id) ?? [],
          restrictions: Object.keys(settings?.restrictions ?? {}),
          clearances: clearanceByKind(settings?.layers ?? []),
          crisis: planInForce(),
        },
      };
      const decision = judge(state, command, context);
      if (!decision.ok) return state;
      const { id, type } = command;
      const events = decision.events;
      return reduce(state, {
        seq: seq + 1,
        at: command.at,
        actor,
        command: { id, type },
        events: [...events],
      });
    }, confirmed);
}
