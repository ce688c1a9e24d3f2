import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, judge } from '../server/directory/apply.ts';
import { textOf } from '../server/directory/bytes.ts';
import { fromCards } from '../server/directory/card-read.ts';
import { parts, readLines, writeLine } from '../server/directory/card-line.ts';
import { toCards } from '../server/directory/card-write.ts';
import { holdsOf, holdsText, waysOf, waysText } from '../server/directory/cell.ts';
import { fromCsv, toCsv } from '../server/directory/csv.ts';
import { compare, type Compared } from '../server/directory/read.ts';
import { redactState } from '../shared/role.ts';
import { viewOf } from '../shared/role.ts';
import { initial } from '../shared/folds.ts';
import { contextOf, plan, roles } from './given.ts';
import { FILES, SHIPPED, SHIPPED_SLICE, sliceOf } from './fake/directory.ts';

const AT = '2026-11-24T10:00:00.000Z';
const context = contextOf({}, AT, { ...plan, crisis: SHIPPED });
const cards = (text: string, organisation?: string) =>
  fromCards(text, { slice: SHIPPED_SLICE, keeper: 'Els', today: '2026-11-24', organisation });
const whats = (lines: ReturnType<typeof compare>): string[] =>
  lines.map((one) => ('refusal' in one ? `refused ${one.refusal.code}` : one.what));
const all = FILES.organisations.length + FILES.contacts.length + FILES.duties.length;

