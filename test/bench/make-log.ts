import { v7 as uuid } from 'uuid';
import type { Entry, Event } from '../../shared/entry.ts';
import { seal } from '../../server/log/chain.ts';
import type { Log } from '../../server/log/log.ts';
import { makeRandom, type Random } from '../fake/random.ts';

/** Entries as an operator's writing makes them, about 450 bytes each. */
export function journalEntries(after: number, count: number): Entry[] {
  return Array.from({ length: count }, (_, i) => ({
    seq: after + i + 1,
    at: new Date().toISOString(),
    actor: { id: '019c0000-0000-7000-8000-000000000001', name: 'Operator 7', role: 'operator' },
    command: { id: uuid(), type: 'journal.write' },
    events: [
      {
        type: 'journal.written',
        v: 1,
        id: uuid(),
        data: { incident: uuid(), kind: 'message', text: 'Brandweer ter plaatse, rook in tunnel' },
      },
    ],
    hash: '0'.repeat(64),
  }));
}

/**
 * Years of a crisis room: most entries are reports of feeds that were dismissed and archived again;
 * some become incidents with their logbooks, which are closed and archived. What is open at any
 * moment stays some thousand things, as on the working screens.
 */
export async function makeLog(
  log: Log,
  space: string,
  count: number,
  onProgress?: (done: number) => void,
): Promise<void> {
  const random = makeRandom(7);
  const make = makeEntries(random);
  const started = Date.parse('2024-01-01T00:00:00.000Z');
  let [seq, hash] = [0, ''];
  while (seq < count) {
    const group: Entry[] = [];
    for (let i = 0; i < 250 && seq < count; i++) {
      seq += 1;
      const at = new Date(started + seq * 45_000).toISOString();
      const { type, events } = make();
      const actor = { id: `p-${seq % 9}`, name: `Operator ${seq % 9}`, role: 'operator' };
      const entry = seal(hash, { seq, at, actor, command: { id: uuid(), type }, events });
      hash = entry.hash;
      group.push(entry);
    }
    const done = await log.append(space, seq - group.length, group);
    if (!done.ok) throw new Error(done.reason);
    if (seq % 50_000 === 0) onProgress?.(seq);
  }
}

const OPEN_REPORTS = 300;
const KEEP_REPORTS = 2_000;
const KEEP_INCIDENTS = 150;

function makeEntries(random: Random): () => { type: string; events: Event[] } {
  const fresh: string[] = [];
  const settled: string[] = [];
  const incidents: string[] = [];
  let count = 0;
  const one = (type: string, id: string, data: Record<string, unknown>) => ({
    type: type.replace(/ed$/, ''),
    events: [{ type, v: 1, id, data }],
  });
  const point = () => [4.25 + random() * 0.25, 50.78 + random() * 0.12];
  const incidentEvent = (id: string) =>
    random.pick([
      () => one('journal.written', uuid(), { incident: id, kind: 'message', text: TEXT }),
      () => one('journal.written', uuid(), { incident: id, kind: 'order', text: TEXT, to: 'D1' }),
      () => one('incident.prioritised', id, { priority: random.int(1, 5), before: 2 }),
      () => one('incident.involved', id, { discipline: 'D1', involvement: 'onSite' }),
      () => one('incident.located', id, { place: { point: point(), text: 'Kanaal / Canal' } }),
      () => one('incident.assigned', id, { to: { id: 'p-1', name: 'Operator 1' } }),
    ])();

  return () => {
    count += 1;
    if (settled.length > KEEP_REPORTS) {
      const ids = settled.splice(0, 500);
      const events = ids.map((id) => ({ type: 'report.archived', v: 1, id, data: {} }));
      return { type: 'report.archive', events };
    }
    if (incidents.length > KEEP_INCIDENTS) {
      const ids = incidents.splice(0, 20);
      const events = ids.map((id) => ({ type: 'incident.archived', v: 1, id, data: {} }));
      return { type: 'incident.archive', events };
    }
    const chance = random();
    if (fresh.length < 50 || (chance < 0.4 && fresh.length < OPEN_REPORTS)) {
      const id = `traffic:r-${count}`;
      fresh.push(id);
      return one('report.received', id, {
        ...{ feed: 'traffic', record: `r-${count}`, version: '1', type: 'traffic', priority: 3 },
        text: 'File op de binnenring / Embouteillage sur le ring intérieur',
        place: { point: point(), text: 'Ring R0' },
      });
    }
    if (chance < 0.5)
      return one('report.updated', random.pick(fresh), {
        ...{ priority: 3, text: TEXT, resurfaces: false, type: 'traffic' },
        place: { point: point(), text: 'Ring R0' },
      });
    if (chance < 0.78) {
      const [id] = fresh.splice(random.int(0, fresh.length), 1);
      settled.push(id!);
      return one('report.dismissed', id!, { reason: 'no-action' });
    }
    if (chance < 0.79 || incidents.length < 20) {
      const id = uuid();
      incidents.push(id);
      const number = `2026-${String(count).padStart(6, '0')}`;
      return one('incident.opened', id, { number, type: 'accident', title: TEXT, priority: 2 });
    }
    return incidentEvent(random.pick(incidents));
  };
}
const TEXT = 'Ongeval met twee wagens, rijstrook dicht';
