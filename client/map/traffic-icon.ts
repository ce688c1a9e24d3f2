import type { TrafficKind } from '../../shared/subject/report/traffic.ts';
import type { Tokens } from './tokens.ts';

/**
 * Signs of traffic situations: an eight-cornered plate, as no other mark has, with a picture of the kind.
 * Broken rim: announced, not yet in force.
 */
export const SIGN = 24;
/** Side of the arrow that the map lays along a line; it points to the right. */
export const WAY = 12;

const PICTURES: Readonly<Record<TrafficKind, readonly ['pen' | 'brush', string]>> = {
  accident: [
    'brush',
    'M8 2.4 9.3 5.8l3.6-.9-1.9 3.1 2.5 2.6-3.7-.3L8 13.6l-1.8-3.3-3.7.3L5 8 3.1 4.9l3.6.9Z',
  ],
  obstruction: ['brush', 'M3 6.1h10v3.8H3Z'],
  congestion: ['pen', 'M3.4 4.4h9.2M3.4 8h9.2M3.4 11.6h9.2'],
  works: ['pen', 'M6.9 3.2h2.2l2.5 9.2H4.4ZM5.5 8.2h5M2.8 12.6h10.4'],
  measure: ['pen', 'M4.2 13V8.2a3 3 0 0 1 3-3h4.6M9.4 2.6 12 5.2 9.4 7.8'],
  conditions: ['pen', 'M8 2.6v10.8M3.3 5.3l9.4 5.4M12.7 5.3l-9.4 5.4'],
  other: ['brush', 'M6.9 3h2.2l-.5 6.3H7.4ZM7 10.9h2v2H7Z'],
};

export const isTrafficKind = (word: string | undefined): word is TrafficKind =>
  word !== undefined && Object.hasOwn(PICTURES, word);

type Pen = CanvasRenderingContext2D;

export function drawSign(pen: Pen, kind: TrafficKind, planned: boolean, tokens: Tokens): void {
  const colour = tokens['map-traffic'];
  const plate = new Path2D();
  for (let i = 0; i < 8; i += 1) {
    const turn = ((i + 0.5) * Math.PI) / 4;
    plate.lineTo(SIGN / 2 + 9.6 * Math.cos(turn), SIGN / 2 + 9.6 * Math.sin(turn));
  }
  plate.closePath();
  stroke(pen, plate, tokens['map-region'], 4.6);
  pen.fillStyle = tokens['map-plate'];
  pen.fill(plate);
  if (planned) pen.setLineDash([3, 3]);
  stroke(pen, plate, colour, 2);
  pen.setLineDash([]);
  const [tool, path] = PICTURES[kind];
  pen.translate(SIGN / 2 - 6.4, SIGN / 2 - 6.4);
  pen.scale(0.8, 0.8);
  const picture = new Path2D(path);
  if (tool === 'pen') return stroke(pen, picture, colour, 1.9);
  pen.fillStyle = colour;
  pen.fill(picture);
}

export function drawWay(pen: Pen, tokens: Tokens): void {
  const arrow = new Path2D('M3 2.2 8.4 6 3 9.8');
  stroke(pen, arrow, tokens['map-region'], 4.4);
  stroke(pen, arrow, tokens['map-traffic'], 2);
}

function stroke(pen: Pen, path: Path2D, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(path);
}
