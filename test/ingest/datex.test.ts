import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../server/ingest/body.ts';
import { readDatex } from '../../server/ingest/datex.ts';
import { datex, fixtures, noFixtures } from './given.ts';

const read = (xml: string) => {
  const result = readDatex(xml, datex);
  if (!result.ok) return [result.refusal.code];
  return result.items.map((item) => (item.ok ? item.data : item.refusal.code));
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

  it('[ingest] several situations, one of them without id: the others are taken', () => {
    expect(
      read(v3(record('Accident'), `<sit:situation>${record('Accident')}</sit:situation>`)),
    ).toMatchObject([{ record: 'S-1' }, 'record-unusable']);
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
