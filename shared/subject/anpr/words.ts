/**
 * Whether a text holds what looks like a number plate: what people write stays in the log for good, while
 * the plate of an alert is erased in time. Forms of Belgium and its neighbours. Spaces between the groups
 * count only in capitals: `bel de 112` and `ABC 300 m verder` are no plates. A false alarm costs a word to
 * be written otherwise.
 */
export const looksLikePlate = (text: string): boolean => FORMS.some((form) => form.test(text));

const alone = (form: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${form})(?![\\p{L}\\p{N}-])`, flags);

/** Groups with a hyphen, a point or nothing between. */
const ANY_CASE = [
  // Belgium: 1-ABC-123 and its special series; ABC-123 and 123-ABC before 2010.
  '[0-9A-Z][-.·]?[A-Z]{3}[-.·]?[0-9]{3}',
  '[A-Z]{3}[-.·]?[0-9]{3}',
  '[0-9]{3}[-.·]?[A-Z]{3}',
  // France, Italy: AB-123-CD.
  '[A-Z]{2}[-.·]?[0-9]{3}[-.·]?[A-Z]{2}',
  // Netherlands: 12-ABC-3, AB-123-C, 12-34-AB, AB-12-34 and so on.
  '[0-9]{1,2}[-.][A-Z]{2,3}[-.][0-9]{1,2}',
  '[A-Z]{1,2}[-.][0-9]{2,3}[-.][A-Z]{1,2}',
  '[0-9]{2}[-.][0-9]{2}[-.][A-Z]{2}',
  '[A-Z]{2}[-.][0-9]{2}[-.][0-9]{2}',
];
/** Groups with spaces between; Germany: B-AB 1234. */
const CAPITALS = [
  '[0-9A-Z] [A-Z]{3} [0-9]{3}',
  '[A-Z]{2} [0-9]{3} [A-Z]{2}',
  '[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?[0-9]{1,4}',
];
const FORMS = [
  ...ANY_CASE.map((form) => alone(form, 'iu')),
  ...CAPITALS.map((form) => alone(form, 'u')),
];
