import type { State } from '../../shared/folds.ts';
import type { Role } from '../../shared/roles.ts';
import { plan } from '../given.ts';
import { entryKey, listKey } from '../../shared/subject/anpr/key.ts';
import { requestKey } from '../../shared/subject/camera/schema.ts';
import type { Random } from './random.ts';
import type { Work } from './work.ts';

/** Work that is about secrets, and whose secrets they are. */
export type Subject =
  | 'incident'
  | 'report'
  | 'journal'
  | 'perimeter'
  | 'camera'
  | 'task'
  | 'measure'
  | 'alarm'
  | 'channel'
  | 'phase'
  | 'post'
  | 'threat'
  | 'shift'
  | 'directory'
  | 'anpr';

/** Commands whose id becomes that of what they make. */
export const MAKES = [
  'incident.open',
  'report.file',
  'journal.write',
  'perimeter.draw',
  'perimeter.order',
  'task.delegate',
  'measure.act',
  'measure.choose',
  'alarm.start',
  'phase.declare',
  'phase.lift',
  'post.seat',
  'post.meet',
  'threat.set',
  'shift.handOver',
  'anpr.raise',
];

/** What makes things secret and open again, more often than people would do it. */
export function hush(random: Random, state: State, role: Role, needle: string): Work | undefined {
  const { incidents } = state.incident;
  const any = <T>(list: Iterable<T>): T | undefined => {
    const all = [...list];
    return all.length > 0 ? random.pick(all) : undefined;
  };
  const incident = any(incidents.keys());
  const secret = any(incidents.valueSeq().filter((one) => one.restrictions));
  const cleared = role.cleared.filter((one) => plan.restrictions.includes(one));
  const about = (type: string, data: object): Work | undefined =>
    incident === undefined ? undefined : { type: `incident.${type}`, data: { incident, ...data } };
  const restrictions = cleared.filter(() => random.chance(0.4));
  const open = { type: 'fire', priority: 2, title: `Stil ${needle}`, restrictions };
  if (incidents.size < 6) return { type: 'incident.open', data: open };
  const { alerts } = state.anpr;
  switch (random.int(0, 12)) {
    case 0:
    case 1:
    case 2:
      return cleared[0] ? about('restrict', { restriction: random.pick(cleared) }) : undefined;
    case 3: {
      const restriction = any(secret?.restrictions ?? []);
      return secret && { type: 'incident.release', data: { incident: secret.id, restriction } };
    }
    case 4:
    case 5:
      return about('link', { other: any(incidents.keys()) });
    case 6:
    case 7:
      return about('merge', { report: any(state.report.reports.keys()) ?? 'none' });
    case 10: {
      const free = any(alerts.valueSeq().filter((one) => one.status === 'verified'));
      const data = { alert: free?.id, incident };
      return free && incident !== undefined ? { type: 'anpr.link', data } : undefined;
    }
    case 11: {
      const linked = any(alerts.valueSeq().filter((one) => one.linked));
      const type = random.pick(['anpr.dispatch', 'anpr.unlink']);
      const to = type === 'anpr.dispatch' ? { to: `PZ ${needle}` } : {};
      return linked && { type, data: { alert: linked.id, ...to } };
    }
    case 8: {
      const merged = any(state.report.reports.valueSeq().filter((one) => one.incident));
      return merged && { type: 'report.reopen', data: { report: merged.id } };
    }
    default: {
      const closed = any(incidents.valueSeq().filter((one) => one.status === 'closed'));
      return closed
        ? { type: 'incident.archive', data: { incidents: [closed.id] } }
        : about('close', { summary: 'Einde' });
    }
  }
}

export interface Owner {
  subject: Subject;
  id: string;
  /** Needed beside seeing the thing. */
  cleared?: string;
}

/** Entries of lists are known by the alert that was raised for them, whichever it is. */
export const aliasOf = (list: string, entry: string, restrictions: readonly string[] = []) =>
  `${entryKey(list, entry)} ${[...restrictions].sort().join()}`;

