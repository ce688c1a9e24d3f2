import { describe, expect, it } from 'vitest';
import { fixture, made, noFixtures, readsOf } from './anpr-given.ts';

/** Real messages, where they are at hand. Their cameras are unknown here, and their times long ago. */
describe.skipIf(noFixtures)(`[P4.101] real messages ${noFixtures}`, () => {
  const facts: [file: string, format: string, reads: object[]][] = [
    [
      'axis-event.json',
      'axis',
      [
        {
          plate: 'RLE11684',
          country: 'PL',
          at: '2021-06-11T10:05:38.252Z',
          confidence: 0.719034,
          direction: 'approaching',
        },
      ],
    ],
    [
      'axis-1AB1234-cze-update.json',
      'axis',
      [
        {
          plate: '1AB1234',
          country: 'CZ',
          at: '2024-06-14T14:04:36.372Z',
          confidence: 0.8688,
          vehicle: { colour: 'GRAY' },
        },
      ],
    ],
    [
      'frigate-tracked_object_update-lpr.json',
      'frigate',
      [{ plate: '123ABC', confidence: 0.95, at: '2020-12-04T23:19:18.748Z' }],
    ],
    [
      'hikvision-anpr.xml',
      'hikvision',
      [
        {
          plate: 'PECT600',
          confidence: 0.97,
          at: '2024-01-19T03:17:19.000Z',
          direction: 'leaving',
          lane: 2,
        },
      ],
    ],
    [
      'hikvision-pl-deepinview58.xml',
      'hikvision',
      [
        {
          plate: 'WX1234A',
          confidence: 0.92,
          country: 'PL',
          at: '2026-07-05T19:44:40.000Z',
          characters: [0.99, 0.99, 0.99, 0.61, 0.99, 0.99, 0.99],
        },
      ],
    ],
    [
      'lilin-log.json',
      'lilin',
      [
        { plate: '30U9874', country: 'TR', at: '2018-04-10T03:03:57.899Z' },
        { plate: '7336GN', country: 'KG' },
      ],
    ],
    [
      'onvif-profileM-spec-frame.xml',
      'onvif',
      [{ plate: '6DZG261', country: 'US', confidence: 0.9, at: '2010-10-20T12:24:57.321Z' }],
    ],
    [
      'openalpr-agent-alpr_group-A13709.json',
      'openalpr',
      [{ plate: 'A13709', confidence: 0.920752, at: '2015-11-24T00:50:08.789Z' }],
    ],
    [
      'platerecognizer-stream-9jub11.json',
      'platerecognizer',
      [
        {
          plate: '9JUB11',
          raw: '9jub11',
          country: 'GB',
          confidence: 0.839,
          at: '2021-09-29T05:56:13.606Z',
          alternatives: [{ plate: 'SJU88Y' }, { plate: 'SJUBI' }],
        },
      ],
    ],
  ];
  it.each(facts)('%s', (file, format, reads) => {
    const body = fixture(file);
    expect(made(body).formats).toEqual([format]);
    expect(readsOf(body, { ever: true, camera: 'anpr-one' })).toMatchObject(reads);
  });

  it('[P4.103] are refused where the camera is unknown, [P4.104] and where they are too old', () => {
    expect(made(fixture('hikvision-anpr.xml')).items).toEqual([
      {
        kind: 'refused',
        refusal: { code: 'anpr-camera-unknown', path: 'EventNotificationAlert.macAddress' },
      },
    ]);
    expect(made(fixture('hikvision-anpr.xml'), { camera: 'anpr-one' }).items).toEqual([
      { kind: 'refused', refusal: { code: 'time-old', path: 'EventNotificationAlert.dateTime' } },
    ]);
  });

  it('[P4.106] heartbeats are signs of life', () => {
    for (const file of ['hikvision-heartbeat-videoloss.xml', 'openalpr-agent-heartbeat.json'])
      expect(made(fixture(file), { camera: 'anpr-one' }).items).toEqual([
        { kind: 'sign', camera: 'anpr-one' },
      ]);
  });
});
