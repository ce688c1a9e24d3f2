import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../server/ingest/body.ts';
import { readDatex, readDatexMapping } from '../../server/ingest/datex.ts';
import { config, datex, fixtures, noFixtures } from './given.ts';

const read = (xml: string) => {
  const result = readDatex(xml, datex);
  if (!result.ok) return [result.refusal.code];
  return [...result.items].map((item) => (item.ok ? item.data : item.refusal.code));
};

const v3 = (records: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<mc:messageContainer xmlns:mc="http://datex2.eu/schema/3/messageContainer" xmlns:sit="http://datex2.eu/schema/3/situation"
  xmlns:com="http://datex2.eu/schema/3/common" xmlns:loc="http://datex2.eu/schema/3/locationReferencing" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <mc:payload xsi:type="sit:SituationPublication" lang="nl" modelBaseVersion="3">
  <com:publicationTime>2026-11-24T10:00:00+01:00</com:publicationTime>
  <sit:situation id="S-1">${records}</sit:situation>${more}
 </mc:payload></mc:messageContainer>`;

const record = (type: string, body = '', version = '2026-11-24T09:00:00+01:00') => `
  <sit:situationRecord xsi:type="sit:${type}" id="R" version="1">
   <sit:situationRecordCreationTime>2026-11-24T08:55:00+01:00</sit:situationRecordCreationTime>
   <sit:situationRecordVersionTime>${version}</sit:situationRecordVersionTime>
   ${body}
  </sit:situationRecord>`;

const point = `<sit:locationReference xsi:type="loc:PointLocation"><loc:pointByCoordinates><loc:pointCoordinates>
  <loc:latitude>50.8466</loc:latitude><loc:longitude>4.3517</loc:longitude></loc:pointCoordinates></loc:pointByCoordinates></sit:locationReference>`;
const comment = (lang: string, text: string) => `<sit:generalPublicComment><com:comment><com:values>
  <com:value lang="${lang}">${text}</com:value></com:values></com:comment></sit:generalPublicComment>`;

describe('DATEX II version 3', () => {
  it('[ingest] one situation is one report, as grave as its gravest record', () => {
    const xml = v3(
      record('RoadOrCarriagewayOrLaneManagement') +
        record('Accident', point + comment('nl', 'Ongeval') + comment('fr', 'Accident &amp; feu')),
    );
    expect(read(xml)).toEqual([
      {
        feed: 'datex',
        record: 'S-1',
        version: '2026-11-24T08:00:00.000Z',
        type: 'accident',
        priority: 2,
        text: 'Ongeval',
        texts: { nl: 'Ongeval', fr: 'Accident & feu' },
        place: { point: [4.3517, 50.8466] },
        occurred: { at: '2026-11-24T07:55:00.000Z', precision: 'second' },
        traffic: { kind: 'accident' },
      },
    ]);
  });

  it('[ingest] a more precise value inside the record decides', () => {
    const xml = v3(
      record(
        'VehicleObstruction',
        '<sit:vehicleObstructionType>vehicleOnFire</sit:vehicleObstructionType>',
      ),
    );
    expect(read(xml)).toMatchObject([{ type: 'fire', priority: 1, text: 'Voertuig in brand' }]);
  });

  it('[ingest] a situation that ended says so', () => {
    const ended = '<sit:validity><com:validityStatus>suspended</com:validityStatus></sit:validity>';
    const past =
      '<sit:validity><com:validityTimeSpecification><com:overallStartTime>2026-11-24T06:00:00Z</com:overallStartTime><com:overallEndTime>2026-11-24T08:00:00Z</com:overallEndTime></com:validityTimeSpecification></sit:validity>';
    expect(read(v3(record('Accident', ended)))).toMatchObject([{ over: true }]);
    expect(read(v3(record('Accident', past)))).toMatchObject([{ over: true }]);
    expect(read(v3(record('Accident', past) + record('Accident')))[0]).not.toHaveProperty('over');
  });

  it('[ingest] GML position lists, latitude first', () => {
    const gml =
      '<loc:gmlLineString><loc:posList>50.85 4.36 50.86 4.37</loc:posList></loc:gmlLineString>';
    expect(read(v3(record('Accident', gml)))).toMatchObject([{ place: { point: [4.36, 50.85] } }]);
  });

  it('[ingest] a stretch of road is a line, however it is told, in the direction of the traffic', () => {
    const lineIn = (location: string) =>
      (read(v3(record('AbnormalTraffic', location)))[0] as { traffic?: unknown }).traffic;
    const at = (lat: number, lon: number) =>
      `<loc:pointCoordinates><loc:latitude>${lat}</loc:latitude><loc:longitude>${lon}</loc:longitude></loc:pointCoordinates>`;
    const two = [[4.36, 50.85], [4.37, 50.86]]; // prettier-ignore
    const gml = (list: string, more = '') =>
      `<loc:gmlLineString><loc:posList${more}>${list}</loc:posList></loc:gmlLineString>`;
    const told = { kind: 'congestion', line: two };
    expect(lineIn(gml('50.85 4.36 50.86 4.37'))).toEqual(told);
    expect(lineIn(gml('4.36 50.85 4.37 50.86'))).toEqual(told);
    expect(lineIn(gml('50.85 4.36 12 50.86 4.37 13', ' srsDimension="3"'))).toEqual(told);
    const tpeg = `<loc:tpegLinearLocation><loc:tpegDirection>southBound</loc:tpegDirection>
      <loc:to>${at(50.86, 4.37)}</loc:to><loc:from>${at(50.85, 4.36)}</loc:from></loc:tpegLinearLocation>`;
    expect(lineIn(tpeg)).toEqual({ ...told, way: 'south' });
    const openLr = `<loc:firstDirection>
      <loc:openlrLocationReferencePoint>${at(50.85, 4.36)}</loc:openlrLocationReferencePoint>
      <loc:openlrLastLocationReferencePoint>${at(50.86, 4.37)}</loc:openlrLastLocationReferencePoint></loc:firstDirection>`;
    expect(lineIn(openLr)).toEqual(told);
  });

  it('[ingest] a line that leaves the country or has a hole is no line; a long one is thinned, ends kept', () => {
    const trafficIn = (list: string) =>
      read(
        v3(
          record(
            'Accident',
            `<loc:gmlLineString><loc:posList>${list}</loc:posList></loc:gmlLineString>`,
          ),
        ),
      ).map((one) => (one as { traffic?: { line?: number[][] } }).traffic);
    expect(trafficIn('50.85 4.36 10 100')).toEqual([{ kind: 'accident' }]);
    expect(trafficIn('50.85 4.36 fifty 4.37')).toEqual([{ kind: 'accident' }]);
    expect(trafficIn('50.85 4.36')).toEqual([{ kind: 'accident' }]);
    const many = Array.from({ length: 1_000 }, (_, i) => `50.85 ${(4.3 + i / 10_000).toFixed(4)}`);
    const [long] = trafficIn(many.join(' '));
    expect(long?.line).toHaveLength(200);
    expect([long?.line?.[0], long?.line?.at(-1)]).toEqual([
      [4.3, 50.85],
      [4.3999, 50.85],
    ]);
  });

  it('[ingest] holds from its first start to its last end, and without an end where one record has none', () => {
    const during = (start: string, end?: string) =>
      `${point}<sit:validity><com:validityTimeSpecification><com:overallStartTime>${start}</com:overallStartTime>${end ? `<com:overallEndTime>${end}</com:overallEndTime>` : ''}</com:validityTimeSpecification></sit:validity>`;
    const works = record(
      'ConstructionWorks',
      during('2026-11-25T06:00:00Z', '2026-11-26T06:00:00Z'),
    );
    expect(read(v3(works))).toMatchObject([
      {
        traffic: {
          ...{ kind: 'works', from: '2026-11-25T06:00:00.000Z', until: '2026-11-26T06:00:00.000Z' },
        },
      },
    ]);
    const open = record('Accident', during('2026-11-24T06:00:00Z'));
    const [both] = read(v3(works + open)) as { traffic: object }[];
    expect(both!.traffic).toEqual({ kind: 'accident', from: '2026-11-24T06:00:00.000Z' });
  });

  it('[ingest] several situations, one of them without id: the others are taken', () => {
    expect(
      read(v3(record('Accident'), `<sit:situation>${record('Accident')}</sit:situation>`)),
    ).toMatchObject([{ record: 'S-1' }, 'record-unusable']);
  });
});

describe('DATEX II of other houses', () => {
  const v2 = (situations: string) =>
    `<d2LogicalModel xmlns="http://datex2.eu/schema/2/2_0"><exchange/><payloadPublication lang="fr">${situations}</payloadPublication></d2LogicalModel>`;
  const situation = (body: string, id = 'S-2') =>
    `<situation id="${id}"><headerInformation><informationStatus>real</informationStatus></headerInformation>${body}</situation>`;
  const accident = (...types: string[]) =>
    record('Accident', types.map((type) => `<accidentType>${type}</accidentType>`).join(''));

  it('[ingest] a SOAP envelope, a byte order mark and any prefix do not matter', () => {
    const body = v2(situation(record('Accident').replaceAll('sit:', 'ns0:')));
    const soap = `\ufeff<soap:Envelope xmlns:soap="s"><soap:Header/><soap:Body>${body}</soap:Body></soap:Envelope>`;
    expect(read(soap)).toMatchObject([{ record: 'S-2', type: 'accident' }]);
  });

  it('[ingest] several publications in one message, each with its own time and language', () => {
    const payload = (id: string, lang: string) =>
      `<payload lang="${lang}">${situation(record('Accident', '<sit:generalPublicComment><com:comment><com:values><com:value>x</com:value></com:values></com:comment></sit:generalPublicComment>'), id)}</payload>`;
    expect(
      read(`<messageContainer>${payload('A', 'nl')}${payload('B', 'fr')}</messageContainer>`),
    ).toMatchObject([
      { record: 'A', texts: { nl: 'x' } },
      { record: 'B', texts: { fr: 'x' } },
    ]);
  });

  it('[ingest] a heartbeat is accepted and has nothing to take', () => {
    const beats = [
      '<d2LogicalModel><exchange><keepAlive>true</keepAlive></exchange></d2LogicalModel>',
      '<c:messageContainer xmlns:c="x"><c:exchangeInformation/></c:messageContainer>',
    ];
    for (const xml of beats) expect(read(xml)).toEqual([]);
  });

  it('[ingest] of several precise types the gravest counts, in the words of both versions', () => {
    const pile = { type: 'accident', priority: 1, text: 'Kettingbotsing' };
    for (const type of [
      'multivehicleAccident',
      'multipleVehicleCollision',
      'multipleVehicleAccident',
    ])
      expect(read(v2(situation(accident(type))))).toMatchObject([pile]);
    expect(
      read(v2(situation(accident('overturnedVehicle', 'chemicalSpillageAccident')))),
    ).toMatchObject([{ type: 'cbrne', priority: 1 }]);
  });

  it('[ingest] names that every object knows are no kinds of record', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      expect(read(v2(situation(record(name) + accident(name))))).toMatchObject([
        { type: 'accident', text: 'Verkeersbericht · Ongeval' },
      ]);
  });

  it('[ingest] what its source marks as an exercise or a test never enters among the real', () => {
    for (const status of ['securityExercise', 'technicalExercise', 'test', 'TEST'])
      expect(read(v2(situation(record('Accident')).replace('>real<', `>${status}<`)))).toEqual([
        'not-real',
      ]);
  });

  it('[ingest] the latest of its records is the version, whatever zones the stamps are in', () => {
    const two =
      record('Accident', '', '2026-10-25T02:50:00+02:00') +
      record('Accident', '', '2026-10-25T02:10:00+01:00');
    expect(read(v2(situation(two)))).toMatchObject([{ version: '2026-10-25T01:10:00.000Z' }]);
  });

  it('[ingest] numbered characters and marked text are read as the characters they are', () => {
    const text = 'v&#233;hicule &#xE0; l&apos;arr&#234;t <![CDATA[<b>&#233;</b>]]>';
    expect(read(v2(situation(record('Accident', comment('fr', text)))))).toMatchObject([
      { text: "véhicule à l'arrêt <b>&#233;</b>" },
    ]);
  });

  it('[ingest] markup in marked text is not taken for nesting', () => {
    const text = `<![CDATA[${'regel<br>'.repeat(100)}]]><!-- <a><b> -->`;
    expect(read(v2(situation(record('Accident', comment('nl', text)))))).toHaveLength(1);
  });

  it('[ingest] an Alert-C place without coordinates is told by name and code', () => {
    const area = `<alertCArea><alertCLocationCountryCode>6</alertCLocationCountryCode><alertCLocationTableNumber>1</alertCLocationTableNumber>
      <areaLocation><alertCLocationName><values><value lang="nl">Brussel</value></values></alertCLocationName><specificLocation>12</specificLocation></areaLocation></alertCArea>`;
    expect(read(v2(situation(record('Accident', area))))).toMatchObject([
      { place: { text: 'Alert-C 6/1 · Brussel (12)' } },
    ]);
  });

  it('[ingest] a long message is read to its last situation', () => {
    const many = Array.from({ length: 6_000 }, (_, i) => situation(record('Accident'), `S-${i}`));
    const result = readDatex(v2(many.join('')), datex);
    let count = 0;
    if (result.ok) for (const item of result.items) count += item.ok ? 1 : 0;
    expect(count).toBe(6_000);
  });

  it('[ingest] one broken situation does not take the others with it', () => {
    const broken = situation('<situationRecord a=b></situationRecord>', 'X');
    expect(
      read(v2(situation(record('Accident')) + broken + situation(record('Accident'), 'S-3'))),
    ).toMatchObject([{ record: 'S-2' }, 'xml-broken', { record: 'S-3' }]);
  });

  it('[ingest] an incident type that does not exist stops the start and is named', () => {
    expect(() => readDatexMapping(config, new Map([['traffic', 4]]))).toThrow(
      /feeds\/datex\.yaml: kinds\.\w+: there is no incident type/,
    );
  });
});

describe('bad XML', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d2LogicalModel>&b;</d2LogicalModel>`;
  it('[ingest] entities, external files, broken and deeply nested XML are refused', () => {
    const external = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`;
    const deep = '<a>'.repeat(10_000) + '</a>'.repeat(10_000);
    for (const xml of [bomb, external, deep, '<a><b></a>', 'geen xml', '', '<html/>'])
      expect(read(xml)).toEqual(['xml-broken']);
  });

  it('[bad] tags without an end cost no more than their length', () => {
    const parts = ['<a', '<a "', '<!--', '<![CDATA[', '<?', '</a', '<situation ', '&', '<a b="'];
    for (const part of parts) {
      const begun = performance.now();
      expect(read(part.repeat(1_000_000 / part.length))).toEqual(['xml-broken']);
      expect(performance.now() - begun).toBeLessThan(1_000);
    }
  });

  it('[bad] more than a message can be is refused as that, not cut short', () => {
    const junk = `<d2LogicalModel><payloadPublication>${'<x>y</x>'.repeat(200_000)}</payloadPublication></d2LogicalModel>`;
    expect(read(junk)).toEqual(['too-large']);
    const one = `<d2LogicalModel><payloadPublication><situation id="1">${'<x>y</x>'.repeat(200_000)}</situation></payloadPublication></d2LogicalModel>`;
    expect(read(one)).toEqual(['too-large']);
  });

  it('[ingest] a message without situations has nothing to take', () => {
    expect(
      read(
        '<d2LogicalModel><payloadPublication><publicationTime>2026-01-01T00:00:00Z</publicationTime></payloadPublication></d2LogicalModel>',
      ),
    ).toEqual([]);
  });

  it('[ingest] the declared encoding is honoured, bytes that do not fit it are refused', () => {
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9t\u00e9</a>',
      'latin1',
    );
    expect(decodeXml(latin)).toContain('\u00e9t\u00e9');
    expect(decodeXml(Buffer.from([0x3c, 0x61, 0xff, 0xfe]))).toBeUndefined();
    // What the first bytes show counts more than what the declaration says.
    const wrong = '<?xml version="1.0" encoding="utf-16"?><a>\u00e9</a>';
    expect(decodeXml(Buffer.from(wrong))).toBe(wrong);
    expect(decodeXml(Buffer.from(`\ufeff${wrong}`.replace('utf-16', 'latin1')))).toContain(
      '\u00e9',
    );
    expect(decodeXml(Buffer.from(`\ufeff${wrong}`, 'utf16le'))).toBe(wrong);
  });

  it('[ingest] whatever is sent, it answers and never throws', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<situation id="1">',
      '</situation>',
      '<payloadPublication>',
      '</payloadPublication>',
      'x',
      '&amp;',
      '<![CDATA[',
      ']]>',
      '<situationRecord xsi:type="Accident">',
      '</situationRecord>',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(Array.isArray(read(`<r>${parts.join('')}</r>`))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('real situations of a traffic centre', () => {
  it.skipIf(noFixtures)(
    `[ingest] each file gives one report with type, text, time and place ${noFixtures}`,
    () => {
      const files = readdirSync(fixtures).filter((name) => name.endsWith('.xml'));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const [report, ...others] = read(readFileSync(join(fixtures, file), 'utf8'));
        expect(others).toEqual([]);
        expect(report).toMatchObject({
          feed: 'datex',
          record: expect.stringMatching(/^GUID/) as string,
          type: expect.stringMatching(/^[a-z]+$/) as string,
          text: expect.stringMatching(/\w/) as string,
          place: { text: expect.stringContaining('Alert-C') as string },
          occurred: { precision: 'second' },
        });
      }
    },
  );
});
