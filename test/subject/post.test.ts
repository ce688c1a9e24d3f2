import { expect, test } from 'vitest';
import type { Event } from '../../shared/entry.ts';
import {
  pastMeetings,
  plannedMeetings,
  postOf,
  postsOnMap,
  seatsOf,
} from '../../shared/subject/post/select.ts';
import { fact } from '../../shared/subject.ts';
import { given, minute, type Given } from '../given.ts';

const opened = (restrictions?: string[]): Event =>
  fact(
    'incident.opened',
    'i-1',
    { number: '2026-0001', type: 'fire', title: 'Brand', priority: 1 },
    restrictions,
  );
const incident = 'i-1';
const POINT = [4.37, 50.83];
const meeting = { incident, body: 'CC-GEM', at: minute(60), where: 'Raadzaal' };

test('[P5.78] the place of the command post and its director are on record; the latest counts', () => {
  const after = given(opened())
    .when('post.place', { incident, text: 'Flageyplein', point: POINT })
    .then([fact('post.placed', incident, { text: 'Flageyplein', point: POINT, incident })])
    .when('post.place', { incident, text: 'Flageyplein', point: POINT })
    .then([])
    .when('post.lead', { incident, name: 'Kapitein Esdoorn', service: 'DBDMH' })
    .done();
  expect(postsOnMap(after.state).map(({ place }) => place?.point)).toEqual([POINT]);
  const moved = after.when('post.place', { incident, text: 'Kerkplein' }).done();
  expect(postOf(moved.state, incident)).toMatchObject({
    place: { text: 'Kerkplein', by: 'Demo operator' },
    lead: { name: 'Kapitein Esdoorn', service: 'DBDMH' },
  });
  expect(postsOnMap(moved.state)).toEqual([]);
  const told = [...moved.state.journal.entries.values()].map(({ auto }) => auto?.type);
  expect(told).toEqual(['incident.opened', 'post.placed', 'post.led', 'post.placed']);
});

test('[P5.79] seats of a committee are taken and left, and read in the order of the table', () => {
  const seat = (id: string, seat: string, body = 'CC-GEM') => ({ incident, body, seat, name: id });
  const after = given(opened())
    .when('post.seat', seat('Els', 'D1'), { id: 's-1' })
    .done()
    .when('post.seat', seat('An', 'authority'), { id: 's-2' })
    .done()
    .when('post.seat', seat('Jo', 'authority', 'CC-PROV'), { id: 's-3' })
    .done();
  expect(seatsOf(after.state, incident).map(({ name }) => name)).toEqual(['An', 'Els', 'Jo']);
  const left = after.when('post.unseat', { seat: 's-2' }).done();
  expect(seatsOf(left.state, incident).map(({ name }) => name)).toEqual(['Els', 'Jo']);
  left.when('post.unseat', { seat: 's-2' }).then({ code: 'seat-unknown', path: 'data.seat' });
});

test('[P5.80] a meeting is fixed ahead, moved, held or cancelled; the nearest comes first', () => {
  const fixed = given(opened())
    .when('post.meet', meeting, { id: 'm-1' })
    .done()
    .when('post.meet', { ...meeting, body: 'CP-OPS', at: minute(30) }, { id: 'm-2' })
    .done();
  expect(plannedMeetings(fixed.state, incident).map(({ id }) => id)).toEqual(['m-2', 'm-1']);
  const moved = fixed
    .when('post.adjourn', { meeting: 'm-2', at: minute(90), reason: 'Wegen dicht' })
    .done();
  expect(plannedMeetings(moved.state).map(({ id }) => id)).toEqual(['m-1', 'm-2']);
  expect(moved.state.post.meetings.get('m-2')).toMatchObject({ before: minute(30) });
  const over = moved
    .when('post.hold', { meeting: 'm-1', note: 'Fase blijft' })
    .done()
    .when('post.cancel', { meeting: 'm-2', reason: 'Niet meer nodig' })
    .done();
  expect(plannedMeetings(over.state)).toEqual([]);
  expect(pastMeetings(over.state, incident).map(({ id }) => id)).toEqual(['m-2', 'm-1']);
  over
    .when('post.hold', { meeting: 'm-1' })
    .then({ code: 'meeting-over', path: 'data.meeting' })
    .when('post.meet', { ...meeting, at: '2026-11-24T07:00:00.000Z' })
    .then({ code: 'time-past', path: 'data.at' });
});

test('[P5.81] the talkgroups on the card are those that people named', () => {
  let card: Given = given(opened())
    .when('post.talk', { incident, group: 'MULTI 1', use: 'alle disciplines' })
    .done()
    .when('post.talk', { incident, group: 'D1', use: '' })
    .done()
    .when('post.talk', { incident, group: 'MULTI 1', use: 'leiding' })
    .done();
  expect(postOf(card.state, incident)?.groups).toEqual([
    { name: 'MULTI 1', use: 'leiding' },
    { name: 'D1' },
  ]);
  card = card.when('post.mute', { incident, group: 'MULTI 1' }).done();
  card
    .when('post.mute', { incident, group: 'MULTI 1' })
    .then({ code: 'talkgroup-unknown', path: 'data.group' });
  for (let n = 2; n <= 20; n += 1)
    card = card.when('post.talk', { incident, group: `G${n}` }).done();
  card
    .when('post.talk', { incident, group: 'one more' })
    .then({ code: 'talkgroups-full', path: 'data.group' });
});

test('[P5.86] coordination is as secret as its incident, goes with it, and ends with it', () => {
  const secret = given(opened(['police']))
    .when('post.place', { incident, text: 'Kazerne' }, { role: 'operator' })
    .then({ code: 'incident-unknown', path: 'data.incident' })
    .when('post.place', { incident, text: 'Kazerne' }, { role: 'police' })
    .done()
    .when('post.meet', meeting, { id: 'm-1', role: 'police' })
    .done()
    .when('post.hold', { meeting: 'm-1' }, { role: 'operator' })
    .then({ code: 'meeting-unknown', path: 'data.meeting' });
  expect(secret.seenBy('operator').post.meetings.size).toBe(0);
  const free = secret
    .when('incident.release', { incident, restriction: 'police' }, { role: 'supervisor' })
    .done();
  expect(free.seenBy('operator').post.meetings.get('m-1')).toMatchObject({ where: 'Raadzaal' });
  free
    .when('incident.close', { incident, summary: 'Einde' })
    .done()
    .when('post.place', { incident, text: 'Plein' })
    .then({ code: 'incident-closed', path: 'data.incident' })
    .when('incident.archive', { incidents: [incident] }, { role: 'supervisor' })
    .done()
    .when('post.hold', { meeting: 'm-1' })
    .then({ code: 'meeting-unknown', path: 'data.meeting' });
});
