import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../shared/command.ts';
import { readCap, readCapFeed, type CapItem } from '../../server/ingest/cap.ts';
import { decodeXml } from '../../server/ingest/body.ts';
import { config } from './given.ts';

const feed = readCapFeed(config);
const samples = fileURLToPath(new URL('../../../shared/fixtures/cap', import.meta.url));
const noSamples = existsSync(samples) ? '' : 'skipped: ../shared/fixtures is not here';

/** An alert of an invented weather service. */
const alert = ({
  id = 'BE.KMI.1',
  status = 'Actual',
  type = 'Alert',
  references = '',
  event = 'Wind',
  area = 'Brussel',
  level = '3; orange; Severe',
  text = 'Rukwinden van 90 tot 100 km/u.',
} = {}) => `<?xml version="1.0"?>
<cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2">
  <cap:identifier>${id}</cap:identifier><cap:sender>weer@voorbeeld.brussels</cap:sender>
  <cap:sent>2026-11-24T09:00:00+01:00</cap:sent><cap:status>${status}</cap:status>
  <cap:msgType>${type}</cap:msgType><cap:scope>Public</cap:scope>
  ${references && `<cap:references>${references}</cap:references>`}
  <cap:info><cap:language>fr-BE</cap:language><cap:event>${event}</cap:event>
    <cap:severity>Moderate</cap:severity>
    <cap:onset>2026-11-24T12:00:00+01:00</cap:onset>
    <cap:expires>2026-11-24T20:00:00+01:00</cap:expires>
    <cap:headline>Code</cap:headline><cap:description>${text}</cap:description>
    ${level && `<cap:parameter><cap:valueName>awareness_level</cap:valueName><cap:value>${level}</cap:value></cap:parameter>`}
    <cap:area><cap:areaDesc>${area}</cap:areaDesc></cap:area>
  </cap:info>
</cap:alert>`;

const itemsOf = (xml: string): CapItem[] => {
  const read = readCap(xml, feed);
  if (!read.ok) throw new Error(read.refusal.code);
  return [...read.items];
};
const commandsOf = (xml: string) =>
  itemsOf(xml).flatMap((item) => {
    if (!item.ok) throw new Error(item.refusal.code);
    return item.data ?? [];
  });

describe('weather warnings as CAP', () => {
  it('[P5.90] a warning for wind here becomes one of ours: colour, gust, times', () => {
    const [warn, ...more] = commandsOf(alert());
    expect(more).toEqual([]);
    expect(warn).toMatchObject({
      type: 'site.warn',
      data: {
        colour: 'orange',
        gust: 100,
        from: '2026-11-24T11:00:00.000Z',
        until: '2026-11-24T19:00:00.000Z',
        source: 'weer@voorbeeld.brussels',
      },
    });
    expect(checkCommand(warn).ok).toBe(true);
    // The same alert is the same command: sent again, it changes nothing.
    expect(commandsOf(alert())).toEqual([warn]);
    expect(commandsOf(alert({ level: '' }))).toMatchObject([{ data: { colour: 'yellow' } }]);
  });

  it.each([
    ['an exercise', { status: 'Exercise' }],
    ['a test', { status: 'Test' }],
    ['rain', { event: 'Rain' }],
    ['another place', { area: 'Hainaut' }],
    ['nothing to worry about', { level: '1; green; Minor' }],
  ])('[P5.90] %s is passed over', (_what, how) => {
    expect(itemsOf(alert(how))).toEqual([{ ok: true, data: undefined }]);
  });

  it('[P5.90] an update ends the warning before it, a cancel ends it for good', () => {
    const [first] = commandsOf(alert());
    const references = 'weer@voorbeeld.brussels,BE.KMI.1,2026-11-24T09:00:00+01:00';
    const [ends, begins] = commandsOf(alert({ id: 'BE.KMI.2', type: 'Update', references }));
    expect(ends).toMatchObject({ type: 'site.endWarning', data: { warning: first!.id } });
    expect(begins).toMatchObject({ type: 'site.warn' });
    expect(commandsOf(alert({ id: 'BE.KMI.3', type: 'Cancel', references }))).toMatchObject([
      { type: 'site.endWarning', data: { warning: first!.id } },
    ]);
  });

  it('[ingest] several in one envelope, and a DOCTYPE is refused', () => {
    const two = [alert(), alert({ id: 'BE.KMI.9' })].map((xml) => xml.replace(/<\?.*\?>/, ''));
    expect(commandsOf(`<feed>${two.join('')}</feed>`)).toHaveLength(2);
    const bomb = `<!DOCTYPE a [<!ENTITY b "bb">]>${alert()}`;
    expect(readCap(bomb, feed)).toMatchObject({ ok: false, refusal: { code: 'xml-broken' } });
    expect(readCap('geen xml', feed)).toMatchObject({ ok: false });
    expect(itemsOf('<alert><status>Actual</status></alert>')).toMatchObject([{ ok: false }]);
  });

  it.skipIf(noSamples)(
    `[ingest] every real alert is read, lists or refuses, and none is about wind in Brussels ${noSamples}`,
    () => {
      for (const folder of ['valid', 'invalid', 'feeds'])
        for (const name of readdirSync(join(samples, folder))) {
          const xml = decodeXml(readFileSync(join(samples, folder, name)));
          const read = xml === undefined ? undefined : readCap(xml, feed);
          if (folder === 'valid') expect([name, read?.ok]).toEqual([name, true]);
          if (!read?.ok) continue;
          const items = [...read.items];
          if (folder === 'valid') expect([name, items.length]).toEqual([name, 1]);
          // What they end was never ours, which changes nothing.
          const made = items.flatMap((item) => (item.ok ? (item.data ?? []) : []));
          expect([name, made.filter(({ type }) => type === 'site.warn')]).toEqual([name, []]);
        }
    },
  );

  it.skipIf(noSamples)(
    `[ingest] a real warning of a weather service, were it here, would be on the board ${noSamples}`,
    () => {
      const name = readdirSync(join(samples, 'valid')).find((one) => one.includes('EDZW'))!;
      const read = readCap(decodeXml(readFileSync(join(samples, 'valid', name)))!, {
        ...feed,
        ...{ areas: [''], wind: ['wind'], colours: { Minor: 'yellow' } },
      });
      const made = read.ok ? [...read.items].flatMap((item) => (item.ok ? item.data : [])) : [];
      const warn = made.find((command) => command?.type === 'site.warn');
      expect(warn && checkCommand(warn).ok).toBe(true);
      expect(warn).toMatchObject({ data: { colour: 'yellow', gust: 75 } });
    },
  );
});
