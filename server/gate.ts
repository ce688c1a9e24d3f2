import { checkCommand, type Issue } from '../shared/command.ts';
import type { Event } from '../shared/entry.ts';
import { refuse, type Refusal } from '../shared/refusal.ts';
import type { State } from '../shared/folds.ts';
import { decide } from '../shared/registry.ts';
import { isCleared, mayDo, redactEntry } from '../shared/role.ts';
import type { AnyCommand, Context, Plan } from '../shared/subject.ts';
import type { Who } from './auth/auth.ts';
import type { Commit } from './commit.ts';
import { CLOSED, type Reveal } from './reveal.ts';

/**
 * The one door for everything that wants to happen, from a console, a machine or a feed: is it well
 * formed, may this role do it, and what did it lead to, redacted for the sender.
 */
export type Passed =
  /** `changed`: it left an entry, though its sender may see nothing of it. */
  | { ok: true; seq: number; changed: boolean; events: readonly Event[] }
  | { ok: false; refusal: Refusal; issues: readonly Issue[] };

export interface Gate {
  /** Whether this sender may know of the space at all. */
  space(name: string, who: Who): Commit<State> | undefined;
  submit(who: Who, space: string, input: unknown): Promise<Passed>;
  /** For commands that our own adapters made from feeds: checked by them against the same schema. */
  submitChecked(who: Who, space: string, command: AnyCommand): Promise<Passed>;
}

export interface GateOptions {
  spaces: ReadonlyMap<string, Commit<State>>;
  /** Asked at each decision: the plan of the region may change while the server runs. */
  plan: () => Plan;
  onCommand?: (type: string, code: string) => void;
  reveal?: Reveal;
}

export function openGate({ spaces, plan, onCommand, reveal = CLOSED }: GateOptions): Gate {
  async function submitChecked(who: Who, space: string, command: AnyCommand): Promise<Passed> {
    const commit = spaces.get(space);
    if (!commit) return refused(refuse('space-unknown'));
    if (!mayDo(who.role, command.type)) return refused(refuse('forbidden', 'type'));
    const { actor, view } = who;
    const outcome = await commit.submit({
      id: command.id,
      type: command.type,
      actor,
      decide(state, at) {
        const sees: Context['sees'] = (thing) =>
          thing !== undefined && isCleared(view, thing.restrictions);
        return decide(state, command, { at, actor, sees, plan: plan() });
      },
    });
    onCommand?.(command.type, outcome.ok ? 'ok' : outcome.refusal.code);
    if (!outcome.ok) return refused(outcome.refusal);
    const events = outcome.entry ? reveal.events(redactEntry(view, outcome.entry).events) : [];
    return { ok: true, seq: outcome.seq, changed: outcome.entry !== undefined, events };
  }

  return {
    space: (name) => spaces.get(name),
    submitChecked,
    async submit(who, space, input) {
      const checked = checkCommand(input);
      if (checked.ok) return submitChecked(who, space, checked.command);
      onCommand?.('-', checked.refusal.code);
      return { ok: false, refusal: checked.refusal, issues: checked.issues };
    },
  };
}

const refused = (refusal: Refusal): Passed => ({ ok: false, refusal, issues: [] });
