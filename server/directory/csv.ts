import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { DirectorySlice } from '../../shared/subject/directory/schema.ts';
import { holdsOf, holdsText, waysOf, waysText, weeklyOf, weeklyText } from './cell.ts';
import type { Read } from './read.ts';

/**
 * The directory as one table: UTF-8 with the mark that Excel wants, `;` between cells. Columns, by kind:
 *
 *   kind          organisation, contact or duty
 *   id            short and lasting
 *   name          of a contact; of an organisation name_nl, name_fr, name_en
 *   category      of an organisation: id of plan/categories.yaml
 *   organisation  of a contact: id
 *   function      of a duty: id of directory/functions.yaml
 *   contact       of a duty: id
 *   municipality, zone, manager   of an organisation or a duty: for which piece of ground
 *   holds, ways, weekly           as `cell.ts` writes them; ways only for who may see numbers
 *   single        x: the one contact point
 *   languages     nl,fr
 *   from, until   days (of a duty: moments in UTC)
 *   keeper, checked, note
 *
 * A cell left empty is a thing that is not there; a column left out (`ways`, `note`) leaves it as it is.
 */
export const COLUMNS = [
  ...['kind', 'id', 'name', 'name_nl', 'name_fr', 'name_en', 'category', 'organisation'],
  ...['function', 'contact', 'municipality', 'zone', 'manager', 'holds', 'ways', 'single'],
  ...['languages', 'from', 'until', 'weekly', 'keeper', 'checked', 'note'],
] as const;
const GUARDED: readonly string[] = ['ways', 'note'];

type Cells = Partial<Record<string, string | undefined>>;

export function toCsv(slice: DirectorySlice, withNumbers: boolean): string {
  const rows: Cells[] = [
    ...byId(slice.organisations.values()).map(({ name, ...one }) => ({
      ...cellsOf('organisation', one),
      ...{ name_nl: name.nl, name_fr: name.fr, name_en: name.en, category: one.category },
    })),
    ...byId(slice.contacts.values()).map((one) => ({
      ...cellsOf('contact', one),
      ...{ name: one.name, organisation: one.organisation, holds: holdsText(one.holds) },
      ...{ ways: waysText(one.ways ?? []), single: one.single ? 'x' : '' },
      languages: one.languages.join(','),
    })),
    ...byId(slice.duties.values()).map((one) => ({
      ...cellsOf('duty', one),
      ...{ function: one.function, contact: one.contact },
      weekly: one.weekly ? weeklyText(one.weekly) : '',
    })),
  ];
  const columns = COLUMNS.filter((name) => withNumbers || !GUARDED.includes(name));
  return stringify(rows, {
    ...{
      bom: true,
      delimiter: ';',
      header: true,
      columns: [...columns],
      record_delimiter: 'windows',
    },
    cast: { string: (value, { header }) => (header ? value : harmless(value)) },
  });
}

interface Shared {
  id: string;
  municipality?: string | undefined;
  zone?: string | undefined;
  manager?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  keeper?: string;
  checked?: string;
  note?: string | undefined;
}
function cellsOf(kind: string, one: Shared): Cells {
  const { id, municipality, zone, manager, from, until, keeper, checked, note } = one;
  return { kind, id, municipality, zone, manager, from, until, keeper, checked, note };
}

const byId = <T extends { id: string }>(rows: Iterable<T>): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Spreadsheets carry out what looks like a formula: an apostrophe before it, taken away when it comes back. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const harmless = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);
const asMeant = (value: string): string =>
  value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;

/** A row each; the line is the one at which it begins. Throws `CsvError` where quotes do not fit. */
export function fromCsv(text: string): Read[] {
  const rows = parse(text, {
    ...{ bom: true, delimiter: delimiterOf(text), relax_column_count: true },
    ...{ skip_empty_lines: true, info: true, max_record_size: 100_000 },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const [head, ...rest] = rows;
  const columns = (head?.record ?? []).map((name) => name.trim().toLowerCase());
  return rest.map(({ record, info }) => {
    const cells: Cells = {};
    for (const [i, name] of columns.entries()) cells[name] = asMeant(record[i] ?? '').trim();
    const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    return { line: info.lines - breaks, ...recordOf(cells) };
  });
}

/** Whichever stands more often in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const count = (sign: string) => first.split(sign).length;
  return [';', ',', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** What the cells say, nothing checked yet. */
function recordOf(cells: Cells): Pick<Read, 'kind' | 'record'> {
  const { kind, name_nl, name_fr, name_en, weekly, ways, note } = cells;
  const some = (...names: string[]) =>
    Object.fromEntries(names.flatMap((name) => (cells[name] ? [[name, cells[name]]] : [])));
  const kept = ['id', 'from', 'until', 'keeper', 'checked', 'note'];
  const place = ['municipality', 'zone', 'manager'];
  switch (kind) {
    case 'organisation': {
      const name = { nl: name_nl ?? '', fr: name_fr ?? '', ...(name_en ? { en: name_en } : {}) };
      const record = { ...some('category', ...place, ...kept), name };
      return { kind, record: { ...record, ...(note === undefined ? KEEP_NOTE : {}) } };
    }
    case 'contact':
      return {
        kind,
        record: {
          ...some('name', 'organisation', ...kept),
          holds: holdsOf(cells['holds'] ?? ''),
          ...(ways === undefined ? {} : { ways: waysOf(ways) }),
          single: /^(x|1|true|ja|oui|yes)$/i.test(cells['single'] ?? ''),
          languages: (cells['languages'] ?? '').split(/[,\s]+/).filter(Boolean),
          ...(note === undefined ? KEEP_NOTE : {}),
        },
      };
    case 'duty':
      return {
        kind,
        record: {
          ...some('id', 'function', 'contact', 'from', 'until', ...place),
          ...(weekly ? { weekly: weeklyOf(weekly) } : {}),
        },
      };
    default:
      return { kind: undefined, record: {} };
  }
}

/** Marks a note that was not told, as against one that is empty: `read.ts` fills it in. */
export const KEEP_NOTE = { note: undefined } as const;
