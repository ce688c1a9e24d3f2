import { describe, expect, it } from 'vitest';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { requestKey } from '../../shared/subject/camera/schema.ts';
import { given } from '../given.ts';

const opened = (restrictions?: string[]) =>
  fact(
    'incident.opened',
    'i-1',
    { number: '2026-0001', type: 'fire', title: 'Brand', priority: 1 },
    restrictions,
  );
const asked = { incident: 'i-1', camera: 'cam-7', name: 'Camera 7', reason: 'Rook in beeld?' };
const key = requestKey('i-1', 'cam-7', 'operator');

describe('camera', () => {
  it('[camera] a look is asked for by somebody, for an incident, with a reason, and stands in its logbook', () => {
    const scene = given(opened())
      .when('camera.request', asked)
      .then([fact('camera.requested', key, asked)]);
    expect(scene.state.camera.requests.get(key)).toMatchObject({ ...asked, person: 'operator' });
    const told = [...scene.state.journal.entries.values()].map((row) => row.auto?.type);
    expect(told).toContain('camera.requested');
    scene.when('camera.request', asked).then([]);
  });

  it('[camera] not for an incident that is closed or that one may not see', () => {
    const closed = fact('incident.closed', 'i-1', { summary: 'Gedaan' });
    given(opened(), closed)
      .when('camera.request', asked)
      .then(refuse('incident-closed', 'data.incident'));
    given(opened(['police']))
      .when('camera.request', asked)
      .then(refuse('incident-unknown', 'data.incident'));
  });
});
