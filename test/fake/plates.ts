import type { Event } from '../../shared/entry.ts';
import type { Table } from '../../shared/subject.ts';
import { fact } from '../../shared/subject.ts';
import { CATEGORIES } from '../../shared/anpr/list.ts';
import { OUTCOMES, REJECTIONS } from '../../shared/subject/anpr/limits.ts';
import type { AlertRow } from '../../shared/subject/anpr/schema.ts';
import type { State } from '../../shared/folds.ts';
import type { Random } from './random.ts';

/** Plate alerts by chance, for random histories. What is sealed is sealed by nobody: `Zegel …`. */

interface At {
  random: Random;
  state: State;
  needle: string;
}
type Maker = (at: At) => Record<string, unknown> | undefined;

const FIRST = '2026-03-01T08:00:00.000Z';
/** So old that it is to be erased. */
const ANCIENT = '2024-12-01T08:00:00.000Z';
const later = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1_000).toISOString();

const listed = {
  ...{ list: 'stolen', version: 1, category: 'judicial', priority: 1, covert: false, persons: 1 },
  ...{ retentionDays: 30, convoy: true },
};
const seen = {
  ...{ read: 'read-0', camera: 'cam-0', point: [4.33, 50.86], at: FIRST, picture: true },
  ...{ certainty: 'certain', probability: 0.99, sealed: 'Zegel van het begin' },
};
/** Alerts that are there from the first entry on: several are verified, so that something may follow. */
export const ALERTS: Event[] = [['police'], ['police'], ['covert', 'police'], ['medical', 'police']] // prettier-ignore
  .flatMap((restrictions, n) => {
    const id = `alert-${n}`;
    const data = { ...listed, ...seen, entry: `first-${n}`, read: `read-${n}` };
    const say = (type: string, more: object) => fact(`anpr.${type}`, id, { ...more }, restrictions);
    return [
      say('raised', data),
      ...(n === 0
        ? []
        : [
            say('checked', { check: 'picture', verified: false }),
            say('checked', { check: 'list', verified: true }),
          ]),
    ];
  });

function row<Row extends object>(random: Random, table: Table<Row>): Row | undefined {
  return table.size === 0 ? undefined : table.valueSeq().get(random.int(0, table.size));
}

const settled = ({ status }: AlertRow): boolean => status === 'closed' || status === 'rejected';

/** A command about an alert for which there is something to do; now and then about any. */
const alert =
  (fits: (row: AlertRow) => boolean, more: (at: At, row: AlertRow) => object): Maker =>
  (at) => {
    const { alerts } = at.state.anpr;
    const one = row(at.random, at.random.chance(0.1) ? alerts : alerts.filter(fits));
    return one && { alert: one.id, ...more(at, one) };
  };
const rarely =
  (chance: number, maker: Maker): Maker =>
  (at) =>
    at.random.chance(chance) ? maker(at) : undefined;

/** A few vehicles on two lists; those of a list's every third entry are for fewer eyes. */
function hit({ random, state, needle }: At) {
  const number = random.int(0, 6);
  const [list, entry] = [random.pick(['stolen', 'uninsured']), `e-${number}`];
  const known = state.anpr.alerts.findLast((one) => one.list === list && one.entry === entry);
  const old = random.chance(0.15);
  return {
    ...{ ...listed, list, entry, category: random.pick(CATEGORIES), priority: random.int(1, 5) },
    ...{ persons: random.int(1, 3), convoy: random.chance(0.6), version: random.int(1, 4) },
    restrictions: number % 3 === 0 ? ['medical', 'police'] : ['police'],
    pass: {
      ...{ ...seen, read: `r-${random.int(0, 1_000_000)}`, camera: `cam-${random.int(0, 2)}` },
      at: known ? later(known.last, random.int(30, 900)) : old ? ANCIENT : FIRST,
      ...(random.chance(0.5) ? { direction: 'leaving', course: 90, speed: 12 } : {}),
      ...(random.chance(0.5) ? { certainty: 'possible', probability: 0.7 } : {}),
      sealed: `Zegel ${needle}`,
    },
  };
}

export const PLATE_WORK: Readonly<Record<string, Maker>> = {
  'anpr.raise': (at) => (at.state.anpr.alerts.size > 40 ? undefined : hit(at)),
  'anpr.accompany': alert(
    (one) => one.convoy && !settled(one),
    ({ random, needle }) => ({
      vehicle: `v-${random.int(0, 3)}`,
      cameras: ['cam-0', 'cam-1', `cam-${random.int(2, 5)}`],
      sealed: `Zegel ${needle}`,
    }),
  ),
  'anpr.acknowledge': alert(
    ({ status }) => status === 'new',
    () => ({}),
  ),
  'anpr.check': alert(
    ({ status }) => status === 'new' || status === 'acknowledged',
    ({ random }) => ({ check: random.pick(['picture', 'list']) }),
  ),
  'anpr.reject': rarely(
    0.3,
    alert(
      (one) => !settled(one),
      ({ random, needle }) => ({ reason: random.pick(REJECTIONS), note: `Anders ${needle}` }),
    ),
  ),
  'anpr.rejectAll': rarely(0.2, ({ random, state, needle }) => {
    const open = state.anpr.alerts.filter((one) => !settled(one) && !one.verified);
    const one = row(random, open);
    const all = open.valueSeq().filter(({ list }) => list === one?.list);
    const alerts = all
      .map(({ id }) => id)
      .take(3)
      .toArray();
    return one && { alerts, reason: random.pick(REJECTIONS), note: `Alle ${needle}` };
  }),
  'anpr.reopen': alert(settled, ({ needle }) => ({ reason: `Toch ${needle}` })),
  'anpr.link': ({ random, state }) => {
    const open = state.incident.incidents.filter(({ status }) => status !== 'closed');
    const incident = row(random, random.chance(0.1) ? state.incident.incidents : open);
    const free = ({ verified, linked }: AlertRow) => verified !== undefined && !linked;
    const one = row(
      random,
      state.anpr.alerts.filter((each) => !settled(each) && free(each)),
    );
    return one && incident && { alert: one.id, incident: incident.id };
  },
  'anpr.unlink': rarely(
    0.8,
    alert(
      (one) => !settled(one) && one.linked !== undefined,
      () => ({}),
    ),
  ),
  'anpr.dispatch': alert(
    (one) => !settled(one) && one.verified !== undefined,
    ({ needle }) => ({ to: `PZ ${needle}` }),
  ),
  'anpr.close': rarely(
    0.4,
    alert(
      (one) => !settled(one) && one.verified !== undefined,
      ({ random, needle }) => ({ outcome: random.pick(OUTCOMES), note: `Einde ${needle}` }),
    ),
  ),
  'anpr.list': ({ random, state, needle }) => {
    const list = random.pick(['stolen', 'uninsured']);
    const mine = state.anpr.lists.valueSeq().filter((one) => one.list === list);
    return {
      ...{ list, version: Math.max(0, ...mine.map(({ version }) => version)) + 1 },
      ...{ entries: 9, added: 1, changed: 0, removed: 0, by: `Beheer ${needle}` },
      restrictions: random.chance(0.5) ? ['medical', 'police'] : ['police'],
    };
  },
  'anpr.erase': ({ state }) => {
    const old = state.anpr.alerts.valueSeq().filter(({ at }) => at < '2025-02');
    const alerts = old
      .map(({ id }) => id)
      .take(5)
      .toArray();
    return alerts.length > 0 ? { alerts } : undefined;
  },
};
