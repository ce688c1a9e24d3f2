import { CRISIS } from './plan.ts';
import type { State } from '../../shared/folds.ts';
import { isCleared, mayDo, viewOf } from '../../shared/role.ts';
import type { Role } from '../../shared/roles.ts';
import { CHANNELS, REASONS } from '../../shared/subject/report/schema.ts';
import { INVOLVEMENTS } from '../../shared/subject/incident/schema.ts';
import { KINDS } from '../../shared/subject/journal/schema.ts';
import { OUTCOMES } from '../../shared/subject/alarm/outcome.ts';
import { people } from '../../shared/subject/alarm/rule.ts';
import type { Alarm } from '../../shared/subject/alarm/schema.ts';
import type { Table } from '../../shared/subject.ts';
import { PLATE_WORK } from './plates.ts';
import type { Random } from './random.ts';

/** What people of the crisis room do, by chance: a command that makes sense on what they see. */
export interface Worker {
  id: string;
  name: string;
  role: Role;
  /** Who else works here. */
  people: readonly { id: string; name: string }[];
  /** Things kept on the working screens; beyond, supervisors archive. */
  keep?: number;
}
export interface Work {
  type: string;
  data: Record<string, unknown>;
}

/** Of the small plan of the tests, and one that it does not have. */
const MEASURES = ['M10.2', 'M10.6', 'M10.8', 'M1.1'];

const TYPES = ['fire', 'accident', 'flood', 'tunnel', 'other'];

/** Undefined when this worker has nothing to do or may do nothing. `needle` marks the texts. */
export function makeWork(
  random: Random,
  state: State,
  worker: Worker,
  needle: string,
): Work | undefined {
  const { role } = worker;
  const may = Object.keys(WORK).filter((type) => mayDo(role, type));
  for (let tries = 0; tries < 4 && may.length > 0; tries++) {
    const type = weighted(random, may);
    const data = WORK[type]!({ random, state, worker, needle });
    if (data) return { type, data };
  }
  return undefined;
}

type Maker = (at: {
  random: Random;
  state: State;
  worker: Worker;
  needle: string;
}) => Record<string, unknown> | undefined;

/**
 * What is done most is writing; half of the rest is about incidents and reports, and of what is left each
 * subject has its share, however many subjects and commands there are.
 */
function weighted(random: Random, may: readonly string[]): string {
  if (random.chance(0.2) && may.includes('journal.write')) return 'journal.write';
  // Few may judge plates, and much must come together before anything follows.
  const plates = may.filter((type) => type.startsWith('anpr.'));
  if (plates.length > 0 && random.chance(0.1)) return random.pick(plates);
  const core = may.filter((type) => /^(report|incident)\./.test(type));
  if (random.chance(0.5) && core.length > 0) return random.pick(core);
  const rest = may.filter((type) => !plates.includes(type));
  const subject = random.pick([...new Set(rest.map((type) => type.split('.')[0]!))]);
  return random.pick(may.filter((type) => type.startsWith(`${subject}.`)));
}

function row<Row extends object>(random: Random, table: Table<Row>): Row | undefined {
  return table.size === 0 ? undefined : table.valueSeq().get(random.int(0, table.size));
}

const site = (random: Random): string => random.pick(CRISIS.sites).id;

const place = (random: Random) => ({
  point: [4.25 + random() * 0.25, 50.78 + random() * 0.12],
  text: 'Kanaal / Canal',
});

/** Restrictions that this worker may put on a thing. */
const restriction = (random: Random, worker: Worker): string | undefined => {
  const mine = ['police', 'medical'].filter((one) => isCleared(viewOf(worker.role), [one]));
  return mine.length > 0 && random.chance(0.2) ? random.pick(mine) : undefined;
};

/** A command about a random incident, which need not be in a state that allows it. */
const about =
  (more: (random: Random, worker: Worker, needle: string, state: State) => object): Maker =>
  ({ random, state, worker, needle }) => {
    const incident = row(random, state.incident.incidents);
    return incident && { incident: incident.id, ...more(random, worker, needle, state) };
  };

