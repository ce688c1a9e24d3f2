/** Colours of the current theme, for a canvas that CSS does not reach. */
const NAMES = [
  ...['ground', 'panel', 'raised', 'line', 'edge', 'text', 'text-dim', 'accent'],
  ...['p1', 'p2', 'p3', 'p4', 'on-priority', 'restricted', 'warn'],
  // Of the map alone: MapPane.module.css.
  ...['map-region', 'map-water', 'map-axis', 'map-road', 'map-name'],
] as const;

export type Tokens = Readonly<Record<(typeof NAMES)[number], string>>;

/** `element`: the map's own, or one inside it. */
export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Tokens;
}

export const priorityColour = (tokens: Tokens, priority: number): string =>
  tokens[`p${priority}` as 'p1'];
