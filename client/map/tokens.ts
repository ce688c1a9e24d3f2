/** Colours of the current theme, for a canvas that CSS does not reach. */
const NAMES = [
  ...['ground', 'panel', 'raised', 'line', 'edge', 'text', 'text-dim', 'accent'],
  ...['p1', 'p2', 'p3', 'p4', 'on-priority', 'restricted', 'warn'],
  // Of the map alone: MapPane.module.css.
  ...['map-region', 'map-water', 'map-water-name', 'map-green', 'map-green-name', 'map-cemetery'],
  ...['map-axis', 'map-road', 'map-rail', 'map-tunnel', 'map-border', 'map-name'],
  ...['map-help', 'map-transport', 'map-control', 'map-plate', 'map-traffic'],
  ...['zone-exclusion', 'zone-isolation', 'zone-dissuasion', 'zone-effect'],
  ...['unit-d1', 'unit-d2', 'unit-d3', 'unit-d4', 'unit-d5', 'unit-drone', 'unit-other'],
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
