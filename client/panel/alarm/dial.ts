import { create } from 'zustand';
import { nextDial, personOf, waysToDial } from '../../../shared/subject/alarm/rule.ts';
import type { CallOutcome } from '../../../shared/subject/alarm/outcome.ts';
import type { Alarm, Person } from '../../../shared/subject/alarm/schema.ts';
import { isDead } from '../../../shared/subject/channel/select.ts';
import { cleanText } from '../../../shared/clean.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { PART_ID } from '../focus.ts';

/** The call that somebody is about to make, and what buttons and keys do with it. */

/** Marks a person's row in the page: `<alarm>|<contact>`. The keys look for it. */
export const ROW = 'data-call';
export const rowKey = (alarm: string, contact: string): string => `${alarm}|${contact}`;

interface Dialling {
  /** The row that is opened. */
  key: string;
  way: number;
  note: string;
}
export const useDial = create<{ dial: Dialling | undefined }>()(() => ({ dial: undefined }));

export function alarmNow(id: string): Alarm | undefined {
  return usePicture.getState().shown.alarm.alarms.get(id);
}

export interface InHand {
  alarm: Alarm;
  person: Person;
}
/** The person whose row has the keyboard; else, while the keyboard is nowhere in particular, the one being dialled. */
export function rowInHand(): InHand | undefined {
  const here = document.activeElement;
  const lost = here === document.body || here?.id === PART_ID;
  const key = here?.closest(`[${ROW}]`)?.getAttribute(ROW) ?? (lost ? shownDial() : undefined);
  const [id = '', contact = ''] = key?.split('|') ?? [];
  const alarm = alarmNow(id);
  const person = alarm && personOf(alarm, contact);
  return alarm && person ? { alarm, person } : undefined;
}

/** The row that is opened, where it stands on the screen: a digit is meant for it, and not for the incident. */
function shownDial(): string | undefined {
  const key = useDial.getState().dial?.key;
  return rows().some((row) => row.getAttribute(ROW) === key) ? key : undefined;
}

/** The way to begin with: the first that was not tried, through a channel that lives. */
export function firstWay(alarm: Alarm, person: Person): number {
  const { shown } = usePicture.getState();
  const alive = (way: number) => !isDead(shown, person.channels[way]!.id);
  const left = waysToDial(alarm, person);
  const all = person.channels.map((_, way) => way).filter((way) => !person.channels[way]!.auto);
  return left.find(alive) ?? left[0] ?? all.find(alive) ?? all[0] ?? 0;
}

export function toggleDial(alarm: Alarm, person: Person): void {
  const key = rowKey(alarm.id, person.contact);
  const { dial } = useDial.getState();
  if (dial?.key === key) return useDial.setState({ dial: undefined });
  useDial.setState({ dial: { key, way: firstWay(alarm, person), note: '' } });
}

/** The way that counts for a row: the chosen one where it is opened, else the one to begin with. */
export function wayOf(alarm: Alarm, person: Person): number {
  const { dial } = useDial.getState();
  return dial?.key === rowKey(alarm.id, person.contact) ? dial.way : firstWay(alarm, person);
}

export function stepWay(alarm: Alarm, person: Person): void {
  const ways = person.channels.map((_, way) => way).filter((way) => !person.channels[way]!.auto);
  if (ways.length === 0) return;
  const way = wayOf(alarm, person);
  const next = ways[(ways.indexOf(way) + 1) % ways.length]!;
  const key = rowKey(alarm.id, person.contact);
  const note = useDial.getState().dial?.note ?? '';
  useDial.setState({ dial: { key, way: next, note } });
}

/** Records how a call went, and puts the next number under the cursor. */
export function record({ alarm, person }: InHand, outcome: CallOutcome): void {
  const way = wayOf(alarm, person);
  const channel = person.channels[way];
  if (!channel || channel.auto) return;
  const { dial } = useDial.getState();
  const note = dial?.key === rowKey(alarm.id, person.contact) ? cleanText(dial.note, 500) : '';
  send('alarm.try', {
    ...{ alarm: alarm.id, contact: person.contact, channel: channel.id, way, outcome },
    ...(note ? { note } : {}),
  });
  const now = alarmNow(alarm.id);
  const next = now && nextDial(now);
  if (!now || !next) return useDial.setState({ dial: undefined });
  const key = rowKey(now.id, next.person.contact);
  const way2 = next.way;
  useDial.setState({ dial: { key, way: way2, note: '' } });
  // It may be drawn only now.
  requestAnimationFrame(() => focusRow(key));
}

/** Sends once more by itself. */
export function resend({ alarm, person }: InHand, way: number): void {
  send('alarm.resend', { alarm: alarm.id, contact: person.contact, way });
}

/** The latest automatic way of this person that was used, if any. */
export function wayToResend({ alarm, person }: InHand): number | undefined {
  const { requests } = alarm;
  return Object.values(requests).findLast(
    (one) => one.contact === person.contact && (one.sent || one.failed || one.skipped),
  )?.way;
}

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`button[${ROW}]`)];

function focusRow(key: string): void {
  const row = rows().find((one) => one.getAttribute(ROW) === key);
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

export function stepRow(by: number): void {
  const all = rows();
  const mine = document.activeElement?.closest(`[${ROW}]`)?.getAttribute(ROW);
  const next = all[all.findIndex((row) => row.getAttribute(ROW) === mine) + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
