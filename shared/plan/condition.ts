import type { Condition, FactValue } from './step.ts';

/** Provisional, until C1's own file comes. */
type Facts = Readonly<Record<string, FactValue | undefined>>;

/** Three values: what hangs on a fact that nobody has told is neither true nor false. */
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

/** Whether a step is shown. */
export const holds = (condition: Condition, facts: Facts): boolean =>
  test(condition, facts) === true;
