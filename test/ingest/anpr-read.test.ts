import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlateRead } from '../../shared/anpr/read.ts';
import { explain } from '../../shared/explain.ts';
import { BodyRefused } from '../../server/ingest/body.ts';
import { countryOf } from '../../server/ingest/anpr/country.ts';
import { FORMATS, toldBy } from '../../server/ingest/anpr/formats.ts';
import { messagesOf } from '../../server/ingest/anpr/message.ts';
import { whenOf } from '../../server/ingest/anpr/time.ts';
import { directionOf, shareOf } from '../../server/ingest/anpr/value.ts';
import { cropOf, JPEG, made, NOW, read } from './anpr-given.ts';

const own = (more: object = {}) =>
  JSON.stringify({
    camera: 'anpr-one',
    at: '2026-11-24T07:59:58.000Z',
    plate: '1-XXX-001',
    ...more,
  });
const refusalOf = (body: string) => {
  const [first] = made(body).items;
  return first?.kind === 'refused' ? first.refusal : first?.kind;
};

describe('our own JSON', () => {
  it('[P4.100] is taken with all its fields', () => {
    const all = {
      ...{
        id: 'read-1',
        country: 'BE',
        confidence: 0.9,
        characters: [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9],
      },
      ...{
        alternatives: [{ plate: '1XXXO01', confidence: 0.2 }],
        direction: 'leaving',
        lane: 2,
        speed: 13.9,
      },
      vehicle: { kind: 'car', colour: 'white', make: 'Ford' },
    };
    const made = read(own({ ...all, anything: 'else' }));
    expect(made).toEqual({
      ...{
        camera: 'anpr-one',
        at: '2026-11-24T07:59:58.000Z',
        received: '2026-11-24T08:00:00.000Z',
        offset: -2_000,
      },
      ...{ raw: '1-XXX-001', plate: '1XXX001', ...all },
    });
    expect(PlateRead.safeParse(made).success).toBe(true);
  });

  it('[P4.102] what makes no sense is refused with its place', () => {
    for (const [more, code, path] of [
      [{ camera: undefined }, 'record-unusable', 'camera'],
      [{ at: undefined }, 'record-unusable', 'at'],
      [{ plate: null }, 'record-unusable', 'plate'],
      [{ plate: 12 }, 'invalid', 'plate'],
      [{ at: '2026-02-30T08:00:00.000Z' }, 'invalid', 'at'],
      [{ at: 'yesterday' }, 'invalid', 'at'],
      [{ id: 'a b' }, 'invalid', 'id'],
      [{ country: 'Belgium' }, 'invalid', 'country'],
      [{ confidence: 97 }, 'invalid', 'confidence'],
      [{ characters: [0.9, 2] }, 'invalid', 'characters.1'],
      [{ alternatives: [{}] }, 'invalid', 'alternatives.0'],
      [{ direction: 'north' }, 'invalid', 'direction'],
      [{ lane: 2.5 }, 'invalid', 'lane'],
      [{ speed: 400 }, 'invalid', 'speed'],
      [{ vehicle: { make: 1 } }, 'invalid', 'vehicle.make'],
      [{ point: [4.3] }, 'invalid', 'point.1'],
    ] as const)
      expect(refusalOf(own(more))).toMatchObject({ code, path });
  });

  it('[P4.102] the same read is the same id, whoever sends it again; it does not tell the plate', () => {
    const { id } = read(own());
    expect(read(own()).id).toBe(id);
    expect(read(own({ plate: '1xxx001' })).id).toBe(id);
    expect(read(own({ plate: '1-XXX-002' })).id).not.toBe(id);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('[P4.104] a clock that is off is noted, not punished; beyond a day it is refused', () => {
    const at = (hours: number) => own({ at: new Date(NOW + hours * 3_600_000).toISOString() });
    expect(read(at(3)).offset).toBe(3 * 3_600_000);
    expect(read(at(-23)).offset).toBe(-23 * 3_600_000);
    expect(refusalOf(at(24.1))).toEqual({ code: 'time-ahead', path: 'at' });
    expect(refusalOf(at(-24.1))).toEqual({ code: 'time-old', path: 'at' });
    expect(refusalOf(own({ at: '1970-01-01T00:00:00.000Z' }))).toEqual({
      code: 'time-old',
      path: 'at',
    });
    expect(refusalOf(own({ at: 9_999_999_999 }))).toMatchObject({ path: 'at' });
  });

  it('[P4.103] a camera is known by any of its names, capitals or not; an unknown one is refused', () => {
    for (const camera of [
      'anpr-one',
      'belfry-t1',
      '02005E000001',
      '02-00-5e-00-00-01',
      '192.0.2.7',
    ])
      expect(read(own({ camera })).camera).toBe('anpr-one');
    expect(refusalOf(own({ camera: 'anpr-nobody' }))).toEqual({
      code: 'anpr-camera-unknown',
      path: 'camera',
    });
  });

  it('[P4.103] who passes a message on does not stand in for a device that it names', () => {
    const also = ['192.0.2.7'];
    expect(made(own({ camera: 'anpr-nobody' }), { also }).items).toMatchObject([
      { kind: 'refused' },
    ]);
    const beat = (more: object) =>
      JSON.stringify({ Active: 'keepAlive', DeviceID: 'nobody', ...more });
    expect(made(beat({}), { also }).items).toMatchObject([{ kind: 'refused' }]);
    expect(made(beat({ DeviceID: 'BELFRY-T2' }), { also }).items).toEqual([
      { kind: 'sign', camera: 'anpr-two' },
    ]);
    expect(made('Heartbeat', { also }).items).toEqual([{ kind: 'sign', camera: 'anpr-one' }]);
  });

  it('only a mobile camera says where it is', () => {
    expect(read(own({ point: [4.4, 50.9] })).point).toBeUndefined();
    expect(read(own({ camera: 'BELFRY-T3', point: [4.4, 50.9] })).point).toEqual([4.4, 50.9]);
  });
});

describe('[P4.105] plates', () => {
  it('are folded: capitals, separators, full width, accents', () => {
    for (const plate of ['1xxx001', '1.XXX.001', '１ＸＸＸ００１', ' 1 XXX 001 '])
      expect(read(own({ plate })).plate).toBe('1XXX001');
    expect(read(own({ plate: 'MÜ-ZZ 123' }))).toMatchObject({ raw: 'MÜ-ZZ 123', plate: 'MUZZ123' });
  });

  it('are refused with the place, and never told, where they are none', () => {
    for (const [plate, code] of [
      ['', 'anpr-plate-empty'],
      ['---', 'anpr-plate-empty'],
      ['Z9'.repeat(100), 'anpr-plate-long'],
      ['12345678901234567', 'anpr-plate-long'],
      ['1\u202eXXX001', 'anpr-plate-script'],
      ['אבג123', 'anpr-plate-script'],
      ['1X\u0301XX\u0336001', 'anpr-plate-script'],
      ['А123ВС', 'anpr-plate-script'],
    ] as const) {
      const refusal = refusalOf(own({ plate }));
      expect(refusal).toEqual({ code, path: 'plate' });
      if (plate !== '' && typeof refusal === 'object')
        for (const lang of ['nl', 'fr', 'en'] as const)
          expect(explain(refusal, lang)).not.toContain(plate);
    }
  });
});

describe('values as makers write them', () => {
  const BRUSSELS = 'Europe/Brussels';
  it('times', () => {
    const at = Date.parse('2026-11-24T07:59:58.250Z');
    for (const text of [
      ...[
        at,
        at / 1_000,
        at * 1_000,
        `${at}000000`,
        `${at}`,
        '2026-11-24T07:59:58.250Z',
        '2026-11-24T08:59:58.250+01:00',
      ],
      ...[
        '2026-11-24 08:59:58.250',
        '20261124 085958250',
        '20261124T085958.250',
        '20261124085958250',
        '2026-11-24 07:59:58.25 GMT',
      ],
      ...[
        '2026-11-24T08:59:58.250123+0100',
        '2026/11/24 08:59:58,250',
        '2026:11:24 07:59:58.250Z',
        '24/11/2026 08:59:58.250',
        '11/24/2026 08:59:58.250 AM',
      ],
      ...[`/Date(${at})/`, '20261124 085958250 +0100'],
    ])
      expect([text, whenOf(text, BRUSSELS, NOW)]).toEqual([text, at]);
    for (const text of [
      '',
      'now',
      '2026-13-01 08:00:00',
      '2026-11-24',
      '0',
      0,
      -5,
      null,
      {},
      '99999999999999999999',
    ])
      expect(whenOf(text, BRUSSELS, NOW)).toBeUndefined();
    // The hour that comes twice: the one nearer to now.
    const first = Date.parse('2026-10-25T00:30:00Z');
    expect(whenOf('2026-10-25 02:30:00', BRUSSELS, first + 60_000)).toBe(first);
    expect(whenOf('2026-10-25 02:30:00', BRUSSELS, first + 3_660_000)).toBe(first + 3_600_000);
    // Day and month, whichever is nearer to now.
    expect(whenOf('03/04/2026 10:00:00', 'UTC', Date.parse('2026-04-03T10:01:00Z'))).toBe(
      Date.parse('2026-04-03T10:00:00Z'),
    );
    expect(whenOf('03/04/2026 10:00:00', 'UTC', Date.parse('2026-03-04T10:01:00Z'))).toBe(
      Date.parse('2026-03-04T10:00:00Z'),
    );
  });

  it('shares, directions, countries', () => {
    expect([0.87, '0.87', '87', 87, '87%', '87,0 %', 1, 0].map((one) => shareOf(one))).toEqual([
      0.87, 0.87, 0.87, 0.87, 0.87, 0.87, 1, 0,
    ]);
    expect([1, '1%', 101, -1, 'x'].map((one) => shareOf(one, 'percent'))).toEqual([
      0.01,
      0.01,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['in', 'Approach', 'forward', 'Moving closer'].map(directionOf)).toEqual(
      Array(4).fill('approaching'),
    );
    expect(['out', 'Away', 'reverse', 'Leave', 'Moving away'].map(directionOf)).toEqual(
      Array(5).fill('leaving'),
    );
    expect(['unknown', '-', '', 'unk', 3].map(directionOf)).toEqual(Array(5).fill(undefined));
    expect(
      ['be', 'BEL', 'B', 'eu-be', 'be-bru', 'Belgium', 'NON', 'mo', ''].map(countryOf),
    ).toEqual(['BE', 'BE', 'BE', 'BE', 'BE', 'BE', undefined, undefined, undefined]);
  });
});

describe('[P4.107] pictures', () => {
  it('count by their bytes, and only up to 2 MB; the read stays', () => {
    const with_ = (bytes: Buffer) => own({ picture: bytes.toString('base64') });
    expect(cropOf(with_(JPEG(100)))).toMatchObject({ type: 'image/jpeg' });
    expect(
      cropOf(own({ picture: `data:image/png;base64,${JPEG(100).toString('base64')}` }))?.type,
    ).toBe('image/jpeg');
    for (const bytes of [
      Buffer.from('<svg onload=alert(1)>…'),
      Buffer.from('GIF89a…………'),
      JPEG(2 * 1024 * 1024 + 1),
    ]) {
      expect(cropOf(with_(bytes))).toBeUndefined();
      expect(read(with_(bytes)).plate).toBe('1XXX001');
    }
  });
});

describe('[P4.101] the maker', () => {
  it('of what nobody recognises is not guessed', () => {
    for (const body of ['{"hello":1}', '<hello/>', '[1]', '{"type":"new","camera_count":2}'])
      expect(made(body).formats).toEqual(['none']);
    for (const body of ['hello', JPEG(20)])
      expect(() => messagesOf(Buffer.from(body))).toThrow(
        expect.objectContaining({ refusal: { code: 'anpr-format-unknown' } }),
      );
    expect(() => messagesOf(Buffer.from('{"a":'))).toThrow(
      expect.objectContaining({ refusal: { code: 'json-broken' } }),
    );
    for (const xml of [
      '<a><b></a>',
      '<a',
      '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
      '<a>'.repeat(100) + '</a>'.repeat(100),
    ])
      expect(() => messagesOf(Buffer.from(xml))).toThrow(
        expect.objectContaining({ refusal: { code: 'xml-broken' } }),
      );
  });
});

describe('[P4.109] no adapter throws, whatever it is given, and what it makes is a read', () => {
  const words = fc.constantFrom(
    'ANPR',
    'licensePlate',
    'plate',
    'camera',
    'at',
    'eventType',
    'dateTime',
    'packetCounter',
    'plateUTF8',
    'results',
    'data',
    'data_type',
    'Events',
    'TrafficCar',
    'PlateNumber',
    'Picture',
    'Plate',
    'SnapInfo',
    'Frame',
    'Object',
    'UtcTime',
    'LicensePlateInfo',
    'PlateRead',
    'PlateImage',
    'INFORMATION',
    'LPR',
    'TS',
    'after',
    'type',
    'recognized_license_plate',
    'camera_id',
    'timestamp',
    'device',
    'plate_color',
    'time',
    '__proto__',
    'constructor',
  );
  const leaf = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      'alpr_group',
      'heartbeat',
      'lpr',
      'new',
      'anpr-one',
      '1XXX001',
      NOW,
      '2026-11-24T07:59:58Z',
    ),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(words, fc.string({ maxLength: 8 })), tie('tree'), { maxKeys: 6 }),
    ),
  }));

  it('as JSON, by any adapter', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, ...FORMATS), (value, format) => {
        toldBy({ tree: value, pictures: [] }, format);
        for (const item of made(JSON.stringify({ x: value, ...(value as object) }), {
          format,
          camera: 'anpr-one',
        } as object).items)
          if (item.kind === 'read')
            expect(PlateRead.safeParse(item.passed.read).error).toBeUndefined();
      }),
      { numRuns: 1_500 },
    );
  });

  it('as bytes of any kind', () => {
    const broken = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.string({ maxLength: 300 }).map((text) => Buffer.from(text)),
      fc
        .array(
          fc.constantFrom(
            '--b\r\n',
            '--b--',
            '\r\n\r\n',
            '{"plate":"1XXX001"}',
            'Events[0].a=',
            '<a>',
            '</a>',
            'Content-Type: text/xml\r\n',
            'x=1&y[0][1]=2',
            '\n',
            '\u0000',
          ),
        )
        .map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(
        broken,
        fc.constantFrom(
          '',
          'multipart/form-data; boundary=b',
          'application/json',
          'text/xml',
          'application/x-www-form-urlencoded',
        ),
        (body, type) => {
          try {
            for (const piece of messagesOf(body, type)) if (!('code' in piece)) toldBy(piece);
          } catch (error) {
            expect(error).toBeInstanceOf(BodyRefused);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