const circle = (random: Random) => ({
  form: 'circle',
  center: [4.25 + random() * 0.25, 50.78 + random() * 0.12],
  radius: random.int(20, 800),
});

/** A command about a random perimeter, which need not stand any more. */
const perimeter =
  (more: (at: Parameters<Maker>[0]) => object): Maker =>
  (at) => {
    const one = row(at.random, at.state.perimeter.perimeters);
    return one && { perimeter: one.id, ...more(at) };
  };

/** A command about a random step of a random run, which need not be open any more. */
const ofStep =
  (more: (at: Parameters<Maker>[0], state: string) => object | undefined): Maker =>
  (at) => {
    const run = row(at.random, at.state.task.runs);
    const [step, one] = run ? (at.random.pick(Object.entries(run.tasks)) ?? []) : [];
    const data = one && more(at, one.state);
    return run && data && { run: run.id, step, ...data };
  };

/** Whoever decides, where the directory knows nobody or the mayor of the tests. */
const decider = (state: State) =>
  state.directory.contacts.has('mayor') ? { contact: 'mayor' } : { name: 'An Lindeboom' };

/** A command about a random meeting, which may be over. */
const meeting =
  (more: (at: Parameters<Maker>[0]) => object): Maker =>
  (at) => {
    const one = row(at.random, at.state.post.meetings);
    return one && { meeting: one.id, ...more(at) };
  };

/** One line: about an incident or an order that the giver sees, or about nothing. */
function line({ random, state, needle }: Parameters<Maker>[0]) {
  const entry = row(random, state.journal.entries);
  if (entry?.kind === 'order' && random.chance(0.5))
    return {
      ...{ kind: 'order', about: entry.id, text: `Bevel ${needle}` },
      ...(entry.incident === undefined ? {} : { incident: entry.incident }),
    };
  const incident = row(random, state.incident.incidents);
  return incident && random.chance(0.7)
    ? { kind: 'incident', about: incident.id, incident: incident.id, text: `Stand ${needle}` }
    : { kind: 'note', text: `Sleutel ${needle}` };
}

/** A command about a hand-over, settled or not. */
const handOver =
  (more: (at: Parameters<Maker>[0], id: string) => object | undefined): Maker =>
  (at) => {
    const one = row(at.random, at.state.shift.handOvers);
    const data = one && more(at, one.id);
    return data && { shift: one.id, ...data };
  };

/** A command about a random alarm, and one of its people. */
const alarm =
  (more: (at: Parameters<Maker>[0], row: Alarm, contact: string) => object | undefined): Maker =>
  (at) => {
    const one = row(at.random, at.state.alarm.alarms);
    const all = one ? people(one) : [];
    const data = one && all.length > 0 && more(at, one, at.random.pick(all).contact);
    return data ? { alarm: one.id, ...data } : undefined;
  };
/** The same about one of its requests. */
const request = (more: (at: Parameters<Maker>[0], row: Alarm, key: string) => object): Maker =>
  alarm((at, one) => {
    const keys = Object.keys(one.requests);
    if (keys.length === 0) return undefined;
    const key = at.random.pick(keys);
    return { request: key, ...more(at, one, key) };
  });

