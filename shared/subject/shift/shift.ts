import type { Event } from '../../entry.ts';
import { refuse } from '../../refusal.ts';
import {
  accept,
  fact,
  reject,
  type Context,
  type Decision,
  type Subject,
  type Table,
} from '../../subject.ts';
import { joinRestrictions, type Restrictions } from '../../restrictions.ts';
import { incidentFor } from '../incident/decide.ts';
import type { IncidentSlice } from '../incident/schema.ts';
import { fold } from './evolve.ts';
import { commands, events, type ShiftCommand, type ShiftSlice } from './schema.ts';
import { isOpen, itemsOf } from './select.ts';

interface Needs {
  shift: ShiftSlice;
  incident: IncidentSlice;
  journal: {
    entries: Table<{ own?: Restrictions | undefined; restrictions?: Restrictions | undefined }>;
  };
}

function decide(state: Needs, command: ShiftCommand, context: Context): Decision {
  if (command.type === 'shift.handOver') return handOver(state, command, context);
  const { actor } = context;
  const row = state.shift.handOvers.get(command.data.shift);
  if (!row) return reject(refuse('shift-unknown', 'data.shift'));
  if (!isOpen(row)) return reject(refuse('shift-settled', 'data.shift'));
  const mine = row.to.id === actor.id;
  switch (command.type) {
    case 'shift.read': {
      const item = state.shift.items.get(command.data.item);
      if (!item || item.shift !== row.id || !context.sees(item))
        return reject(refuse('shift-item-unknown', 'data.item'));
      if (!mine) return reject(refuse('shift-not-yours', 'data.shift'));
      if (item.read) return accept();
      return accept(fact('shift.read', item.id, { shift: row.id }, item.restrictions));
    }
    case 'shift.accept': {
      if (!mine) return reject(refuse('shift-not-yours', 'data.shift'));
      // What they may not see, they cannot read: it stays with who may.
      const left = itemsOf(state, row.id).filter((item) => !item.read && context.sees(item));
      if (left.length > 0) return reject(refuse('shift-unread', 'data.shift', { n: left.length }));
      return accept(fact('shift.accepted', row.id, { from: row.from }));
    }
    case 'shift.redirect': {
      const { to } = command.data;
      return to.id === row.to.id
        ? accept()
        : accept(fact('shift.redirected', row.id, { from: row.to, to }));
    }
    case 'shift.takeBack':
      if (row.from.id !== actor.id) return reject(refuse('shift-not-given', 'data.shift'));
      return accept(fact('shift.takenBack', row.id, { reason: command.data.reason }));
  }
}

type Give = ShiftCommand & { type: 'shift.handOver' };

function handOver(state: Needs, { id, data }: Give, context: Context): Decision {
  const { to, items, note } = data;
  if (state.shift.handOvers.has(id)) return reject(refuse('id-taken'));
  if (items.length === 0 && !note) return reject(refuse('shift-empty', 'data.items'));
  const lines: Event[] = [];
  const counted = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const { incident: about } = item;
    const incident = about === undefined ? undefined : incidentFor(state, about, context);
    if (about !== undefined && !incident)
      return reject(refuse('incident-unknown', `data.items.${i}.incident`));
    const entry = item.kind === 'order' ? state.journal.entries.get(item.about ?? '') : undefined;
    if (entry && !context.sees(entry))
      return reject(refuse('entry-unknown', `data.items.${i}.about`));
    const { own } = entry ?? {};
    const restrictions = joinRestrictions(incident?.restrictions, own);
    // Counted per audience: a gap would tell the others that there is something.
    const series = [id, ...(restrictions ?? [])].join(':');
    const n = (counted.get(series) ?? 0) + 1;
    counted.set(series, n);
    lines.push(
      fact(
        'shift.listed',
        `${series}:${n}`,
        { shift: id, ...item, ...(own ? { own } : {}) },
        restrictions,
      ),
    );
  }
  return accept(fact('shift.handedOver', id, { to, ...(note ? { note } : {}) }), ...lines);
}

export const shift = { ...fold, commands, events, decide } satisfies Subject<ShiftSlice>;