describe('the directory as CSV', () => {
  it('[P5.28] comes back as it went', () => {
    const csv = toCsv(SHIPPED_SLICE, true);
    expect(csv.startsWith('\ufeffkind;id;')).toBe(true);
    const lines = compare(fromCsv(csv), SHIPPED_SLICE);
    expect(whats(lines)).toEqual(Array(all).fill('unchanged'));
    // Into an empty one, it makes the same.
    const { fit, refused } = judge(compare(fromCsv(csv), sliceOf({})), sliceOf({}), context);
    expect(refused).toEqual([]);
    const made = (kind: string) =>
      fit.filter((one) => one.kind === kind).map(({ record }) => record as never);
    const again = sliceOf({
      organisations: made('organisation'),
      contacts: made('contact'),
      duties: made('duty'),
    });
    expect(toCsv(again, true)).toBe(csv);
  });

  it('[P5.18] [P5.28] without numbers it comes back without taking any away', () => {
    const view = viewOf(roles['traffic']!);
    const seen = redactState(view, { ...initial, directory: SHIPPED_SLICE }).directory;
    const csv = toCsv(seen, false);
    expect(csv).not.toContain('555');
    expect(csv.split('\r\n', 1)[0]).not.toMatch(/ways|note/);
    const lines = compare(fromCsv(csv), SHIPPED_SLICE);
    expect(new Set(whats(lines))).toEqual(new Set(['unchanged']));
  });

  it('[P5.28] what a spreadsheet would carry out is made harmless, and meant again on the way back', () => {
    const names = [
      '=1+1',
      '+32 2',
      '-1',
      '@SUM(A1)',
      "'=1",
      "''x",
      'a;b',
      'say "no"',
      'twee\nregels',
    ];
    const [town] = FILES.organisations;
    const contacts = names.map((name, i) => ({
      ...{ id: `c${i}`, name, organisation: town!.id, holds: [], ways: [], single: false },
      ...{ languages: [], keeper: 'K', checked: '2026-01-01' },
    }));
    const slice = sliceOf({ organisations: [town!], contacts });
    const csv = toCsv(slice, true);
    for (const cell of csv.split(/[;\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
    expect(whats(compare(fromCsv(csv), slice))).toEqual(Array(names.length + 1).fill('unchanged'));
  });

  it('[P5.28] cells with lists are exact in both directions', () => {
    const text = fc.string({ minLength: 1, maxLength: 30 }).map((one) => one.trim() || 'x');
    const hours = fc.constantFrom('always' as const, 'office' as const, 'outside' as const);
    const way = fc.record({ channel: fc.constantFrom('phone', 'email'), address: text, hours });
    fc.assert(
      fc.property(fc.array(way, { maxLength: 5 }), (ways) => {
        const back = waysOf(waysText(ways)).map((one) => ({ hours: 'always', ...(one as object) }));
        expect(back).toEqual(ways);
      }),
    );
    const place = fc.string({ minLength: 1, maxLength: 20 });
    const holding = fc.record({ function: fc.constant('mayor'), zone: place, rank: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(holding, { maxLength: 5 }), (holds) => {
        expect(holdsOf(holdsText(holds))).toEqual(holds);
      }),
    );
  });

  it('[P5.29] says of each line what would happen, with the line of the file', () => {
    const csv = [
      'kind,id,name,organisation,holds,keeper,checked,languages,single,ways',
      'contact,elsene-mayor,An Beuk,gemeente-elsene,mayor municipality=elsene rank=1,K,2026-01-01,nl,,mobile=+32 470 55 00 01',
      'contact,nieuw,"Twee',
      'regels",gemeente-elsene,,K,2026-01-01,nl,,',
      'contact,fout,X,nergens,,K,2026-01-01,,,',
      'contact,koning,X,gemeente-elsene,king rank=1,K,2026-01-01,,,',
      'contact,datum,X,gemeente-elsene,,K,1 januari,,,',
      'contact,nieuw,X,gemeente-elsene,,K,2026-01-01,,,',
      'thing,x,,,,,,,,',
    ].join('\n');
    const lines = compare(fromCsv(csv), SHIPPED_SLICE);
    const { fit, refused } = judge(lines, SHIPPED_SLICE, context);
    expect(fit.map(({ line, id, what }) => ({ line, id, what }))).toEqual([
      { line: 2, id: 'elsene-mayor', what: 'changed' },
      { line: 3, id: 'nieuw', what: 'new' },
    ]);
    expect(fit[0]!.fields.sort()).toEqual(['checked', 'keeper', 'languages', 'name', 'ways']);
    expect(refused.map(({ line, refusal }) => [line, refusal.code, refusal.path])).toEqual([
      [5, 'organisation-unknown', 'organisation'],
      [6, 'function-unknown', 'holds.0.function'],
      [7, 'invalid', 'checked'],
      [8, 'id-taken', 'id'],
      [9, 'invalid', 'kind'],
    ]);
  });

  it('[P5.29] sends only what differs, and stops where the log does', async () => {
    const csv = toCsv(SHIPPED_SLICE, true).replace('Dispatching Sibelga', 'Wacht Sibelga');
    const judged = judge(compare(fromCsv(csv), SHIPPED_SLICE), SHIPPED_SLICE, context);
    const sent: unknown[] = [];
    const failed = await apply(judged, 'x', (id, data) => {
      sent.push([id, Object.keys(data), data['contacts']?.length]);
      return Promise.resolve({ ok: true });
    });
    expect(failed).toBeUndefined();
    expect(sent).toEqual([['x-contacts-1', ['contacts'], 1]]);
  });

  it('reads what Excel writes: another code page, tabs, no mark', () => {
    expect(textOf(Buffer.from('Élise;Duro\u00e9', 'latin1'))).toBe('Élise;Duroé');
    expect(textOf(Buffer.from('\ufeffkind', 'utf16le')).replace('\ufeff', '')).toBe('kind');
    const [one] = fromCsv('kind\tid\nduty\tx\n');
    expect(one).toMatchObject({ line: 2, kind: 'duty', record: { id: 'x' } });
    expect(() => fromCsv('kind;id\n"contact;x\n')).toThrow();
    expect(fromCsv('')).toEqual([]);
  });
});

describe('the directory as vCards', () => {
  it('[P5.28] comes back as it went, duties apart', () => {
    const vcf = toCards(SHIPPED_SLICE, SHIPPED);
    for (const line of vcf.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(vcf).toContain('VERSION:4.0\r\nKIND:individual\r\nFN:');
    const lines = compare(cards(vcf), SHIPPED_SLICE);
    expect(whats(lines)).toEqual(Array(all - FILES.duties.length).fill('unchanged'));
    const empty = judge(compare(cards(vcf), sliceOf({})), sliceOf({}), context);
    expect([empty.refused, empty.fit.length]).toEqual([[], all - FILES.duties.length]);
  });

  it('[P5.18] without numbers has none, and takes none away', () => {
    const view = viewOf(roles['traffic']!);
    const seen = redactState(view, { ...initial, directory: SHIPPED_SLICE }).directory;
    const vcf = toCards(seen, SHIPPED);
    expect(vcf).not.toMatch(/555|TEL|EMAIL/);
    expect(new Set(whats(compare(cards(vcf), SHIPPED_SLICE)))).toEqual(new Set(['unchanged']));
  });

  it('folds at 75 octets, inside no letter, and unfolds to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const value = text.replace(/[\r\n]/g, ' ');
        const written = writeLine('NOTE', value, { LANGUAGE: 'nl' });
        for (const line of written.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect([...readLines(written)].map((one) => one.value)).toEqual([value]);
      }),
    );
    expect(parts('Linde\\;boom;An;\\,;')).toEqual(['Linde;boom', 'An', ',', '']);
  });

  const first = (text: string, organisation?: string) => {
    const [line] = compare(cards(text, organisation), SHIPPED_SLICE);
    if (!line || 'refusal' in line) throw new Error(`refused: ${JSON.stringify(line)}`);
    return line as Compared & { record: { id: string; name: string } };
  };

  it('takes cards from a telephone (3.0, groups, both languages of typing)', () => {
    const line = first(
      [
        ...['BEGIN:VCARD', 'VERSION:3.0', 'PRODID:-//Apple Inc.//iPhone OS 17//EN'],
        ...['N:Zonnedauw;An;;;', 'FN:An Zonnedauw', 'ORG:Gemeente Elsene;Noodplanning'],
        'item1.TEL;type=CELL;type=VOICE;type=pref:+32 470 55 00 02',
        'item1.X-ABLabel:_$!<Main>!$_',
        'TEL;type=WORK;type=FAX:+32 2 555 00 03',
        'TEL;type=WORK;type=VOICE:+32 2 555 00 04',
        'EMAIL;type=INTERNET;type=WORK;type=pref:an@voorbeeld.brussels',
        ...['PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD', ' /4QBMRXhpZgAATU0AKgAAAAgA'],
        ...['UID:urn:uuid:0a1b2c3d-0000-4000-8000-00000000abcd', 'END:VCARD', ''],
      ].join('\r\n'),
    );
    expect(line.record).toEqual({
      ...{ id: '0a1b2c3d-0000-4000-8000-00000000abcd', name: 'An Zonnedauw' },
      ...{ organisation: 'gemeente-elsene', holds: [], single: false, languages: [] },
      ways: [
        { channel: 'mobile', address: '+32 470 55 00 02', hours: 'always' },
        { channel: 'email', address: 'an@voorbeeld.brussels', hours: 'always' },
        { channel: 'phone', address: '+32 2 555 00 04', hours: 'always' },
      ],
      ...{ keeper: 'Els', checked: '2026-11-24' },
    });
  });

  it('takes cards of old programs (2.1, quoted-printable, types without a name)', () => {
    const line = first(
      [
        ...['BEGIN:VCARD', 'VERSION:2.1'],
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89glantine;=C3=89lise;;;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89lise =',
        '=C3=89glantine',
        ...['TEL;WORK;VOICE:+32 2 555 00 05', 'TEL;CELL:+32 470 55 00 06', 'END:VCARD'],
      ].join('\n'),
      'gemeente-evere',
    );
    expect(line.record).toMatchObject({
      ...{ name: 'Élise Églantine', organisation: 'gemeente-evere' },
      ways: [{ channel: 'phone' }, { channel: 'mobile', address: '+32 470 55 00 06' }],
    });
    // The same card again is the same contact.
    expect(line.record.id).toMatch(/^card-[0-9a-f]{16}$/);
  });

  it('takes cards of version 4 with addresses as links, most wanted first', () => {
    const line = first(
      [
        ...['BEGIN:VCARD', 'VERSION:4.0', 'FN:Nadia Quartz', 'ORG:CPAS d’Ixelles', 'LANG:fr-BE'],
        'TEL;VALUE=uri;PREF=2;TYPE="voice,home":tel:+32-2-555-00-07;ext=12',
        'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+32-470-55-00-08',
        'END:VCARD',
      ].join('\r\n'),
    );
    expect(line.record).toMatchObject({
      organisation: 'ocmw-elsene',
      languages: ['fr'],
      ways: [
        { channel: 'mobile', address: '+32-470-55-00-08' },
        { channel: 'phone', address: '+32-2-555-00-07 ext. 12' },
      ],
    });
  });

  it('of a contact that is known, only the name and the ways are taken', () => {
    const line = first(
      'BEGIN:VCARD\nVERSION:3.0\nUID:elsene-mayor\nFN:Gaëlle P.\nTEL:+32 2 555 00 09\nEND:VCARD',
    );
    expect(line.fields.sort()).toEqual(['name', 'ways']);
  });

  it('[P5.29] refuses a card without an end, without a name, of no known organisation', () => {
    const text =
      'BEGIN:VCARD\nFN:Half\nBEGIN:VCARD\nFN:Wie\nORG:Nergens\nEND:VCARD\n' +
      'BEGIN:VCARD\nORG:Gemeente Elsene\nEND:VCARD\nBEGIN:VCARD\n';
    const lines = compare(cards(text), SHIPPED_SLICE);
    expect(lines.map(({ line }) => line)).toEqual([1, 3, 7, 10]);
    expect(whats(lines)).toEqual([
      ...['refused invalid', 'refused organisation-unknown', 'new', 'refused invalid'],
    ]);
  });

  it('survives whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const read of [cards(text), cards(`BEGIN:VCARD\n${text}\nEND:VCARD`)])
          expect(compare(read, SHIPPED_SLICE)).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('what an import would be refused for', () => {
  const [town] = FILES.organisations;
  const head = 'kind;id;name;organisation;single;function;contact;weekly;keeper;checked';
  const judged = (...lines: string[]) => {
    const csv = [head, ...lines].join('\n');
    const { fit, refused } = judge(compare(fromCsv(csv), SHIPPED_SLICE), SHIPPED_SLICE, context);
    return [
      fit.map(({ id }) => id),
      ...refused.map(({ line, refusal }) => [line, refusal.code, refusal.path]),
    ];
  };
  const contact = (id: string, single = '', organisation = town!.id) =>
    `contact;${id};Naam ${id};${organisation};${single};;;;K;2026-01-01`;
  const duty = (id: string, whom: string, weekly: string, wanted = 'nccn') =>
    `duty;${id};;;;${wanted};${whom};${weekly};;`;

  it('[P5.29] what names a refused record is refused too', () => {
    expect(
      judged(
        ...[contact('a', '', 'none'), duty('d', 'a', '1 08:00-09:00')],
        ...[contact('b'), duty('e', 'b', '1 08:00-09:00')],
      ),
    ).toEqual([
      ['b', 'e'],
      [2, 'organisation-unknown', 'organisation'],
      [3, 'contact-unknown', 'contact'],
    ]);
  });

  it('[P5.15] [P5.17] [P5.29] a second contact point, a second one on duty', () => {
    const desk = FILES.contacts.find((one) => one.single && one.organisation === town!.id)!;
    expect(judged(contact('a', 'x'))).toEqual([[], [2, 'single-taken', 'single']]);
    // Handed over, in either order; and not, when the one that hands over is refused.
    expect(judged(contact('a', 'x'), contact(desk.id))[0]).toEqual(['a', desk.id]);
    expect(judged(contact(desk.id), contact('a', 'x'))[0]).toEqual([desk.id, 'a']);
    expect(judged(contact('a', 'x'), contact(desk.id, '', 'none'))).toEqual([
      ...[[], [2, 'single-taken', 'single'], [3, 'organisation-unknown', 'organisation']],
    ]);
    expect(judged(contact('a', 'x'), contact(desk.id, 'x'))).toEqual([
      ...[[], [2, 'single-taken', 'single'], [3, 'single-taken', 'single']],
    ]);
    expect(
      judged(duty('d', 'nccn-desk', '1 08:00-12:00'), duty('e', 'nccn-lead', '1 11:00-13:00')),
    ).toEqual([['d'], [3, 'duty-overlap', 'from']]);
  });

  it('is found out in good time, however many there are', () => {
    const many = (make: (i: number) => string) => Array.from({ length: 2_000 }, (_, i) => make(i));
    const begin = performance.now();
    expect(judged(...many((i) => contact(`c${i}`, 'x')))).toHaveLength(2_001);
    expect(judged(...many((i) => contact(`c${i}`, '', 'none')))).toHaveLength(2_001);
    expect(judged(...many((i) => duty(`d${i}`, 'nccn-desk', '1 08:00-12:00')))).toHaveLength(2_000);
    expect(performance.now() - begin).toBeLessThan(20_000);
  });
});