/** What is sealed and what people write is for who is cleared for plates; whom a patrol is, for who sees the alert. */
function ownerOfPlate({ type, data }: Work): Owner {
  const text = (field: string) => String(data[field]);
  if (type === 'anpr.list')
    return { subject: 'anpr', id: listKey(text('list'), Number(data['version'])) };
  const [first] = (data['alerts'] ?? []) as string[];
  const id =
    type === 'anpr.raise'
      ? aliasOf(text('list'), text('entry'), data['restrictions'] as string[])
      : (first ?? text('alert'));
  return { subject: 'anpr', id, ...(type === 'anpr.dispatch' ? {} : { cleared: 'plate' }) };
}

/** The thing that a command is about: who may see it may read what the command said. */
export function ownerOf({ type, data }: Work, id: string, actor: string): Owner {
  if (type.startsWith('anpr.')) return ownerOfPlate({ type, data });
  if (type === 'report.receive') return { subject: 'report', id: `demo:${String(data['record'])}` };
  if (type === 'report.dismiss') return { subject: 'report', id: String(data['report']) };
  if (type === 'report.file') return { subject: 'report', id };
  if (type === 'journal.write') return { subject: 'journal', id };
  if (type === 'incident.open') return { subject: 'incident', id };
  if (type === 'phase.declare') return { subject: 'phase', id };
  if (type === 'phase.lift') return { subject: 'phase', id: String(data['phase']) };
  if (type === 'post.seat' || type === 'post.meet') return { subject: 'post', id };
  if (type.startsWith('post.'))
    return { subject: 'post', id: String(data['meeting'] ?? data['seat'] ?? data['incident']) };
  if (type.startsWith('threat.'))
    return { subject: 'threat', id: (data['threat'] as string | undefined) ?? id };
  if (type.startsWith('shift.')) return ownerOfLine(data, id);
  if (type === 'perimeter.draw') return { subject: 'perimeter', id };
  // Its words stand in the logbook.
  if (type === 'perimeter.order') return { subject: 'journal', id };
  if (type.startsWith('perimeter.')) return { subject: 'perimeter', id: String(data['perimeter']) };
  if (type === 'alarm.start') return { subject: 'alarm', id };
  if (type.startsWith('alarm.')) return { subject: 'alarm', id: String(data['alarm']) };
  if (type.startsWith('channel.')) return { subject: 'channel', id: String(data['channel']) };
  if (type === 'camera.request') {
    const key = requestKey(String(data['incident']), String(data['camera']), actor);
    return { subject: 'camera', id: key };
  }
  // Words about a step stand in its run, and in the logbook, which are as secret.
  if (type === 'task.add') return { subject: 'task', id: `${String(data['incident'])}~own` };
  if (type.startsWith('task.') && 'run' in data)
    return { subject: 'task', id: String(data['run']) };
  if (type.startsWith('directory.')) {
    // Of an import, the first record: all of them are seen by the same.
    const lists = [data['organisations'], data['contacts'], data['duties']] as unknown[];
    const records = [data['organisation'], data['contact'], data['duty'], ...lists].flat();
    const record = records.find((one) => one !== undefined) as { id: string } | undefined;
    const [checked] = (data['ids'] ?? []) as string[];
    return {
      subject: 'directory',
      id: record?.id ?? checked ?? (data['id'] as string | undefined) ?? '',
    };
  }
  if (type.startsWith('measure.')) {
    const about = ['action', 'indicator', 'exercise'].find((field) => field in data);
    return { subject: 'measure', id: about === undefined ? id : String(data[about]) };
  }
  return { subject: 'incident', id: String(data['incident']) };
}

/** What a hand-over says in a line is its incident's or its entry's; the note is for all who see hand-overs. */
function ownerOfLine(data: Work['data'], id: string): { subject: Subject; id: string } {
  const [line] = (data['items'] ?? []) as { kind: string; about?: string; incident?: string }[];
  if (line?.kind === 'order') return { subject: 'journal', id: String(line.about) };
  if (line?.incident !== undefined) return { subject: 'incident', id: line.incident };
  return { subject: 'shift', id: (data['shift'] as string | undefined) ?? id };
}

/** A source that now and then sends an update of what it sent. */
export const feedWork = (random: Random, needle: string): Work => ({
  type: 'report.receive',
  data: {
    ...{ feed: 'demo', record: `r-${random.int(0, 12)}`, priority: random.int(1, 5) },
    text: `Melding ${needle}`,
  },
});
