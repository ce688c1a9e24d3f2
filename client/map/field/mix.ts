/** A colour between two, `#rrggbb`: 0 is the first, 1 the second. Others are left as the first is. */
export function mix(one: string, other: string, part: number): string {
  const [a, b] = [channels(one), channels(other)];
  if (!a || !b) return one;
  const between = a.map((value, i) => Math.round(value + (b[i]! - value) * part));
  return `#${between.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (colour: string): number[] | undefined =>
  /^#[0-9a-f]{6}$/i.test(colour)
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : undefined;
