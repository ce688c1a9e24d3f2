import { UNWANTED } from '../../../shared/clean.ts';
import { normalise, plateFault, type PlateFault } from '../../../shared/anpr/plate.ts';
import type { ListEntry } from '../../../shared/anpr/list.ts';
import { refuse, type Refusal, type RefusalCode } from '../../../shared/refusal.ts';
import { countryOf } from './country.ts';
import { momentOf } from './moment.ts';
import type { FIELDS } from './line.ts';

/**
 * A record of a list becomes an entry, or is refused with the place. By hand and not by the schema, which would
 * take ten seconds for a million; a test holds the two against each other.
 */
export type Field = (typeof FIELDS)[number];
export type Cells = Partial<Record<Field, string>>;
export interface Fault {
  code: RefusalCode;
  field?: Field;
}

const LONGEST = { id: 80, reason: 300, instruction: 600, vehicle: 160, reference: 80 } as const;
const MAX_WRITTEN = 24;
const FAULTS: Record<PlateFault, RefusalCode> = {
  empty: 'list-plate-empty',
  'too-long': 'list-plate-long',
  'right-to-left': 'list-plate-signs',
  combining: 'list-plate-signs',
  'not-latin': 'list-plate-signs',
  control: 'list-plate-signs',
};

/** Column names as they come, folded to small letters without accents, spaces and signs. */
const NAMES: Record<Field, readonly string[]> = {
  plate: [
    ...['plate', 'plates', 'licenseplate', 'licenceplate', 'licensenumber', 'registration', 'vrm'],
    ...['nummerplaat', 'plaat', 'kenteken', 'inschrijving', 'plaque', 'immatriculation'],
    ...['numeroplaque', 'numerodeplaque', 'platenumber'],
  ],
  id: ['id', 'identifier', 'entry', 'entryid', 'identifiant', 'volgnummer'],
  country: ['country', 'countrycode', 'land', 'landcode', 'pays', 'codepays', 'nation'],
  from: [
    ...[
      'from',
      'validfrom',
      'start',
      'van',
      'vanaf',
      'geldigvan',
      'de',
      'du',
      'apartirde',
      'validedu',
    ],
  ],
  until: [
    ...['until', 'till', 'to', 'validuntil', 'validto', 'expiry', 'expires', 'end', 'tot'],
    ...[
      'totenmet',
      'geldigtot',
      'einde',
      'vervalt',
      'jusque',
      'jusqua',
      'jusquau',
      'au',
      'a',
      'fin',
      'expiration',
    ],
  ],
  reason: ['reason', 'reden', 'motief', 'raison', 'motif', 'ground'],
  instruction: [
    'instruction',
    'instructions',
    'instructie',
    'instructies',
    'consigne',
    'consignes',
  ],
  vehicle: ['vehicle', 'voertuig', 'vehicule', 'description', 'beschrijving', 'omschrijving'],
  reference: [
    'reference',
    'ref',
    'referentie',
    'dossier',
    'dossiernummer',
    'numerodedossier',
    'pv',
  ],
};
const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as Field])),
);

/** The field that a column is about; undefined for columns that lists do not have, which are passed over. */
export const fieldOf = (column: string): Field | undefined =>
  BY_NAME.get(
    column
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );

/** Latin letters as keyboards make them: in form NFC, and none of them unwanted. */
const PLAIN = /^[\x20-\x7e\xa0-\u017f]*$/;

/** An entry as it is told; its id is empty where the record has none. */
export type Checked = Record<Field, string> & {
  /** The plate as it is matched. */
  folded: string;
};

/** `reason`: of a source that gives none at all. */
export function check(cells: Cells, reason: string): Checked | Fault {
  const written = (cells.plate ?? '').trim();
  const folded = normalise(written);
  if (folded === '') return { code: FAULTS[plateFault(written) ?? 'empty'], field: 'plate' };
  if (written.length > MAX_WRITTEN) return { code: 'list-plate-long', field: 'plate' };
  const country = isBlank(cells.country) ? '' : countryOf(cells.country);
  if (country === undefined) return { code: 'list-country', field: 'country' };
  const from = isBlank(cells.from) ? '' : momentOf(cells.from, false);
  if (from === undefined) return { code: 'list-date', field: 'from' };
  const until = isBlank(cells.until) ? '' : momentOf(cells.until, true);
  if (until === undefined) return { code: 'list-date', field: 'until' };
  if (from && until && until <= from) return { code: 'list-dates-order', field: 'until' };
  const checked: Checked = {
    ...{ plate: asText(written).replace(WIDE_SPACE, ' '), folded, country, from, until },
    ...{ id: asText(cells.id), reason: asText(cells.reason ?? reason) },
    ...{ instruction: asText(cells.instruction), vehicle: asText(cells.vehicle) },
    reference: asText(cells.reference),
  };
  for (const name of TEXTS) {
    const text = checked[name];
    if (text.length > LONGEST[name]) return { code: 'list-text-long', field: name };
    if (!PLAIN.test(text) && (UNWANTED.test(text) || !text.isWellFormed()))
      return { code: 'list-text-signs', field: name };
  }
  return checked.reason === '' ? { code: 'list-reason-missing', field: 'reason' } : checked;
}

const TEXTS = ['id', 'reason', 'instruction', 'vehicle', 'reference'] as const;
const WIDE_SPACE = /\s+/g;
const isBlank = (cell: string | undefined): cell is undefined | '' =>
  cell === undefined || cell === '' || cell.trim() === '';
const asText = (cell: string | undefined): string =>
  cell === undefined || cell === '' ? '' : (PLAIN.test(cell) ? cell : cell.normalize('NFC')).trim();

/** What the schema of an entry leaves open, for one that a person or a machine sends by itself. */
export function wrongEntry({ id, plate, from, until }: ListEntry): Refusal | undefined {
  const fault = plateFault(plate);
  if (fault) return refuse(FAULTS[fault], 'plate');
  if (UNWANTED.test(id) || !id.isWellFormed()) return refuse('list-text-signs', 'id');
  return from && until && until <= from ? refuse('list-dates-order', 'until') : undefined;
}
