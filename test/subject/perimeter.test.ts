import { describe, expect, it } from 'vitest';
import type { Event } from '../../shared/entry.ts';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import type { Perimeter } from '../../shared/subject/perimeter/schema.ts';
import { given, minute } from '../given.ts';

const opened = (restrictions?: string[]): Event =>
  fact(
    'incident.opened',
    'i-1',
    { number: '2026-0001', type: 'fire', title: 'Brand', priority: 1 },
    restrictions,
  );
const closed = fact('incident.closed', 'i-1', { summary: 'Gedaan' });
const circle = { form: 'circle', center: [4.35, 50.85], radius: 150 } as const;
const wider = { ...circle, radius: 300 };
const about = { incident: 'i-1', kind: 'exclusion' } as const;
const drawn = (restrictions?: string[]): Event =>
  fact('perimeter.drawn', 'z-1', { ...about, shape: circle }, restrictions);
const lifted = fact('perimeter.lifted', 'z-1', { ...about, reason: 'Vrij' });
const wind = { from: 250, speed: 5, source: 'Ukkel', at: minute(0) };
const get = (scene: { state: any }): Perimeter => scene.state.perimeter.perimeters.get('z-1');
const bow = { form: 'polygon', ring: [[4.35, 50.85], [4.36, 50.86], [4.36, 50.85], [4.35, 50.86]] } as const; // prettier-ignore
const flat = { form: 'polygon', ring: [[4.35, 50.85], [4.36, 50.85], [4.37, 50.85]] } as const; // prettier-ignore

