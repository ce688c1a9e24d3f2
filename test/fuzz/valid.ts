/** A well-formed command of every type, about things that do not exist. Fuzzing bends one place of it. */
const incident = 'none';
const person = { id: 'p-1', name: 'Niemand' };
const place = { point: [4.35, 50.85], text: 'Kanaal / Canal', municipality: 'Evere' };

export const VALID: Readonly<Record<string, Record<string, unknown>>> = {
  'report.receive': {
    ...{ feed: 'fuzz', record: 'r-1', version: '1', type: 'fire', priority: 2, over: false },
    ...{ text: 'Rook', texts: { nl: 'Rook', fr: 'Fumée' }, place },
    occurred: { at: '2026-01-01T00:00:00.000Z', precision: 'second' },
  },
  'report.file': {
    priority: 1,
    text: 'Vlammen',
    channel: 'phone',
    contact: '+32 2 555 01 23',
    place,
  },
  'report.dismiss': { report: 'none', reason: 'false', note: 'Niets' },
  'report.reopen': { report: 'none' },
  'report.archive': { reports: ['none'] },
  'incident.open': { type: 'fire', title: 'Brand', priority: 1, place, restrictions: ['police'] },
  'incident.merge': { incident, report: 'none' },
  'incident.retitle': { incident, title: 'Brand' },
  'incident.retype': { incident, type: 'flood' },
  'incident.prioritise': { incident, priority: 3 },
  'incident.locate': { incident, place },
  'incident.progress': { incident, status: 'active' },
  'incident.involve': { incident, discipline: 'D1', involvement: 'onSite' },
  'incident.assign': { incident, to: person },
  'incident.handOver': { incident, to: person, note: 'Aflossing' },
  'incident.accept': { incident },
  'incident.link': { incident, other: 'nothing' },
  'incident.unlink': { incident, other: 'nothing' },
  'incident.close': { incident, summary: 'Einde' },
  'incident.reopen': { incident, reason: 'Heropflakkering' },
  'incident.restrict': { incident, restriction: 'police' },
  'incident.release': { incident, restriction: 'police' },
  'incident.archive': { incidents: ['none'] },
  'journal.write': {
    ...{ incident, kind: 'order', text: 'Afsluiten', to: 'D3', restrictions: ['police'] },
    occurred: '2026-01-01T00:00:00.000Z',
  },
  'journal.acknowledge': { entry: 'none', as: 'received', onBehalfOf: 'Niemand' },
  'journal.read': { incident, upTo: 3 },
  'journal.archive': { entries: ['none'] },
  'unit.record': {
    slot: '2026-01-01T00:00:00.000Z',
    fixes: [
      {
        ...{ id: 'u-1', callsign: 'BW 1', kind: 'vehicle', discipline: 'D1', point: [4.35, 50.85] },
        ...{ height: 20, accuracy: 5, course: 90, speed: 10, restrictions: ['police'] },
        at: '2026-01-01T00:00:00.000Z',
        stale: '2026-01-01T00:01:00.000Z',
        gone: '2026-01-01T00:31:00.000Z',
      },
    ],
  },
  'unit.leave': { units: ['none'], before: '2026-01-01T00:00:00.000Z' },
  'perimeter.draw': {
    ...{ incident, kind: 'effect', label: 'Loods' },
    shape: { form: 'sector', origin: [4.35, 50.85], bearing: 60, angle: 60, length: 800 },
    estimate: {
      agent: 'smoke',
      wind: { from: 240, speed: 6, source: 'Ukkel', at: '2026-01-01T00:00:00.000Z' },
    },
  },
  'perimeter.redraw': {
    perimeter: 'none',
    shape: { form: 'circle', center: [4.35, 50.85], radius: 150 },
    label: 'Loods',
  },
  'perimeter.order': { perimeter: 'none', to: 'PZ Noord', text: 'Afsluiten' },
  'perimeter.tally': {
    ...{ perimeter: 'none', people: 300, more: 2 },
    things: [{ id: 's-1', kind: 'school', nl: 'School', fr: 'École' }],
  },
  'perimeter.lift': { perimeter: 'none', reason: 'Vrij' },
  'wind.observe': {
    ...{ station: 'ukkel', name: 'Ukkel', point: [4.358, 50.798], from: 240, speed: 6, gust: 11 },
    observed: '2026-01-01T00:00:00.000Z',
  },
  'site.warn': {
    ...{ colour: 'orange', gust: 95, source: 'KMI', text: 'Rukwinden' },
    ...{ from: '2026-01-01T00:00:00.000Z', until: '2036-01-01T00:00:00.000Z' },
  },
  'site.endWarning': { warning: 'none' },
  'site.close': { sites: ['park-warande'] },
  'site.mark': { sites: ['park-warande'], state: 'closed' },
  'site.inspect': { site: 'park-warande', safe: true, by: 'Groendienst' },
  'site.reopen': { sites: ['park-warande'] },
  'camera.request': { incident, camera: 'cam-1', name: 'Camera', reason: 'Rook?' },
};
