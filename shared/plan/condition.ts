import type { Condition, FactValue } from './step.ts';

/** What is known of an incident; a fact that nobody has told is absent. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/**
 * Whether a step is shown. Three values, as in Kleene's logic: what hangs on a fact that nobody has told is
 * neither true nor false, and `not` of that is neither as well. `all` is false as soon as one is false,
 * `any` true as soon as one is true, whatever the others. A step is shown only when its condition is true:
 * `not: { fact: metro-affected, is: true }` waits until somebody has said that the metro is not affected.
 * Only `unknown: true` fits what nobody has told.
 */
export const holds = (condition: Condition, facts: Facts): boolean =>
  test(condition, facts) === true;

function test(condition: Condition, facts: Facts): boolean | undefined {
  if ('all' in condition) {
    const all = condition.all.map((one) => test(one, facts));
    return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
  }
  if ('any' in condition) {
    const any = condition.any.map((one) => test(one, facts));
    return any.includes(true) ? true : any.includes(undefined) ? undefined : false;
  }
  if ('not' in condition) {
    const value = test(condition.not, facts);
    return value === undefined ? undefined : !value;
  }
  const value = facts[condition.fact];
  if ('unknown' in condition) return value === undefined;
  if (value === undefined) return undefined;
  if ('in' in condition) return condition.in.includes(value);
  if ('from' in condition) return typeof value === 'number' && value >= condition.from;
  return value === condition.is;
}

/** The plain conditions in one, with the way to each: `['all', 0, 'not']`. */
export function atomsIn(
  condition: Condition,
  path: readonly (string | number)[] = [],
): { atom: Extract<Condition, { fact: string }>; path: readonly (string | number)[] }[] {
  if ('all' in condition)
    return condition.all.flatMap((one, i) => atomsIn(one, [...path, 'all', i]));
  if ('any' in condition)
    return condition.any.flatMap((one, i) => atomsIn(one, [...path, 'any', i]));
  if ('not' in condition) return atomsIn(condition.not, [...path, 'not']);
  return [{ atom: condition, path }];
}

/** Facts that a condition hangs on, each once. */
export const factsIn = (condition: Condition): string[] => [
  ...new Set(atomsIn(condition).map(({ atom }) => atom.fact)),
];
