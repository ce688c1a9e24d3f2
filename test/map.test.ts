import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GLYPHS } from '../client/map/glyph.ts';
import { incidentIcon } from '../client/map/icon.ts';
import { reportFeature } from '../client/map/layer/report.ts';
import { differ, type Sent } from '../client/map/mirror.ts';
import { readYaml } from '../server/config.ts';
import { IncidentType } from '../shared/settings.ts';
import type { Report } from '../shared/subject/report/schema.ts';

const config = fileURLToPath(new URL('../config', import.meta.url));

const row = (id: string, lon = 4.35, text = `Melding ${id}`) =>
  ({
    id,
    text,
    status: 'new',
    priority: 3,
    received: '2026-01-01T00:00:00.000Z',
    place: { point: [lon, 50.85] },
  }) as Report & { place: { point: [number, number] } };
const never = () => false;

describe('the map', () => {
  it('[map] has a picture for every type of incident, and one for a type that it does not know', () => {
    const types = readYaml(config, 'plan/incident-types.yaml', z.array(IncidentType));
    expect(types.filter(({ icon }) => !Object.hasOwn(GLYPHS, icon))).toEqual([]);
    expect(incidentIcon(1, 'comet', 'open')).toBe('incident:1:other:open');
    expect(incidentIcon(1, 'toString', 'open')).toBe('incident:1:other:open');
  });

  it('[map] sends what changed and nothing else', () => {
    const sent: Sent<ReturnType<typeof row>> = new Map();
    const [a, b, c] = [row('a'), row('b'), row('c')];
    const first = differ(sent, [a, b, c], never, reportFeature);
    expect(first?.add.map(({ properties }) => properties.id)).toEqual(['a', 'b', 'c']);
    expect(differ(sent, [a, b, c], never, reportFeature)).toBeUndefined();
    const moved = row('b', 4.4);
    const second = differ(sent, [a, moved], never, reportFeature);
    expect(second).toEqual({ add: [reportFeature(moved, false)], remove: ['c'] });
  });

  it('[map] draws a thing anew when the server has it, though the thing is the same', () => {
    const sent: Sent<ReturnType<typeof row>> = new Map();
    const a = row('a');
    const before = differ(sent, [a], () => true, reportFeature);
    expect(before?.add[0]?.properties.icon).toBe('report:3:waiting');
    const after = differ(sent, [a], never, reportFeature);
    expect(after?.add[0]?.properties.icon).toBe('report:3:new');
  });

  it('[map] a title is cut between whole characters', () => {
    const { title } = reportFeature(row('a', 4.35, '🚒'.repeat(100)), false).properties;
    expect(title.isWellFormed()).toBe(true);
    expect(title.length).toBeLessThanOrEqual(121);
  });
});