const WORK: Record<string, Maker> = {
  ...PLATE_WORK,
  'phase.declare': (at) =>
    at.random.chance(0.25)
      ? about((random, _worker, needle, state) => {
          const high = random.chance(0.3);
          return {
            ...{ phase: high ? 'provincial' : 'municipal', parameters: ['extent'] },
            function: high ? 'high-official' : 'mayor',
            decider: high ? { name: 'Rosa Kersentuin' } : decider(state),
            ...(high ? {} : { municipality: 'elsene' }),
            reason: `Ontruiming ${needle}`,
          };
        })(at)
      : undefined,
  'phase.lift': ({ random, state, needle }) => {
    const standing = state.phase.phases.filter(({ lifted }) => !lifted || random.chance(0.1));
    const one = row(random, standing);
    return (
      one && {
        ...{ phase: one.id, function: one.by.function, reason: `Meester ${needle}` },
        decider: one.by.contact ? { contact: one.by.contact } : { name: one.by.name },
      }
    );
  },
  'post.place': about((random, _worker, needle) => ({
    text: `Plein ${needle}`,
    ...(random.chance(0.5) ? { point: place(random).point } : {}),
  })),
  'post.lead': about((_random, _worker, needle) => ({ name: `Kapitein ${needle}` })),
  'post.seat': about((random, _worker, needle) => ({
    ...{ body: random.pick(['CC-GEM', 'CC-PROV']), seat: random.pick(['D1', 'authority']) },
    name: `Lid ${needle}`,
  })),
  'post.unseat': ({ random, state }) => {
    const seat = row(random, state.post.seats);
    return seat && { seat: seat.id };
  },
  'post.meet': about((random, _worker, needle) => ({
    ...{ body: random.pick(['CC-GEM', 'CP-OPS']), at: '2036-01-01T00:00:00.000Z' },
    where: `Zaal ${needle}`,
  })),
  'post.adjourn': meeting(({ random, needle }) => ({
    ...{ at: `2036-01-0${random.int(1, 9)}T00:00:00.000Z`, reason: `Later ${needle}` },
  })),
  'post.cancel': meeting(({ needle }) => ({ reason: `Niet nodig ${needle}` })),
  'post.hold': meeting(({ needle }) => ({ note: `Besloten ${needle}` })),
  'post.talk': about((random, _worker, needle) => ({
    ...{ group: `Groep ${random.int(0, 9)}`, use: `Leiding ${needle}` },
  })),
  'post.mute': ({ random, state }) => {
    const post = row(random, state.post.posts);
    const group = post?.groups[0]?.name;
    return post && group !== undefined ? { incident: post.incident, group } : undefined;
  },
  'threat.set': ({ random, needle }) => ({
    ...{ level: random.int(1, 5), start: '2026-01-01T00:00:00.000Z', source: `OCAD ${needle}` },
    scope: { kind: random.pick(['country', 'region']) },
  }),
  'threat.end': ({ random, state, needle }) => {
    const threat = row(random, state.threat.threats);
    return threat && { threat: threat.id, reason: `Voorbij ${needle}` };
  },
  'shift.handOver': (at) => ({ to: at.random.pick(at.worker.people), items: [line(at)] }),
  'shift.read': ({ random, state }) => {
    const item = row(random, state.shift.items);
    return item && { shift: item.shift, item: item.id };
  },
  'shift.accept': handOver(() => ({})),
  'shift.redirect': handOver(({ random, worker }) =>
    random.chance(0.3) ? { to: random.pick(worker.people) } : undefined,
  ),
  'shift.takeBack': handOver(({ random, needle }) =>
    random.chance(0.3) ? { reason: `Fout ${needle}` } : undefined,
  ),
  'alarm.start': (at) =>
    at.state.alarm.alarms.size > 2 * (at.worker.keep ?? 100)
      ? undefined
      : about((random, _worker, needle) => ({
          functions: random.pick([
            ['mayor'],
            ['zone-chief', 'mayor'],
            ['mayor', 'zone-chief', 'mobiris'],
          ]),
          need: random.pick([1, 2, 'all']),
          message: { nl: `Kom ${needle}`, fr: `Venez ${needle}` },
        }))(at),
  'alarm.try': alarm(({ random, needle }, _row, contact) => ({
    ...{ contact, channel: random.pick(['phone', 'radio']), outcome: random.pick(OUTCOMES) },
    note: `Zei ${needle}`,
  })),
  'alarm.resend': alarm(({ random }, _row, contact) => ({ contact, way: random.int(0, 3) })),
  'alarm.carry': request((_at, one, key) => ({
    attempt: (one.requests[key]!.carried?.attempt ?? 0) + 1,
  })),
  'alarm.tell': request(({ random }) => ({
    what: random.pick(['sent', 'failed', 'yes', 'no']),
    ...{ reason: 'timeout', via: 'link' },
  })),
  'alarm.advance': alarm((_at, { called }) => ({ called, early: true })),
  'alarm.stop': alarm(({ random, needle }) =>
    random.chance(0.3) ? { reason: `Genoeg ${needle}` } : undefined,
  ),
  'channel.test': ({ random }) => ({
    ...{ channel: random.pick(['phone', 'radio', 'sms']), ok: random.chance(0.7) },
  }),
  'channel.set': ({ random }) => ({
    channel: random.pick(['phone', 'radio', 'sms', 'mail']),
    ...{ health: random.pick(['ok', 'ok', 'failing', 'dead']), reason: 'Mast' },
  }),
  'channel.probe': ({ random }) => ({
    channel: random.pick(['sms', 'mail']),
    address: '+32 2 555 01 23',
  }),
  'channel.carry': ({ random, state }) => {
    const one = row(random, state.channel.channels);
    return one?.probe && { channel: one.id, probe: one.probe.id };
  },
  'channel.tell': ({ random, state }) => {
    const probe = state.channel.channels.get('mail')?.probe?.id;
    return { channel: 'mail', ok: random.chance(0.6), ...(probe ? { probe } : {}) };
  },
  'incident.open': ({ random, state, worker, needle }) => {
    if (state.incident.incidents.size > (worker.keep ?? 100)) return undefined;
    const own = restriction(random, worker);
    const report = random.chance(0.4) ? row(random, state.report.reports) : undefined;
    return {
      type: random.pick(TYPES),
      title: `Rook in de tunnel ${needle}`,
      priority: random.int(1, 5),
      ...(random.chance(0.5) ? { place: place(random) } : {}),
      ...(report ? { report: report.id } : {}),
      ...(own ? { restrictions: [own] } : {}),
    };
  },
  'report.file': ({ random, needle }) => ({
    priority: random.int(1, 5),
    text: `Beller meldt vlammen ${needle}`,
    channel: random.pick(CHANNELS),
    ...(random.chance(0.5) ? { contact: '+32 2 555 01 23' } : {}),
    ...(random.chance(0.5) ? { place: place(random) } : {}),
  }),
  'report.dismiss': ({ random, state, needle }) => {
    const report = row(random, state.report.reports);
    return report && { report: report.id, reason: random.pick(REASONS), note: needle };
  },
  'report.reopen': ({ random, state }) => {
    const report = row(random, state.report.reports);
    return report && random.chance(0.3) ? { report: report.id } : undefined;
  },
  'report.archive': ({ random, state, worker }) => {
    if (state.report.reports.size < (worker.keep ?? 100)) return undefined;
    const settled = state.report.reports.valueSeq().filter((one) => one.status !== 'new');
    const reports = settled.take(random.int(1, 40)).map((one) => one.id);
    return reports.isEmpty() ? undefined : { reports: reports.toArray() };
  },
  'incident.merge': about((random, _worker, _needle, state) => ({
    report: row(random, state.report.reports)?.id ?? 'none',
  })),
  'incident.retitle': about((_random, _worker, needle) => ({ title: `Grote brand ${needle}` })),
  'incident.retype': about((random) => ({ type: random.pick(TYPES) })),
  'incident.prioritise': about((random) => ({ priority: random.int(1, 5) })),
  'incident.locate': about((random) => ({ place: place(random) })),
  'incident.progress': about((random) => ({
    status: random.pick(['open', 'active', 'controlled']),
  })),
  'incident.involve': about((random) => ({
    discipline: random.pick(['D1', 'D2', 'D3', 'D4', 'D5']),
    involvement: random.pick(INVOLVEMENTS),
  })),
  'incident.assign': about((random, worker) =>
    random.chance(0.8) ? { to: random.pick(worker.people) } : {},
  ),
  'incident.handOver': about((random, worker, needle) => ({
    to: random.pick(worker.people),
    note: `Aflossing ${needle}`,
  })),
  'incident.accept': about(() => ({})),
  'incident.link': about((random, _worker, _needle, state) => ({
    other: row(random, state.incident.incidents)?.id ?? 'none',
  })),
  'incident.unlink': ({ random, state }) => {
    const link = row(random, state.incident.links);
    return link && { incident: link.a, other: link.b };
  },
  'incident.close': (at) =>
    at.random.chance(0.4)
      ? about((_random, _worker, needle) => ({ summary: `Einde ${needle}` }))(at)
      : undefined,
  'incident.reopen': ({ random, state, needle }) => {
    const closed = row(
      random,
      state.incident.incidents.filter((one) => one.status === 'closed'),
    );
    return closed && random.chance(0.6)
      ? { incident: closed.id, reason: `Heropflakkering ${needle}` }
      : undefined;
  },
  'incident.restrict': ({ random, state, worker }) => {
    const incident = row(random, state.incident.incidents);
    const own = restriction(random, worker);
    return incident && own ? { incident: incident.id, restriction: own } : undefined;
  },
  'incident.release': ({ random, state }) => {
    const restricted = state.incident.incidents.valueSeq().filter((one) => one.restrictions);
    const incident = restricted.get(random.int(0, Math.max(1, restricted.count())));
    return (
      incident && { incident: incident.id, restriction: random.pick(incident.restrictions ?? []) }
    );
  },
  'incident.archive': ({ random, state, worker }) => {
    if (state.incident.incidents.size < (worker.keep ?? 100)) return undefined;
    const closed = state.incident.incidents.valueSeq().filter((one) => one.status === 'closed');
    const incidents = closed.take(random.int(1, 20)).map((one) => one.id);
    return incidents.isEmpty() ? undefined : { incidents: incidents.toArray() };
  },
  'journal.write': ({ random, state, worker, needle }) => {
    const incident = random.chance(0.8) ? row(random, state.incident.incidents) : undefined;
    const old = random.chance(0.1) ? row(random, state.journal.entries) : undefined;
    const own = restriction(random, worker);
    return {
      kind: random.pick(KINDS),
      text: `Brandweer ter plaatse ${needle}`,
      ...(incident ? { incident: incident.id } : {}),
      ...(old && old.kind !== 'auto' ? { corrects: old.id } : {}),
      ...(own ? { restrictions: [own] } : {}),
    };
  },
  'journal.acknowledge': ({ random, state }) => {
    const entry = row(random, state.journal.entries);
    return entry?.kind === 'order' || entry?.kind === 'request'
      ? { entry: entry.id, as: random.pick(['received', 'executed']) }
      : undefined;
  },
  'journal.read': about((random, _worker, _needle, state) => ({
    upTo: row(random, state.incident.incidents)?.seq ?? random.int(0, 10),
  })),
  'journal.archive': ({ random, state, worker }) => {
    if (state.journal.entries.size < 4 * (worker.keep ?? 100)) return undefined;
    const entries = state.journal.entries.valueSeq().filter((one) => one.incident === undefined);
    const some = entries.take(random.int(1, 100)).map((one) => one.id);
    return some.isEmpty() ? undefined : { entries: some.toArray() };
  },
  'perimeter.draw': (at) =>
    at.state.perimeter.perimeters.size > 3 * (at.worker.keep ?? 100)
      ? undefined
      : about((random, _worker, needle) => ({
          kind: random.pick(['exclusion', 'isolation', 'dissuasion']),
          shape: circle(random),
          label: `Loods ${needle}`,
        }))(at),
  'perimeter.redraw': perimeter(({ random, needle }) => ({
    shape: circle(random),
    label: `Kaai ${needle}`,
  })),
  'perimeter.order': perimeter(({ needle }) => ({ to: 'PZ Noord', text: `Sluit af ${needle}` })),
  'perimeter.tally': perimeter(({ random, needle }) => ({
    people: random.int(0, 5_000),
    things: [{ id: `school-${random.int(0, 9)}`, kind: 'school', nl: needle, fr: needle }],
  })),
  'perimeter.lift': perimeter(({ needle }) => ({ reason: `Vrij ${needle}` })),
  'wind.observe': ({ random }) => ({
    ...{ station: `st-${random.int(0, 3)}`, name: 'Station', from: random.int(0, 360) },
    ...{ speed: random.int(0, 30), observed: '2026-01-01T00:00:00.000Z' },
  }),
  'site.warn': ({ random }) => ({
    ...{ colour: random.pick(['yellow', 'orange', 'red']), gust: random.int(50, 130) },
    ...{ from: '2026-01-01T00:00:00.000Z', until: '2036-01-01T00:00:00.000Z', source: 'KMI' },
  }),
  'site.endWarning': ({ state }) => ({
    warning: [...state.site.warnings.keys()][0] ?? 'none',
  }),
  'site.close': ({ random }) => ({ sites: [site(random)] }),
  'site.mark': ({ random }) => ({
    ...{ sites: [site(random)], state: random.pick(['closed', 'open']) },
  }),
  'site.inspect': ({ random }) => ({ site: site(random), safe: random.chance(0.7), by: 'Groen' }),
  'site.reopen': ({ random }) => ({ sites: [site(random)] }),
  'camera.request': about((random, _worker, needle) => ({
    ...{ camera: `cam-${random.int(0, 5)}`, name: `Camera ${needle}`, reason: `Rook ${needle}` },
  })),
  'task.start': about((random) => ({
    workflow: random.pick(['evacuation', 'fire', 'first-thirty', 'none']),
  })),
  'task.add': about((random, _worker, needle) => ({
    ...{ title: `Bel ${needle}`, owner: 'operator', within: random.int(1, 60) },
  })),
  'task.close': ofStep(({ random, needle }) => ({
    note: `Gedaan ${needle}`,
    ...(random.chance(0.3) ? { option: random.pick(['stay', 'leave']) } : {}),
  })),
  'task.skip': ofStep(({ needle }) => ({ reason: `Niet nodig ${needle}` })),
  'task.reopen': ofStep(({ needle }, state) =>
    state === 'done' || state === 'skipped' ? { reason: `Toch nodig ${needle}` } : undefined,
  ),
  'task.delegate': ofStep(({ needle }) => ({ to: `PZ ${needle}` })),
  'task.answer': about((random) =>
    random.chance(0.5)
      ? { fact: 'smoke-plume', value: random.chance(0.6) }
      : { fact: 'victims', value: random.int(0, 9) },
  ),
  'task.takeOver': ({ random, state }) => {
    const run = row(random, state.task.runs);
    return run && { run: run.id, edition: random.pick(['000000000001', '000000000002']) };
  },
  'task.note': ({ random, state }) => {
    const all = [...state.task.runs.values()].flatMap(({ id, tasks }) =>
      Object.entries(tasks).map(([step, one]) => ({ run: id, step, one })),
    );
    const late = all.filter(({ one }) => one.lapsed !== undefined || one.state === 'skipped');
    const { run, step } = late[random.int(0, late.length)] ?? {};
    return run === undefined ? undefined : { run, step };
  },
  'task.lapse': ofStep(() => ({})),
  'task.retire': ({ random, state }) => {
    const keys = state.task.editions.keySeq().take(random.int(1, 9)).toArray();
    return keys.length > 0 ? { editions: keys } : undefined;
  },
  'directory.save': ({ random, state, needle }) => {
    const kept = { keeper: `Balie ${needle}`, checked: '2026-01-01' };
    const { contacts, organisations, duties } = state.directory;
    const at = row(random, organisations);
    const whom = row(random, contacts);
    const before = random.chance(0.5) ? whom : undefined;
    if (!at || random.chance(0.2)) {
      const names = { nl: `Dienst ${needle}`, fr: needle };
      const id = random.chance(0.5) ? `service-${random.int(0, 9)}` : (at?.id ?? 'service');
      return { organisation: { id, name: names, category: 'municipality', ...kept } };
    }
    if (whom && random.chance(0.2)) {
      const weekly = { days: [random.int(1, 8)], from: '20:00', until: '08:00' };
      const id = row(random, duties)?.id ?? `duty-${random.int(0, 9)}`;
      return { duty: { id, function: 'zone-chief', contact: whom.id, weekly } };
    }
    return {
      contact: {
        ...{ id: before?.id ?? `person-${random.int(0, 20)}`, name: `An ${needle}` },
        ...{ organisation: at.id, holds: before?.holds ?? [], single: random.chance(0.3) },
        // Who sees no numbers leaves them as they are.
        ...(before && !before.ways
          ? {}
          : { ways: [{ channel: 'phone', address: `+32 2 555 ${needle}`, hours: 'always' }] }),
        ...(random.chance(0.5) ? { note: `Thuis ${needle}` } : {}),
        ...{ languages: ['nl'], ...kept },
      },
      ...(before && random.chance(0.5) ? { basedOn: before.seq } : {}),
    };
  },
  'directory.remove': ({ random, state }) => {
    const kind = random.pick(['organisation', 'contact', 'duty'] as const);
    const { organisations, contacts, duties } = state.directory;
    const table: Table<{ id: string }> = {
      organisation: organisations,
      contact: contacts,
      duty: duties,
    }[kind];
    const gone = row(random, table);
    // Whom others call stays.
    const named = gone && !/^(person|service|duty)-/.test(gone.id);
    return gone && !named && random.chance(0.3) ? { kind, id: gone.id } : undefined;
  },
  'directory.check': ({ random, state, needle }) => {
    const one = row(random, state.directory.contacts);
    return one && { kind: 'contact', ids: [one.id], keeper: `Balie ${needle}` };
  },
  'directory.import': ({ random, state, needle }) => {
    const one = row(random, state.directory.organisations);
    if (!one) return undefined;
    const { seq: _, at: __, by: ___, before: ____, ...record } = one;
    return { organisations: [{ ...record, keeper: `Balie ${needle}` }], contacts: [], duties: [] };
  },
  'directory.roster': ({ random, state }) => {
    const whom = row(random, state.directory.contacts);
    const gone = row(random, state.directory.duties);
    const from = `2026-03-0${random.int(1, 9)}T08:00:00.000Z`;
    const duty = { id: `duty-${random.int(10, 20)}`, function: 'mobiris', contact: whom?.id };
    const duties = whom ? [{ ...duty, from, until: from.replace('T08', 'T18') }] : [];
    const remove = gone && random.chance(0.3) ? [gone.id] : [];
    return duties.length + remove.length > 0 ? { duties, remove } : undefined;
  },
  'measure.act': ({ random, state, needle }) =>
    state.measure.actions.size < 30
      ? { measure: random.pick(MEASURES), title: `Test ${needle}`, owner: `Dienst ${needle}` }
      : undefined,
  'measure.reword': ({ random, state, needle }) => {
    const open = state.measure.actions.filter((one) => one.state === 'open');
    const action = row(random, open);
    return action && { action: action.id, title: `Hertest ${needle}`, due: '2026-06-01' };
  },
  'measure.settle': ({ random, state, needle }) => {
    const action = row(random, state.measure.actions);
    return action && { action: action.id, note: `Gedaan ${needle}` };
  },
  'measure.choose': ({ random, state, needle }) =>
    state.measure.indicators.size < 20
      ? { measure: random.pick(MEASURES), name: { nl: needle, fr: needle }, unit: 'min' }
      : undefined,
  'measure.measure': ({ random, state, needle }) => {
    const indicator = row(random, state.measure.indicators);
    const day = `2026-01-0${random.int(1, 10)}`;
    return indicator && { indicator: indicator.id, day, value: random.int(0, 99), note: needle };
  },
  'measure.drop': ({ random, state, needle }) => {
    const indicator = row(random, state.measure.indicators);
    return indicator && random.chance(0.3)
      ? { indicator: indicator.id, reason: `Zegt niets ${needle}` }
      : undefined;
  },
  'measure.rehearse': ({ random, needle }) => ({
    ...{ exercise: `ex-${random.int(0, 5)}`, name: `Oefening ${needle}`, day: '2026-01-01' },
    measures: [random.pick(MEASURES)],
  }),
};
