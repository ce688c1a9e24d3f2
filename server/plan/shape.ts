import type { z } from 'zod';
import type { Findings } from './finding.ts';
import { nearest } from './near.ts';
import type { Source } from './source.ts';

/** Values of a file against their schema; what does not fit is told with its place and what to do. */

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** The value at a path, as the schema makes it; undefined, and told, when it does not fit. */
export function fitted<T extends z.ZodType>(
  { source, schema, path = [], step }: { source: Source; schema: T; path?: Path; step?: string },
  found: Findings,
): z.infer<T> | undefined {
  const value = valueAt(source.value, path);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { issue, path: own } of parsed.error.issues.flatMap((one) => flat(one, value, []))) {
    const place = {
      ...source.at([...path, ...own]),
      ...(step === undefined ? {} : { step }),
    };
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        found.mistake(
          { ...place, ...source.at([...path, ...own, key]) },
          strange(key, fieldsAt(schema, own, value)),
        );
    else found.mistake(place, tell(issue, own, valueAt(value, own)));
  }
  return undefined;
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );

/** Of alternatives, what is wrong with the one that was probably meant. */
function flat(issue: Issue, value: unknown, before: Path): { issue: Issue; path: Path }[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const strangers = (issues: readonly Issue[]) =>
    issues.reduce((n, one) => n + (one.code === 'unrecognized_keys' ? one.keys.length : 0), 0);
  const missing = (issues: readonly Issue[]) =>
    issues.filter(
      (one) => one.path.length > 0 && valueAt(valueAt(value, path), one.path) === undefined,
    ).length;
  const wrongKind = (issues: readonly Issue[]) =>
    issues.filter((one) => one.path.length === 0 && one.code === 'invalid_type').length;
  const cost = (issues: readonly Issue[]) =>
    wrongKind(issues) * 100 + strangers(issues) * 10 + missing(issues) * 9 + issues.length;
  const best = [...issue.errors].sort((a, b) => cost(a) - cost(b))[0]!;
  // All say the same of a plain value: none of them fits.
  if (issue.errors.every((errors) => wrongKind(errors) > 0)) return [{ issue, path }];
  return best.flatMap((one) => flat(one, value, path));
}

function strange(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  const what = `there is no field "${key}" here`;
  if (near !== undefined) return `${what}. Did you mean "${near}"?`;
  return known.length > 0 ? `${what}: ${known.join(', ')}` : what;
}

const LANGUAGES: Record<PropertyKey, string> = { nl: 'Dutch', fr: 'French', en: 'English' };

function tell(issue: Issue, path: Path, value: unknown): string {
  const field = String(path.at(-1) ?? '');
  const language = LANGUAGES[field];
  if (value === undefined || value === null) {
    if (path.length === 0) return 'is empty';
    if (language) return `the ${language} text is missing: write "${field}"`;
    if (typeof path.at(-1) === 'string') return `"${field}" is missing: add it`;
  }
  const what = typeof value === 'string' ? `"${value}"` : `${field ? `"${field}"` : 'this'}`;
  switch (issue.code) {
    case 'invalid_type':
      return `${what} should be ${a(issue.expected)}`;
    case 'invalid_value':
      return `${what} is none of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `${what} is not written as it should be: ${formOf(field, issue)}`;
    case 'invalid_union':
      if ('discriminator' in issue && issue.discriminator)
        return `${what} is not known as "${String(issue.discriminator)}"`;
      return `${what} is none of what can stand here`;
    case 'too_small':
      if (issue.origin === 'array') return `"${field}" needs at least ${issue.minimum}`;
      return `${what} is too small: at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string')
        return `the text is too long: ${String(value).length} of ${issue.maximum} characters`;
      return `${what} is too large: at most ${issue.maximum}`;
    case 'custom':
      if (issue.message === 'empty')
        return language ? `the ${language} text is empty: write it` : `"${field}" is empty`;
      if (issue.message === 'control-character')
        return `"${field}" holds a character that cannot be printed: type it again`;
      return issue.message;
    default:
      return issue.message;
  }
}

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of fields',
  record: 'a set of fields',
};
const a = (expected: string): string => NAMES[expected] ?? expected;

const formOf = (field: string, issue: Issue & { code: 'invalid_format' }): string =>
  issue.format === 'date'
    ? 'a day is 2026-11-24'
    : issue.pattern?.startsWith('/^M')
      ? 'a measure is M10.9'
      : issue.pattern?.startsWith('/^[a-z]')
        ? 'small letters and digits, words joined by hyphens, as in raise-alarm'
        : issue.pattern
          ? `${field || 'it'} has the form ${issue.pattern}`
          : issue.format;

/** Names of the fields that can stand at a path of a schema, over all alternatives that its value can be. */
function fieldsAt(schema: z.ZodType, path: Path, value: unknown): string[] {
  const [step, ...rest] = path;
  const { def } = schema as unknown as { def: Record<string, unknown> & { type: string } };
  const inner = (one: unknown) => fieldsAt(one as z.ZodType, path, value);
  switch (def.type) {
    case 'object': {
      const shape = def['shape'] as Record<string, z.ZodType>;
      if (step === undefined) return Object.keys(shape);
      const next = shape[String(step)];
      return next ? fieldsAt(next, rest, valueAt(value, [step])) : [];
    }
    case 'array':
      return step === undefined
        ? []
        : fieldsAt(def['element'] as z.ZodType, rest, valueAt(value, [step]));
    case 'union':
      return [...new Set((def['options'] as z.ZodType[]).filter(fits(value)).flatMap(inner))];
    case 'lazy':
      return inner((def['getter'] as () => z.ZodType)());
    case 'pipe':
      return inner(def['in']);
    default:
      return def['innerType'] ? inner(def['innerType']) : [];
  }
}

/** By the field that tells the alternatives apart, where they have one. */
const fits =
  (value: unknown) =>
  (option: z.ZodType): boolean => {
    const shape = (option as unknown as { def: { shape?: Record<string, z.ZodType> } }).def.shape;
    const by = shape?.['by'];
    return !by || by.safeParse(valueAt(value, ['by'])).success;
  };
