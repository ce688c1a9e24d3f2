import { stringify } from 'csv-stringify/sync';
import type { AnprCamera } from '../../shared/anpr/camera.ts';
import type { LookRow, Purpose } from '../../shared/anpr/lookback.ts';
import type { Lang, Words } from '../../shared/refusal.ts';

/** Rows of a look as they leave the house: each page and the file itself say who took them, when and for whom. */
export interface Mark {
  by: string;
  at: string;
  /** Number of the export in the access log. */
  seq: number;
  /** Id of the look there. */
  access: string;
  recipient: string;
  reason: string;
  case?: string | undefined;
  purpose?: Purpose | undefined;
  from?: string | undefined;
  until?: string | undefined;
}

const WORDS = {
  mark: {
    nl: 'Vertrouwelijk · uitgevoerd door {by} op {at} · toegang nr. {seq} ({access}) · bestemd voor {recipient}',
    fr: 'Confidentiel · exporté par {by} le {at} · accès n° {seq} ({access}) · destiné à {recipient}',
    en: 'Confidential · exported by {by} on {at} · access no. {seq} ({access}) · for {recipient}',
  },
  title: {
    nl: 'Passages van voertuigen (ANPR)',
    fr: 'Passages de véhicules (ANPR)',
    en: 'Passages of vehicles (ANPR)',
  },
  case: { nl: 'Dossier', fr: 'Dossier', en: 'Case' },
  reason: { nl: 'Reden', fr: 'Motif', en: 'Reason' },
  period: { nl: 'Periode', fr: 'Période', en: 'Period' },
  time: { nl: 'Tijd', fr: 'Heure', en: 'Time' },
  utc: { nl: 'Tijd (UTC)', fr: 'Heure (UTC)', en: 'Time (UTC)' },
  clock: {
    nl: 'Klok camera − server (ms)',
    fr: 'Horloge caméra − serveur (ms)',
    en: 'Clock camera − server (ms)',
  },
  camera: { nl: 'Camera', fr: 'Caméra', en: 'Camera' },
  id: { nl: 'Camera-id', fr: 'Id caméra', en: 'Camera id' },
  raw: { nl: 'Gelezen', fr: 'Lecture brute', en: 'As read' },
  plate: { nl: 'Nummerplaat', fr: 'Plaque', en: 'Number plate' },
  country: { nl: 'Land', fr: 'Pays', en: 'Country' },
  confidence: { nl: 'Zekerheid', fr: 'Certitude', en: 'Confidence' },
  direction: { nl: 'Richting', fr: 'Sens', en: 'Direction' },
  approaching: { nl: 'naderend', fr: 'approche', en: 'approaching' },
  leaving: { nl: 'weg', fr: 'éloignement', en: 'leaving' },
  none: { nl: 'Geen passages.', fr: 'Aucun passage.', en: 'No passages.' },
} as const satisfies Record<string, Words>;

const LOCALE = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' } as const;
const timeIn = (lang: Lang, at: string): string =>
  new Intl.DateTimeFormat(LOCALE[lang], {
    ...{ timeZone: 'Europe/Brussels', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).format(Date.parse(at));

export function markText(mark: Mark, lang: Lang): string {
  const values: Record<string, string> = {
    ...{ by: mark.by, at: timeIn(lang, mark.at), seq: String(mark.seq) },
    ...{ access: mark.access, recipient: mark.recipient },
  };
  return WORDS.mark[lang].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

const COLUMNS = ['time', 'utc', 'id', 'camera', 'direction', 'raw', 'plate', 'country', 'confidence', 'clock'] as const; // prettier-ignore
type Cells = Record<(typeof COLUMNS)[number], string>;

function cellsOf(row: LookRow, cameras: ReadonlyMap<string, AnprCamera>, lang: Lang): Cells {
  const name = cameras.get(row.camera)?.name;
  return {
    ...{ time: timeIn(lang, row.at), utc: row.at, id: row.camera },
    camera: name ? (lang === 'fr' ? name.fr : name.nl) : row.camera,
    direction: row.direction ? WORDS[row.direction][lang] : '',
    ...{ raw: row.raw, plate: row.plate, country: row.country ?? '' },
    confidence: row.confidence === undefined ? '' : row.confidence.toFixed(3),
    clock: String(row.offset),
  };
}

/** Spreadsheets carry out what looks like a formula: an apostrophe before it. Numbers stay numbers. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const harmless = (value: string): string =>
  FORMULA.test(value) && !/^-?\d+$/.test(value) ? `'${value}` : value;

/** UTF-8 with the mark that Excel wants, `;` between cells; the watermark is the first line and the last. */
export function toCsv(
  rows: readonly LookRow[],
  mark: Mark,
  cameras: ReadonlyMap<string, AnprCamera>,
  lang: Lang,
): string {
  const line = harmless(markText(mark, lang));
  const head = COLUMNS.map((name) => WORDS[name][lang]);
  const table = rows.map((row) => {
    const cells = cellsOf(row, cameras, lang);
    return COLUMNS.map((name) => harmless(cells[name]));
  });
  return stringify([[line], head, ...table, [line]], {
    ...{ bom: true, delimiter: ';', record_delimiter: 'windows' },
  });
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
  @page { size: A4 landscape; margin: 14mm 10mm 18mm }
  body { font: 10pt sans-serif; color: #000; background: #fff }
  h1 { font-size: 14pt; margin: 0 0 4mm }
  table { border-collapse: collapse; width: 100% }
  th, td { border: 1px solid #999; padding: 1mm 2mm; text-align: left; font-variant-numeric: tabular-nums }
  thead { display: table-header-group } tr { break-inside: avoid }
  .raw, .plate { font-family: monospace } .mark { border: 0; font-size: 8pt }
  .foot { position: fixed; bottom: -12mm; left: 0; right: 0; font-size: 8pt }
  .across { position: fixed; top: 38%; left: 5%; right: 5%; text-align: center; font-size: 20pt;
    color: rgb(0 0 0 / 13%); transform: rotate(-18deg); pointer-events: none }`;

/** A page to print: what is fixed stands on every sheet. */
export function toHtml(
  rows: readonly LookRow[],
  mark: Mark,
  cameras: ReadonlyMap<string, AnprCamera>,
  lang: Lang,
): string {
  const word = (name: keyof typeof WORDS) => escaped(WORDS[name][lang]);
  const shown = COLUMNS.filter((name) => name !== 'utc' && name !== 'id');
  const line = escaped(markText(mark, lang));
  const body = rows.map((row) => {
    const cells = cellsOf(row, cameras, lang);
    return `<tr>${shown.map((name) => `<td class="${name}">${escaped(cells[name])}</td>`).join('')}</tr>`;
  });
  const facts = [
    [word('case'), mark.case],
    [word('reason'), mark.reason],
    [
      word('period'),
      mark.from && mark.until && `${timeIn(lang, mark.from)} – ${timeIn(lang, mark.until)}`,
    ],
  ].flatMap(([name, value]) => (value ? `<p><b>${name}</b> ${escaped(value)}</p>` : []));
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${word('title')}</title>
<style>${STYLE}</style></head><body>
<div class="foot">${line}</div><div class="across" aria-hidden="true">${line}</div>
<h1>${word('title')}</h1><p>${line}</p>${facts.join('')}
${rows.length === 0 ? `<p>${word('none')}</p>` : `<table><thead><tr><td class="mark" colspan="${shown.length}">${line}</td></tr><tr>${shown.map((name) => `<th scope="col">${word(name)}</th>`).join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`}
</body></html>`;
}
