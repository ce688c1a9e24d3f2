import { byChance } from './chance.ts';
import { writeFileSync } from 'node:fs';
import { canonical } from '../../shared/state.ts';
import { filled } from './filled.ts';
import { play, type Step } from '../fake/space.ts';
import { createHash } from 'node:crypto';

/**
 * Made once per shape of the log, and kept: `node test/golden/make.ts v1`. A short invented night in
 * which every event occurs. Never made again for a version that has been released.
 */
const person = { id: 'u-operator', name: 'Test operator' };
const night: Step[] = [
  [
    'report.receive',
    {
      feed: 'camera',
      record: '7',
      priority: 3,
      text: 'Rook bij het kanaal',
      version: '1',
      occurred: { at: '2026-03-01T07:59:00.000Z', precision: 'second' },
    },
    'feed',
  ],
  [
    'report.receive',
    {
      feed: 'camera',
      record: '7',
      priority: 2,
      text: 'Vlammen bij het kanaal',
      version: '2',
      texts: { fr: 'Flammes près du canal' },
      place: { point: [4.34, 50.86], text: 'Kanaal', municipality: 'Brussel' },
    },
    'feed',
  ],
  [
    'report.file',
    { channel: 'phone', priority: 2, text: 'Beller ruikt gas', contact: '+32 2 555 01 01' },
    'operator',
    'r1',
  ],
  ['report.file', { channel: 'radio', priority: 4, text: 'Proef' }, 'operator', 'r2'],
  ['report.dismiss', { report: 'r2', reason: 'false', note: 'proef' }, 'operator'],
  ['report.reopen', { report: 'r2' }, 'operator'],
  ['report.dismiss', { report: 'r2', reason: 'duplicate' }, 'operator'],
  [
    'incident.open',
    { type: 'fire', title: 'Brand in een loods', priority: 2, report: 'camera:7' },
    'operator',
    'i1',
  ],
  [
    'incident.open',
    { type: 'attack', title: 'Verdacht pakket', priority: 1, restrictions: ['police'] },
    'police',
    'i2',
  ],
  ['incident.merge', { incident: 'i2', report: 'r1' }, 'police'],
  ['incident.retitle', { incident: 'i1', title: 'Brand in twee loodsen' }],
  ['incident.retype', { incident: 'i1', type: 'collapse' }],
  ['incident.prioritise', { incident: 'i1', priority: 1 }],
  ['incident.locate', { incident: 'i1', place: { text: 'Havenlaan', point: [4.345, 50.868] } }],
  ['incident.progress', { incident: 'i1', status: 'active' }],
  ['incident.involve', { incident: 'i1', discipline: 'D1', involvement: 'onSite' }],
  ['incident.assign', { incident: 'i1', to: person }],
  ['incident.handOver', { incident: 'i1', to: person, note: 'Let op de buren' }],
  ['incident.accept', { incident: 'i1' }, 'operator'],
  ['incident.link', { incident: 'i1', other: 'i2' }, 'police'],
  ['incident.unlink', { incident: 'i1', other: 'i2' }, 'police'],
  ['incident.link', { incident: 'i1', other: 'i2' }, 'police'],
  [
    'journal.write',
    { incident: 'i1', kind: 'order', text: 'Straat vrijmaken', to: 'Politiezone' },
    'supervisor',
    'e1',
  ],
  ['journal.acknowledge', { entry: 'e1', as: 'received', onBehalfOf: 'Dir-Pol' }],
  ['journal.acknowledge', { entry: 'e1', as: 'executed' }, 'police'],
  [
    'journal.write',
    {
      incident: 'i1',
      kind: 'message',
      text: 'Twee gewonden',
      occurred: '2026-03-01T07:50:00.000Z',
    },
    'operator',
    'e2',
  ],
  ['journal.write', { kind: 'message', text: 'Drie gewonden', corrects: 'e2' }, 'operator', 'e3'],
  ['journal.write', { kind: 'information', text: 'Dienst overgenomen' }, 'supervisor', 'e4'],
  [
    'journal.write',
    { incident: 'i1', kind: 'decision', text: 'Alleen medisch', restrictions: ['medical'] },
    'medical',
    'e5',
  ],
  ['journal.read', { incident: 'i1', upTo: 20 }, 'police'],
  ['journal.archive', { entries: ['e4'] }],
  ['incident.restrict', { incident: 'i1', restriction: 'police' }, 'police'],
  ['incident.release', { incident: 'i1', restriction: 'police' }, 'police'],
  [
    'wind.observe',
    {
      ...{ station: 'ukkel', name: 'Ukkel', point: [4.358, 50.798], from: 240, speed: 6.2 },
      ...{ gust: 11, observed: '2026-03-01T07:50:00.000Z' },
    },
    'feed',
  ],
  [
    'perimeter.draw',
    {
      ...{ incident: 'i1', kind: 'exclusion', label: 'Loodsen' },
      shape: { form: 'circle', center: [4.345, 50.868], radius: 120 },
    },
    'operator',
    'z1',
  ],
  [
    'perimeter.redraw',
    {
      perimeter: 'z1',
      shape: {
        form: 'polygon',
        ring: [
          [4.344, 50.867],
          [4.347, 50.867],
          [4.346, 50.869],
        ],
      },
    },
  ],
  ['perimeter.order', { perimeter: 'z1', to: 'Politiezone', text: 'Afsluiten' }, 'operator', 'e6'],
  [
    'perimeter.tally',
    {
      perimeter: 'z1',
      people: 340,
      things: [
        { id: 'school-1', kind: 'school', nl: 'School', fr: 'École' },
        { id: 'cam-1', kind: 'camera', nl: 'Kaai', fr: 'Quai' },
        { id: 'anpr-1', kind: 'anpr-camera', nl: 'Kaai', fr: 'Quai' },
      ],
      more: 2,
    },
  ],
  [
    'perimeter.draw',
    {
      ...{ incident: 'i1', kind: 'effect' },
      shape: { form: 'sector', origin: [4.345, 50.868], bearing: 60, angle: 60, length: 800 },
      estimate: {
        agent: 'smoke',
        wind: { from: 240, speed: 6.2, source: 'Ukkel', at: '2026-03-01T07:50:00.000Z' },
      },
    },
    'operator',
    'z2',
  ],
  ['camera.request', { incident: 'i1', camera: 'cam-1', name: 'Kaai', reason: 'Rook?' }, 'police'],
  ['perimeter.lift', { perimeter: 'z1', reason: 'Geblust' }],
  ['incident.close', { incident: 'i1', summary: 'Geblust' }],
  ['incident.reopen', { incident: 'i1', reason: 'Opflakkering' }],
  ['incident.close', { incident: 'i2', summary: 'Vals alarm' }, 'police'],
  ['incident.archive', { incidents: ['i2'] }],
  ['report.archive', { reports: ['r2'] }],
  [
    'unit.record',
    {
      slot: '2026-03-01T08:00:00.000Z',
      fixes: [
        {
          ...{ id: 'bw-1', callsign: 'BW 1', kind: 'vehicle', discipline: 'D1' },
          ...{ point: [4.345, 50.868], height: 18.5, accuracy: 4, course: 271.3, speed: 12.5 },
          at: '2026-03-01T07:59:58.000Z',
          stale: '2026-03-01T08:00:58.000Z',
          gone: '2026-03-01T08:30:58.000Z',
        },
        {
          ...{ id: 'pz-1', kind: 'drone', discipline: 'D3', point: [4.35, 50.86] },
          at: '2026-03-01T07:59:59.000Z',
          stale: '2026-03-01T08:00:59.000Z',
          gone: '2026-03-01T08:30:59.000Z',
          restrictions: ['police'],
        },
      ],
    },
    'administrator',
  ],
  ['unit.leave', { units: ['pz-1'], before: '2026-03-01T08:00:00.000Z' }, 'administrator'],
];

const { state, entries } = byChance(play(night));
const folder = new URL('.', import.meta.url);
const [version = 'v1'] = process.argv.slice(2);
writeFileSync(
  new URL(`${version}.jsonl`, folder),
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  { flag: 'wx' },
);
console.log(
  `'${version}': '${createHash('sha256')
    .update(canonical(filled(state)))
    .digest('hex')}'`,
);
