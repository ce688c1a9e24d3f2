import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ListEntry } from '../../shared/anpr/list.ts';
import { wrongEntry } from '../../server/anpr/list/check.ts';
import { entryOf, lineOf } from '../../server/anpr/list/line.ts';
import { readList } from '../../server/anpr/list/read.ts';

/** Hot lists as files: what is understood, what is refused, and where. */
const read = (text: string | Buffer) => {
  const { lines, ...rest } = readList(Buffer.from(text), { reason: 'Gestolen', secret: 's' });
  return { entries: lines.map(entryOf), ...rest };
};
const codeOf = (text: string): string | undefined => {
  try {
    read(text);
    return undefined;
  } catch (error) {
    return (error as { refusal: { code: string } }).refusal.code;
  }
};
const WHOLE = {
  ...{ plate: '1-XXX-001', id: 'a', country: 'BE', reason: 'Diefstal; met "geweld"' },
  ...{ from: '2026-11-02T23:00:00.000Z', until: '2026-11-24T23:00:00.000Z' },
  ...{ instruction: 'Niet\nonderscheppen', vehicle: 'VW, grijs', reference: 'PV 1' },
};

describe('what is understood', () => {
  test.each([
    ...[';', ',', '\t'].map((sign): [string, string] => [
      `a table with ${JSON.stringify(sign)}, Excel's mark and line ends, columns in any order`,
      `\ufeffREASON${sign}Nummerplaat${sign}ID${sign}Land${sign}Van${sign}Tot${sign}Consigne${sign}Véhicule${sign}Dossier${sign}Iets anders\r\n` +
        `"Diefstal; met ""geweld"""${sign}1-XXX-001${sign}a${sign}B${sign}03/11/2026${sign}24/11/2026${sign}"Niet\nonderscheppen"${sign}"VW, grijs"${sign}PV 1${sign}x\r\n`,
    ]),
    ['a JSON array', JSON.stringify([{ ...WHOLE, kleur: 'rood', until: '2026-11-24' }])],
    ['NDJSON', `${JSON.stringify({ ...WHOLE, country: 'b', from: '2026-11-03T00:00' })}\n\n`],
  ])('[P4.140] %s', (_, text) => {
    expect(read(text)).toEqual({
      ...{ entries: [WHOLE], rejected: [] },
      rejectedCount: 0,
      duplicates: 0,
    });
  });

  test('[P4.140] UTF-16 and Windows-1252, as Windows programs write them', () => {
    const text = 'plate;reason\r\n1-XXX-001;Véhicule volé\r\n';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [utf16, Buffer.from(text, 'latin1')])
      expect(read(bytes).entries[0]).toMatchObject({ reason: 'Véhicule volé' });
  });

  test('[P4.140] countries by ISO code or by their sign on vehicles', () => {
    const signs = ['B', 'be', 'F', 'D', 'NL', 'L', 'GB', 'UK', 'I', 'E', 'POL', ''];
    const rows = signs.map((sign, i) => `1-XXX-${100 + i};${sign}`);
    const { entries } = read(['plate;country', ...rows].join('\n'));
    const countries = entries.map(({ country }) => country);
    expect(countries).toEqual([
      ...['BE', 'BE', 'FR', 'DE', 'NL', 'LU', 'GB', 'GB', 'IT', 'ES', 'PL', undefined],
    ]);
  });

  test('[P4.140] days end at their end, in Brussels, summer time included', () => {
    const { entries } = read(
      'plate,from,until\n1XXX001,2026-03-29,2026-03-29\n1XXX002,1/7/2026 08:00,2026-07-01T10:00:00+02:00\n1XXX003,,31-12-2026',
    );
    expect(entries.map(({ from, until }) => [from, until])).toEqual([
      ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
      ['2026-07-01T06:00:00.000Z', '2026-07-01T08:00:00.000Z'],
      [undefined, '2026-12-31T23:00:00.000Z'],
    ]);
  });

  test('[P4.140] a vehicle that stands there twice has its last line', () => {
    const { entries, duplicates } = read(
      'plate;country;reason\n1-XXX-001;B;a\n2-ZZZ-042;B;b\n1xxx 001;BE;c',
    );
    expect(duplicates).toBe(1);
    expect(entries.map(({ plate, reason }) => [plate, reason])).toEqual([
      ['1xxx 001', 'c'],
      ['2-ZZZ-042', 'b'],
    ]);
  });

  test('[P4.146] without ids of its own, an entry has one that says nothing of its plate, and keeps it', () => {
    const [first, again] = ['plate\n1-XXX-001', 'reason;plate\nx;1XXX001'].map(
      (text) => read(text).entries[0]!,
    );
    expect(first!.id).toBe(again!.id);
    expect(first!.id).toMatch(/^[\w-]{22}$/);
    expect(first!.id.toUpperCase()).not.toContain('XXX001');
    const other = readList(Buffer.from('plate\n1-XXX-001'), { reason: 'x', secret: 'other' });
    expect(entryOf(other.lines[0]!).id).not.toBe(first!.id);
  });
});

