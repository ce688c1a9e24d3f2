import { dayInBrussels } from '../../day.ts';
import type { Event } from '../../entry.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { TABLE } from './evolve.ts';
import { overlapping } from './overlap.ts';
import { completed, isSame, recordOf, type RecordOf } from './record.ts';
import { namesOf, wrongContact, wrongDuty, wrongOrganisation } from './references.ts';
import type { DirectoryCommand, DirectorySlice, Kind, RowOf } from './schema.ts';
import { inUse } from './use.ts';

export interface Needs {
  directory: DirectorySlice;
}

/** Records to be saved, and where in the command each stands. */
type Batch = { [K in Kind]: { record: RecordOf[K]; path: string }[] };

export function decide(
  { directory: slice }: Needs,
  command: DirectoryCommand,
  context: Context,
): Decision {
  switch (command.type) {
    case 'directory.save': {
      const { organisation, contact, duty, basedOn } = command.data;
      const given = [organisation, contact, duty].filter((one) => one !== undefined);
      const [record] = given;
      if (given.length !== 1 || !record) return reject(refuse('invalid', 'data'));
      const kind: Kind = organisation ? 'organisation' : contact ? 'contact' : 'duty';
      const changed = changedSince(slice, kind, record.id, basedOn);
      if (changed) return reject(changed);
      const path = `data.${kind}`;
      return save(slice, context, {
        organisation: organisation ? [{ record: organisation, path }] : [],
        contact: contact ? [{ record: contact, path }] : [],
        duty: duty ? [{ record: duty, path }] : [],
      });
    }
    case 'directory.remove': {
      const { kind, id, basedOn } = command.data;
      if (!slice[TABLE[kind]].has(id)) return reject(refuse('record-unknown', 'data.id'));
      const wrong = changedSince(slice, kind, id, basedOn) ?? inUse(slice, kind, id);
      return wrong ? reject(wrong) : accept(fact('directory.removed', id, { kind }));
    }
    case 'directory.check': {
      const { kind, ids, keeper } = command.data;
      const checked = dayInBrussels(Date.parse(context.at));
      const events: Event[] = [];
      for (const [i, id] of [...new Set(ids)].entries()) {
        const row = slice[TABLE[kind]].get(id);
        if (!row) return reject(refuse('record-unknown', `data.ids.${i}`));
        const by = keeper || row.keeper;
        if (row.checked === checked && row.keeper === by) continue;
        events.push(fact('directory.checked', id, { kind, checked, keeper: by }));
      }
      return accept(...events);
    }
    case 'directory.import': {
      const { organisations, contacts, duties } = command.data;
      return save(slice, context, {
        organisation: numbered(organisations, 'organisations'),
        contact: numbered(contacts, 'contacts'),
        duty: numbered(duties, 'duties'),
      });
    }
    case 'directory.roster': {
      const { duties, remove } = command.data;
      const strange = remove.findIndex((id) => !slice.duties.has(id));
      if (strange >= 0) return reject(refuse('record-unknown', `data.remove.${strange}`));
      const kept = slice.duties.deleteAll(remove);
      const saved = save({ ...slice, duties: kept }, context, {
        ...{ organisation: [], contact: [] },
        duty: numbered(duties, 'duties'),
      });
      if (!saved.ok) return saved;
      const gone = [...new Set(remove)].filter((id) => !duties.some((one) => one.id === id));
      return accept(
        ...gone.map((id) => fact('directory.removed', id, { kind: 'duty' })),
        ...saved.events,
      );
    }
  }
}

const numbered = <R>(records: readonly R[], name: string) =>
  records.map((record, i) => ({ record, path: `data.${name}.${i}` }));

function changedSince(
  slice: DirectorySlice,
  kind: Kind,
  id: string,
  basedOn: number | undefined,
): Refusal | undefined {
  if (basedOn === undefined) return undefined;
  const row = slice[TABLE[kind]].get(id);
  if ((row?.seq ?? 0) === basedOn) return undefined;
  return refuse('record-changed', 'data.basedOn', { by: row?.by ?? '–' });
}

/** All of them or none; one that says the same already leaves no event. */
function save(slice: DirectorySlice, context: Context, batch: Batch): Decision {
  const names = namesOf(slice, context.plan.crisis, {
    organisations: batch.organisation.map(({ record }) => record),
    contacts: batch.contact.map(({ record }) => record),
  });
  const events: Event[] = [];
  for (const { record, path } of batch.organisation) {
    const wrong = wrongOrganisation(record, names, path);
    if (wrong) return reject(wrong);
    const { note, ...rest } = record;
    events.push(...saved(slice, 'organisation', record, { record: rest, ...(note && { note }) }));
  }
  for (const { record, path } of batch.contact) {
    const wrong = wrongContact(record, names, path) ?? secondSingle(slice, record, batch, path);
    if (wrong) return reject(wrong);
    const whole = completed(record, slice.contacts.get(record.id));
    const { note, ways, ...rest } = whole;
    events.push(...saved(slice, 'contact', whole, { record: rest, ways, ...(note && { note }) }));
  }
  const duties = batch.duty.map(({ record }) => record);
  const ids = new Set(duties.map(({ id }) => id));
  const all = [...duties, ...slice.duties.filter(({ id }) => !ids.has(id)).values()];
  for (const { record, path } of batch.duty) {
    const wrong = wrongDuty(record, names, path);
    if (wrong) return reject(wrong);
    const other = overlapping(record, all);
    if (other) {
      const who = nameOf(slice, batch, other.contact);
      return reject(refuse('duty-overlap', `${path}.from`, { other: other.id, who }));
    }
    events.push(...saved(slice, 'duty', record, { record }));
  }
  const keys = events.map(({ id, data }) => `${String(data['kind'])} ${id}`);
  return new Set(keys).size < keys.length ? reject(refuse('id-taken', 'data')) : accept(...events);
}

function saved<K extends Kind>(
  slice: DirectorySlice,
  kind: K,
  record: RecordOf[K],
  data: object,
): Event[] {
  const row = slice[TABLE[kind]].get(record.id) as RowOf[K] | undefined;
  const before = row && recordOf<K>(row);
  if (before && isSame(before, record)) return [];
  return [fact('directory.saved', record.id, { kind, ...data, ...(before ? { before } : {}) })];
}

/** Measure M10.11: one contact point per partner service. */
function secondSingle(
  { contacts }: DirectorySlice,
  record: RecordOf['contact'],
  batch: Batch,
  path: string,
): Refusal | undefined {
  if (!record.single) return undefined;
  const news = batch.contact.map((one) => one.record);
  const isOther = (one: RecordOf['contact'] | RowOf['contact']) =>
    one.single && one.id !== record.id && one.organisation === record.organisation;
  const other =
    news.find(isOther) ??
    contacts.find((row) => isOther(row) && !news.some(({ id }) => id === row.id));
  return other && refuse('single-taken', `${path}.single`, { who: other.name });
}

const nameOf = ({ contacts }: DirectorySlice, batch: Batch, id: string): string =>
  batch.contact.find(({ record }) => record.id === id)?.record.name ?? contacts.get(id)?.name ?? id;
