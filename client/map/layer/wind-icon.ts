import type { Tokens } from '../tokens.ts';

/** Side of the image. */
export const WIND = 64;

/** An arrow through the place, drawn to the north and turned by the map to where the wind blows. */
export function drawWind(pen: CanvasRenderingContext2D, tokens: Tokens): void {
  const arrow = new Path2D('M0 30V-22M-9-14 0-29 9-14M-6 30 0 24 6 30M-6 24 0 18 6 24');
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
