const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

/** Where a key leads in a list of `count` rows: arrows one on, pages ten, never past an end; undefined for other keys. */
export function stepTo(key: string, at: number, count: number): number | undefined {
  const by = STEPS[key];
  return by === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, at + by));
}
