/** Colours of the current theme, for a canvas that CSS does not reach. */
const NAMES = [
  ...['ground', 'panel', 'raised', 'line', 'edge', 'text', 'text-dim', 'accent'],
  ...['p1', 'p2', 'p3', 'p4', 'on-priority', 'restricted', 'warn'],
] as const;

export type Tokens = Readonly<Record<(typeof NAMES)[number], string>>;

export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Tokens;
}

export const priorityColour = (tokens: Tokens, priority: number): string =>
  tokens[`p${priority}` as 'p1'];
