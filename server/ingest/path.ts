/** Reading out of records of unknown shape: paths and templates, as mapping files write them. */

/** `properties.id`, `geometry.coordinates[0]`; a key with a dot in it is found before the path is split. */
export function at(record: unknown, path: string): unknown {
  if (isObject(record) && Object.hasOwn(record, path)) return record[path];
  let here: unknown = record;
  for (const step of path.split(/\.|\[(?=\d+\])/)) {
    const key = step.replace(/\]$/, '');
    if (key === '' || here === null || typeof here !== 'object') return undefined;
    if (!Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands there as text; objects, null and nothing are undefined. */
export function textAt(record: unknown, path: string): string | undefined {
  const value = at(record, path);
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  return undefined;
}

/** What stands there as a number: `4.36`, `"4.36"`, `"4,36"`. */
export function numberAt(record: unknown, path: string): number | undefined {
  const value = at(record, path);
  const number =
    typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/**
 * `"{road}: {kind|accident}[, at {place}]"`: a field, a field with a default, and a part in brackets
 * that drops out whole when one of its fields is missing. A missing field outside brackets is empty.
 * Brackets within a field belong to its path: `{roads[0].name}`.
 */
export const fill = (template: string, record: unknown): string => render(template, record).text;

/** As `fill`, but undefined when a field outside brackets is missing: half an id joins what is apart. */
export function fillWhole(template: string, record: unknown): string | undefined {
  const { text, whole } = render(template, record);
  return whole ? text : undefined;
}

/** A path alone is the template of one field. */
export const asTemplate = (how: string): string => (how.includes('{') ? how : `{${how}}`);

/** A field, or a part in brackets with fields in it. One pass: what a record says is never read as a template. */
const PIECE = /\{([^{}|]+)(?:\|([^{}]*))?\}|\[((?:[^[\]{}]|\{[^{}]*\})*)\]/g;

function render(template: string, record: unknown): { text: string; whole: boolean } {
  let whole = true;
  const text = template.replace(PIECE, (_, path?: string, other?: string, part?: string) => {
    if (part !== undefined) {
      const inner = render(part, record);
      return inner.whole ? inner.text : '';
    }
    const value = textAt(record, path!) ?? other;
    if (value === undefined) whole = false;
    return value ?? '';
  });
  return { text, whole };
}