describe('perimeter', () => {
  it('[perimeter] is drawn for an open incident, by somebody, and stands', () => {
    given(opened())
      .when('perimeter.draw', { ...about, shape: circle }, { id: 'z-1' })
      .then([drawn()]);
    expect(get(given(opened(), drawn()))).toMatchObject({
      ...{ id: 'z-1', incident: 'i-1', kind: 'exclusion', shape: circle, before: [] },
      owner: { id: 'operator' },
      drawn: minute(2),
    });
    given(opened(), closed)
      .when('perimeter.draw', { ...about, shape: circle })
      .then(refuse('incident-closed', 'data.incident'));
    given()
      .when('perimeter.draw', { ...about, shape: circle })
      .then(refuse('incident-unknown', 'data.incident'));
    given(opened(), drawn())
      .when('perimeter.draw', { ...about, shape: circle }, { id: 'z-1' })
      .then(refuse('id-taken'));
  });

  it('[perimeter] sides that cross, and a shape without area, are refused where they are', () => {
    const scene = given(opened(), drawn());
    scene
      .when('perimeter.draw', { ...about, shape: bow })
      .then(refuse('shape-crosses-itself', 'data.shape'));
    scene
      .when('perimeter.draw', { ...about, shape: flat })
      .then(refuse('shape-no-area', 'data.shape'));
    scene
      .when('perimeter.redraw', { perimeter: 'z-1', shape: bow })
      .then(refuse('shape-crosses-itself', 'data.shape'));
  });

  it('[perimeter] a redrawn one keeps what it was, and forgets what was counted in the old outline', () => {
    const tallied = fact('perimeter.tallied', 'z-1', { ...about, people: 900, things: [] });
    const redrawn = fact('perimeter.redrawn', 'z-1', { ...about, shape: wider });
    given(opened(), drawn(), tallied)
      .when('perimeter.redraw', { perimeter: 'z-1', shape: wider })
      .then([redrawn]);
    const row = get(given(opened(), drawn(), tallied, redrawn));
    expect(row.shape).toEqual(wider);
    expect(row.tally).toBeUndefined();
    expect(row.before).toEqual([{ shape: circle, until: minute(4), by: 'Demo operator' }]);
  });

  it('[perimeter] an order to enforce it is an order of the logbook, acknowledged there', () => {
    const order = { perimeter: 'z-1', to: 'PZ Noord', text: 'Sluit de straat af' };
    const scene = given(opened(), drawn())
      .when('perimeter.order', order, { id: 'o-1' })
      .then([
        fact('perimeter.ordered', 'z-1', { ...about, to: 'PZ Noord', order: 'o-1' }),
        fact('journal.written', 'o-1', {
          ...{ incident: 'i-1', kind: 'order' },
          ...{ text: 'Sluit de straat af', to: 'PZ Noord' },
        }),
      ]);
    expect(get(scene).order).toMatchObject({ entry: 'o-1', to: 'PZ Noord' });
    scene
      .when('journal.acknowledge', { entry: 'o-1', as: 'received' })
      .then([fact('journal.acknowledged', 'o-1', { as: 'received' })]);
  });

  it('[perimeter] an area of effect is an estimate: it is not enforced, and nothing else is one', () => {
    const effect = fact('perimeter.drawn', 'z-1', {
      ...{ incident: 'i-1', kind: 'effect', shape: circle },
      estimate: { agent: 'smoke', wind },
    });
    given(opened(), effect)
      .when('perimeter.order', { perimeter: 'z-1', to: 'PZ Noord', text: 'Sluit af' })
      .then(refuse('perimeter-estimate', 'data.perimeter'));
    given(opened())
      .when('perimeter.draw', { ...about, shape: circle, estimate: { agent: 'smoke', wind } })
      .then(refuse('perimeter-estimate', 'data.estimate'));
    // Nobody stands at its edge: it does not keep an incident open.
    given(opened(), effect).when('incident.close', { incident: 'i-1', summary: 'Gedaan' }).done();
  });

  it('[perimeter] lifted, it is over; an incident is not closed while one stands', () => {
    given(opened(), drawn())
      .when('incident.close', { incident: 'i-1', summary: 'Gedaan' })
      .then(refuse('perimeters-stand', 'data.incident'));
    given(opened(), drawn())
      .when('perimeter.lift', { perimeter: 'z-1', reason: 'Vrij' })
      .then([lifted]);
    const over = given(opened(), drawn(), lifted);
    expect(get(over).lifted).toEqual({ at: minute(3), by: 'Demo operator', reason: 'Vrij' });
    over.when('incident.close', { incident: 'i-1', summary: 'Gedaan' }).done();
    for (const [type, data] of [
      ['perimeter.redraw', { shape: wider }],
      ['perimeter.order', { to: 'PZ', text: 'Sluit af' }],
      ['perimeter.tally', { things: [] }],
      ['perimeter.lift', { reason: 'Nog eens' }],
    ] as const)
      over
        .when(type, { perimeter: 'z-1', ...data })
        .then(refuse('perimeter-lifted', 'data.perimeter'));
  });

  it('[perimeter] what was counted inside is on it, and in the logbook as numbers', () => {
    const things = [
      { id: 'maalbeek', kind: 'metro-station', nl: 'Maalbeek', fr: 'Maelbeek' },
      { id: 'school-1', kind: 'school', nl: 'School', fr: 'École' },
      { id: 'school-2', kind: 'school', nl: 'School 2', fr: 'École 2' },
    ];
    const scene = given(opened(), drawn())
      .when('perimeter.tally', { perimeter: 'z-1', people: 1200, things })
      .then([fact('perimeter.tallied', 'z-1', { ...about, people: 1200, things })]);
    expect(get(scene).tally).toMatchObject({ people: 1200, things, by: 'Demo operator' });
    const auto = [...scene.state.journal.entries.values()].find(
      (row) => row.auto?.type === 'perimeter.tallied',
    );
    expect(auto?.auto?.data).toEqual({
      ...{ thing: 'z-1', kind: 'exclusion', people: 1200 },
      counts: { 'metro-station': 1, school: 2 },
    });
  });

  it('[P4.41] cameras that were counted are told to those who are sent their layer, and to nobody else', () => {
    const thing = (id: string, kind: string) => ({ id, kind, nl: `Naam ${id}`, fr: `Nom ${id}` });
    const school = thing('s-1', 'school');
    const [camera, anpr] = [thing('c-1', 'camera'), thing('n-1', 'anpr-camera')];
    const scene = given(opened(), drawn())
      .when('perimeter.tally', { perimeter: 'z-1', things: [anpr, school, camera] })
      .then([
        fact('perimeter.tallied', 'z-1', {
          ...{ ...about, things: [school], cameras: [camera], anpr: [anpr] },
        }),
      ]);
    const names = (role: string) => {
      const text = JSON.stringify(scene.seenBy(role));
      return ['Naam s-1', 'Naam c-1', 'Naam n-1'].filter((name) => text.includes(name));
    };
    expect(names('police')).toEqual(['Naam s-1', 'Naam c-1', 'Naam n-1']);
    expect(names('operator')).toEqual(['Naam s-1', 'Naam c-1']);
    expect(names('medical')).toEqual(['Naam s-1']);
    expect(names('wall')).toEqual(['Naam s-1']);
  });

  it('[perimeter] is as secret as its incident: hidden with it, released with it, gone with it', () => {
    const secret = given(opened(['police']), drawn(['police']));
    expect(secret.seenBy('operator').perimeter.perimeters.size).toBe(0);
    expect(secret.seenBy('police').perimeter.perimeters.size).toBe(1);
    secret
      .when('perimeter.lift', { perimeter: 'z-1', reason: 'Vrij' })
      .then(refuse('perimeter-unknown', 'data.perimeter'));
    const later = given(opened(), drawn())
      .when('incident.restrict', { incident: 'i-1', restriction: 'police' }, { role: 'police' })
      .done();
    expect(get(later).restrictions).toEqual(['police']);
    expect(later.seenBy('operator').perimeter.perimeters.size).toBe(0);
    const released = later
      .when('incident.release', { incident: 'i-1', restriction: 'police' }, { role: 'police' })
      .done();
    expect(get(released).restrictions).toBeUndefined();
    expect(released.seenBy('operator').perimeter.perimeters.size).toBe(1);
    const gone = given(opened(), drawn(), lifted, closed, fact('incident.archived', 'i-1', {}));
    expect(gone.state.perimeter.perimeters.size).toBe(0);
  });
});
