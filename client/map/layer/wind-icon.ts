import type { Tokens } from '../tokens.ts';

/** Side of the image. */
export const WIND = 104;

/** An arrow through the place, its middle left to the mark that stands there; drawn to the north and turned by the map to where the wind blows. */
export function drawWind(pen: CanvasRenderingContext2D, tokens: Tokens): void {
  const arrow = new Path2D('M0 48V29M0-29V-46M-9-37 0-48 9-37M-7 49 0 42 7 49M-7 41 0 34 7 41');
  pen.translate(WIND / 2, WIND / 2);
  for (const [colour, width] of [
    [tokens['map-region'], 7],
    [tokens['zone-effect'], 3.2],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke(arrow);
  }
}
