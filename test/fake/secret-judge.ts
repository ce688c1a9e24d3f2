import type { State } from '../../shared/folds.ts';
import { roles } from '../given.ts';
import { aliasOf, ownerOf, type Owner, type Subject } from './secret-work.ts';
import type { Work } from './work.ts';

/**
 * Knows which role may know what, from the whole state alone: every text that is sent in carries a
 * needle (`needle-7-end`), every thing a telling id (`thing-7-end`), and who ever saw a thing may know
 * both. What stamps and redaction say is not asked: they are under test.
 */
export interface SecretJudge {
  /** A command is about to be sent: its needles belong to the thing that it is about. */
  own(work: Work, id: string, actor: string): void;
  /** Whoever sees a thing in this state may know its id, and all that was ever written of it. */
  learn(state: State): void;
  /** Names everything in what was sent to this role that it may not know. */
  search(role: string, what: string, sent: unknown): string[];
}

type Row = {
  restrictions?: readonly string[] | undefined;
  order?: { entry: string } | undefined;
};
const TABLES = {
  incident: 'incidents',
  report: 'reports',
  journal: 'entries',
  perimeter: 'perimeters',
  camera: 'requests',
  task: 'runs',
  alarm: 'alarms',
  channel: 'channels',
  measure: 'actions',
  phase: 'phases',
  post: 'posts',
  threat: 'threats',
  shift: 'handOvers',
  directory: 'contacts',
  anpr: 'alerts',
} as const;
const NEEDLE = /(?:needle|thing)-\d+-end/g;

export function tableOf(state: State, subject: Subject): ReadonlyMap<string, Row> {
  if (subject === 'measure') {
    const { actions, indicators, rehearsals } = state.measure;
    const all: Iterable<readonly [string, object]> = [...actions, ...indicators, ...rehearsals];
    return new Map(all);
  }
  if (subject === 'anpr') {
    const { alerts, lists } = state.anpr;
    const named = alerts
      .valueSeq()
      .map((row) => [aliasOf(row.list, row.entry, row.restrictions), row] as const);
    const all: Iterable<readonly [string, object]> = [...named, ...alerts, ...lists];
    return new Map(all);
  }
  if (subject === 'directory') {
    const { organisations, contacts, duties } = state.directory;
    const all: Iterable<readonly [string, object]> = [...organisations, ...contacts, ...duties];
    return new Map(all);
  }
  if (subject === 'post') {
    const { posts, seats, meetings } = state.post;
    const all: Iterable<readonly [string, object]> = [...posts, ...seats, ...meetings];
    return new Map(all);
  }
  const tables: Record<string, unknown> = state[subject];
  return tables[TABLES[subject]] as ReadonlyMap<string, Row>;
}

/** From the row itself: its subject is sent, and all restrictions on it are cleared. */
export function mayKnow(name: string, subject: Subject, row: Row | undefined): boolean {
  const role = roles[name]!;
  const needed = row?.restrictions ?? [];
  return (
    row !== undefined &&
    role.sees.includes(subject) &&
    needed.every((one) => role.cleared.includes(one))
  );
}

export function openSecretJudge(): SecretJudge {
  const may = new Map(Object.keys(roles).map((name) => [name, new Set<string>()]));
  const owners = new Map<string, Owner>();
  return {
    own(work, id, actor) {
      for (const needle of JSON.stringify(work.data).match(/needle-\d+-end/g) ?? [])
        owners.set(needle, ownerOf(work, id, actor));
      // It may join another one, and its own id is then nothing but a command's.
      if (work.type === 'anpr.raise') {
        const { cleared: _cleared, ...owner } = ownerOf(work, id, actor);
        owners.set(id, owner);
      }
    },
    learn(state) {
      for (const [name, known] of may) {
        for (const subject of Object.keys(TABLES) as Subject[])
          for (const [id, row] of tableOf(state, subject))
            if (mayKnow(name, subject, row)) {
              known.add(id);
              // Under which number it was ordered is a perimeter's own fact; what was ordered is not.
              if (row.order) known.add(row.order.entry);
            }
        for (const [needle, { subject, id, cleared }] of owners)
          if (
            (cleared === undefined || roles[name]!.cleared.includes(cleared)) &&
            mayKnow(name, subject, tableOf(state, subject).get(id))
          )
            known.add(needle);
      }
    },
    search(name, what, sent) {
      const text = typeof sent === 'string' ? sent : JSON.stringify(sent);
      const found = [...new Set(text.match(NEEDLE))].filter((one) => !may.get(name)!.has(one));
      const wrong = found.map((one) => `${what} for ${name} has ${one}`);
      if (!roles[name]!.cleared.includes('personal') && /"contact":"\+|555 01 23/.test(text))
        wrong.push(`${what} for ${name} has a contact`);
      if (!roles[name]!.cleared.includes('plate') && text.includes('Zegel'))
        wrong.push(`${what} for ${name} has a plate`);
      return wrong;
    },
  };
}