describe('what is refused', () => {
  const LINES: [what: string, row: string, code: string, field?: string][] = [
    ['half a line', '1-XXX-00', 'list-line-broken'],
    ['a cell too many', '1-XXX-001;B;;;x;;y', 'list-line-broken'],
    ['a quotation mark that is not closed', '"1-XXX-001;B;;;x', 'list-line-broken'],
    ['no plate', '- ;B;;;x', 'list-plate-empty', 'plate'],
    ['200 characters', `${'1'.repeat(200)};B;;;x`, 'list-plate-long', 'plate'],
    ['17 characters', `${'1'.repeat(17)};B;;;x`, 'list-plate-long', 'plate'],
    ['right-to-left letters', '1-אבג-001;B;;;x', 'list-plate-signs', 'plate'],
    ['a sign that turns direction', '1-X\u202eXX-001;B;;;x', 'list-plate-signs', 'plate'],
    ['combining marks', '1-X\u0336X\u0336X-001;B;;;x', 'list-plate-signs', 'plate'],
    ['a country that is none', '1-XXX-001;QQ;;;x', 'list-country', 'country'],
    ['a day that is none', '1-XXX-001;B;30/02/2026;;x', 'list-date', 'from'],
    ['a time of day alone', '1-XXX-001;B;;12:30;x', 'list-date', 'until'],
    ['an end before the beginning', '1-XXX-001;B;2/1/2026;1/1/2026;x', 'list-dates-order', 'until'],
    ['a reason of 301 characters', `1-XXX-001;B;;;${'x'.repeat(301)}`, 'list-text-long', 'reason'],
    ['control characters', '1-XXX-001;B;;;x\u0007', 'list-text-signs', 'reason'],
    ['no reason where others have one', '1-XXX-001;B;;; ', 'list-reason-missing', 'reason'],
  ];
  test.each(LINES)(
    '[P4.140] %s, by line, field and code, and nothing of it is repeated',
    (_, row, code, field) => {
      const { entries, rejected, rejectedCount } = read(
        `plate;country;from;until;reason\n9-TST-123;B;;;a\n${row}\n9-TST-124;B;;;"b"\n`,
      );
      expect(rejected).toEqual([{ line: 3, code, ...(field ? { field } : {}) }]);
      expect(rejectedCount).toBe(1);
      expect(entries.map(({ plate }) => plate)).toEqual(['9-TST-123', '9-TST-124']);
    },
  );

  test('[P4.140] lines of JSON likewise', () => {
    const { rejected } = read(
      '{"plate":"1-XXX-001"}\n{"plate":"1-XXX\n[]\n{"plate":{}}\n{"reason":"x"}',
    );
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [2, 'list-line-broken'],
      [3, 'list-line-broken'],
      [4, 'list-line-broken'],
      [5, 'list-plate-empty'],
    ]);
  });

  test('[P4.140] items of a JSON array that was cut off or holds other things, by the line at which they begin', () => {
    const { entries, rejected } = read(
      '[\n{"plate":"1-XXX-001","reason":"a ] } \\" b"},\n  7,\n"x", [{}],\n{"plate":"1-XXX-002",\n"reason":"y"}, {"plate":"9-T',
    );
    expect(entries.map(({ reason }) => reason)).toEqual(['a ] } " b', 'y']);
    expect(rejected.map(({ line, code }) => `${line} ${code}`)).toEqual([
      ...['3 list-line-broken', '4 list-line-broken', '4 list-line-broken', '6 list-line-broken'],
    ]);
    expect(read('[]')).toMatchObject({ entries: [], rejectedCount: 0 });
    expect(read('[1}, }, ,{"plate":"1-XXX-001"}]')).toMatchObject({ rejectedCount: 5 });
    for (const cut of ['[', '[{"plate":"1-XXX-001"}', '[{"plate":"1-XXX-001"},', '[[[['])
      expect(read(cut).rejectedCount).toBe(1);
  });

  test('[P4.140] an id that two vehicles have: the first keeps it', () => {
    const { entries, rejected } = read('id;plate\na;1-XXX-001\na;1-XXX-002\na;1-XXX-001');
    expect(rejected).toEqual([{ line: 3, code: 'list-id-twice', field: 'id' }]);
    expect(entries).toHaveLength(1);
  });

  test('[P4.140] a file of which nothing can be read', () => {
    expect(codeOf('')).toBe('list-empty');
    expect(codeOf(' \n\n')).toBe('list-empty');
    expect(codeOf('merk;kleur\nVW;rood')).toBe('list-header');
    expect(codeOf('plate;kenteken\n1;2')).toBe('list-header');
  });

  test('[P4.140] of a million broken lines, the first hundreds are told and all are counted', () => {
    const { entries, rejected, rejectedCount } = read(`plate;reason\n${'x\n'.repeat(1_000_000)}`);
    expect([entries.length, rejected.length, rejectedCount]).toEqual([0, 500, 1_000_000]);
  });

  test('[P4.140] a million times the same vehicle is one vehicle', () => {
    const { entries, duplicates } = read(`plate;reason\n${'1-XXX-001;x\n'.repeat(1_000_000)}`);
    expect([entries.length, duplicates]).toEqual([1, 999_999]);
  });
});

test('[P4.140] whatever is in a file, what is taken of it is an entry, and the same again when it comes back', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '1-XXX-001',
      '"',
      'B',
      '2026-11-24',
      ';',
      '\n',
      '\u001f',
      '\u001e',
      'Ü-1',
      '{',
      '[',
    ),
  );
  const row = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(';'));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const text = ['id;plate;country;from;until;reason;instruction', ...rows].join('\n');
      const { lines } = readList(Buffer.from(text), { reason: 'x', secret: 's' });
      for (const line of lines) {
        const entry = entryOf(line);
        expect(ListEntry.parse(entry)).toEqual(entry);
        expect(wrongEntry(entry)).toBeUndefined();
        expect(lineOf(entry)).toBe(line);
      }
      const again = readList(Buffer.from(JSON.stringify(lines.map(entryOf))), {
        reason: 'x',
        secret: 's',
      });
      if (lines.length > 0) expect(again.lines).toEqual(lines);
    }),
    { numRuns: 500 },
  );
});
