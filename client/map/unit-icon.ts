import type { Tokens } from './tokens.ts';

/**
 * Marks of units. The shape tells the discipline, so does the colour: a house for fire and rescue, a
 * cross for medical, a shield for police, a hexagon for logistics, a speech bubble for information,
 * four rotors for a drone (of any discipline), a lying pill for others. None is the shape of a
 * priority. Full: its position is known; hollow and broken: it was there, a while ago.
 */
export const UNIT_SHAPES = ['D1', 'D2', 'D3', 'D4', 'D5', 'drone', 'other'] as const;
export type UnitShape = (typeof UNIT_SHAPES)[number];

/** Sides of the images: the mark, and the arrow that the map turns round it. */
export const UNIT = 30;
export const COURSE = 52;

const PATHS: Readonly<Record<UnitShape, string>> = {
  D1: 'M0-11 10-2.5V9.5H-10V-2.5Z',
  D2: 'M-4-10.5H4V-4H10.5V4H4V10.5H-4V4H-10.5V-4H-4Z',
  D3: 'M0-11.5 9.5-8V0C9.5 6 5 10 0 12-5 10-9.5 6-9.5 0V-8Z',
  D4: 'M-5.6-9.8H5.6L11.2 0 5.6 9.8H-5.6L-11.2 0Z',
  D5: 'M-8-9.5H8A3 3 0 0 1 11-6.5V2.5A3 3 0 0 1 8 5.5H1L-5 11.5V5.5H-8A3 3 0 0 1-11 2.5V-6.5A3 3 0 0 1-8-9.5Z',
  drone:
    'M-8-12A4.4 4.4 0 0 1-3.7-6.8L0-4 3.7-6.8A4.4 4.4 0 1 1 7.2-3.3L4.4 0 7.2 3.3A4.4 4.4 0 1 1 3.7 6.8L0 4-3.7 6.8A4.4 4.4 0 1 1-7.2 3.3L-4.4 0-7.2-3.3A4.4 4.4 0 0 1-8-12Z',
  other: 'M-6-6H6A6 6 0 0 1 6 6H-6A6 6 0 0 1-6-6Z',
};

type Pen = CanvasRenderingContext2D;

const colourOf = (tone: string, tokens: Tokens): string =>
  tokens[`unit-${tone.toLowerCase()}` as 'unit-other'];

export const isUnitShape = (word: string | undefined): word is UnitShape =>
  UNIT_SHAPES.includes(word as UnitShape);

/** `tone`: whose colour it has; a drone has that of its discipline. */
export function drawUnit(
  pen: Pen,
  shape: UnitShape,
  tone: UnitShape,
  stale: boolean,
  tokens: Tokens,
): void {
  const path = new Path2D(PATHS[shape]);
  const colour = colourOf(tone, tokens);
  pen.translate(UNIT / 2, UNIT / 2);
  stroke(pen, path, tokens['map-region'], stale ? 6 : 5);
  pen.fillStyle = stale ? tokens['map-region'] : colour;
  pen.fill(path);
  if (stale) pen.setLineDash([3.2, 3.4]);
  stroke(pen, path, stale ? colour : tokens['on-priority'], stale ? 2.2 : 1.2);
  pen.setLineDash([]);
}

/** Where it goes: a wedge beyond the mark, drawn to the north and turned by the map. */
export function drawCourse(pen: Pen, tone: UnitShape, tokens: Tokens): void {
  const wedge = new Path2D('M0-24 6-15.5H-6Z');
  pen.translate(COURSE / 2, COURSE / 2);
  stroke(pen, wedge, tokens['map-region'], 3);
  pen.fillStyle = colourOf(tone, tokens);
  pen.fill(wedge);
}

function stroke(pen: Pen, path: Path2D, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(path);
}
