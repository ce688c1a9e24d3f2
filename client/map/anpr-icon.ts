import { HEALTH } from '../../shared/anpr/camera.ts';
import type { Priority } from '../../shared/value.ts';
import { priorityColour, type Tokens } from './tokens.ts';

/**
 * Marks of plate reading. An alert is a plate, with priority as shape and number: full and with
 * characters where the hit is certain, hollow with a broken rim and a question mark where it is possible;
 * a double rim while nobody looks at it. A passage is a disc with its number, a next camera a sight.
 */
export const alertIcon = (
  priority: Priority,
  certainty: 'certain' | 'possible',
  isNew: boolean,
): string => ['anpr-alert', priority, certainty, isNew ? 'new' : 'seen'].join(':');
export const passIcon = (
  number: number,
  certainty: 'certain' | 'possible',
  isLast: boolean,
): string => ['anpr-pass', number, certainty, isLast ? 'last' : 'before'].join(':');
export const nextIcon = (rank: number, standing: string): string =>
  ['anpr-next', rank, standing].join(':');

type Pen = CanvasRenderingContext2D;
/** How another part draws a priority: middle, reach. */
type Mark = (pen: Pen, x: number, y: number, reach: number, priority: Priority) => void;

const SIZES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  'anpr-alert': [46, 36],
  'anpr-pass': [30, 30],
  'anpr-before': [12, 12],
  'anpr-next': [30, 30],
  'anpr-way': [14, 14],
  'anpr-camera': [24, 20],
  'anpr-wedge': [52, 52],
  'anpr-flow': [28, 18],
};
/** Undefined: none of these. */
export const anprSize = (kind: string | undefined): readonly [number, number] | undefined =>
  kind !== undefined && Object.hasOwn(SIZES, kind) ? SIZES[kind] : undefined;

export function drawAnpr(pen: Pen, name: string, tokens: Tokens, mark: Mark): void {
  const [kind, first, second, third] = name.split(':');
  switch (kind) {
    case 'anpr-alert':
      return drawAlert(pen, Number(first) as Priority, second === 'certain', third === 'new', tokens, mark); // prettier-ignore
    case 'anpr-pass':
      return drawPass(pen, first!, second === 'certain', third === 'last', tokens);
    case 'anpr-before':
      disc(pen, 6, 6, 3.6, tokens.panel, tokens.accent, 1.6, tokens);
      return;
    case 'anpr-next':
      return drawNext(pen, first!, second!, tokens);
    case 'anpr-way': {
      const arrow = new Path2D('M4 2.6 10 7 4 11.4');
      line(pen, arrow, tokens['map-region'], 5);
      return line(pen, arrow, tokens.accent, 2.4);
    }
    case 'anpr-camera':
      return drawCamera(pen, first ?? '', tokens);
    case 'anpr-wedge':
      return drawWedge(pen, tokens);
    default:
      return drawFlow(pen, Number(first), tokens);
  }
}

function drawAlert(
  pen: Pen,
  priority: Priority,
  certain: boolean,
  isNew: boolean,
  tokens: Tokens,
  mark: Mark,
): void {
  const colour = priorityColour(tokens, priority);
  const plate = new Path2D();
  plate.roundRect(6, 7, 34, 18, 3.5);
  const tip = new Path2D('M19 26h8l-4 6.6Z');
  line(pen, tip, tokens['map-region'], 3);
  line(pen, plate, tokens['map-region'], isNew ? 10 : 6);
  if (isNew) {
    line(pen, plate, colour, 7.5);
    line(pen, plate, tokens['map-region'], 4.8);
  }
  pen.fillStyle = tokens.panel;
  pen.fill(plate);
  if (!certain) pen.setLineDash([3.6, 3.2]);
  line(pen, plate, colour, certain ? 2.8 : 2);
  pen.setLineDash([]);
  pen.fillStyle = colour;
  pen.fill(tip);
  mark(pen, 16, 16, 6.4, priority);
  if (certain) {
    line(pen, new Path2D('M26 12.4v7.2M30.4 12.4v7.2M34.8 12.4v7.2'), tokens.text, 2.6);
    return;
  }
  write(pen, '?', 30.4, 16, 14, tokens.text);
}

function drawPass(
  pen: Pen,
  number: string,
  certain: boolean,
  isLast: boolean,
  tokens: Tokens,
): void {
  const radius = isLast ? 11 : 9;
  const rim = isLast && certain ? tokens.accent : tokens.panel;
  if (isLast) disc(pen, 15, 15, 13.2, tokens['map-region'], tokens.accent, 1.6, tokens);
  disc(pen, 15, 15, radius, rim, tokens.accent, 2, tokens, certain ? [] : [3, 2.6]);
  const ink = rim === tokens.accent ? tokens.panel : tokens.text;
  write(pen, number, 15, 15, number.length > 2 ? 8.5 : isLast ? 12 : 10.5, ink);
}

/** A sight: open while it is expected, full when it can be there now, crossed when it was not seen. */
function drawNext(pen: Pen, rank: string, standing: string, tokens: Tokens): void {
  const colour = standing === 'overdue' ? tokens['text-dim'] : tokens['map-control'];
  const cross = new Path2D('M15 1.5v5M15 23.5v5M1.5 15h5M23.5 15h5');
  line(pen, cross, tokens['map-region'], 5);
  line(pen, cross, colour, 2.2);
  const full = standing === 'due';
  disc(pen, 15, 15, 9, full ? colour : tokens.panel, colour, 2, tokens, full ? [] : [2.6, 2.2]);
  write(pen, rank, 15, 15, 11, full ? tokens.panel : tokens.text);
  if (standing === 'overdue') line(pen, new Path2D('M7.5 22.5 22.5 7.5'), colour, 2.2);
}

/** The plate of the ground's cameras, its rim telling how the camera does: full, broken, double, dotted. */
function drawCamera(pen: Pen, health: string, tokens: Tokens): void {
  const plate = new Path2D();
  plate.ellipse(12, 10, 10, 7, 0, 0, 2 * Math.PI);
  const well = health === 'ok' || health === 'never' || !HEALTH.includes(health as 'ok');
  const colour = well ? tokens['map-control'] : tokens.warn;
  line(pen, plate, tokens['map-plate'], 3.8);
  pen.fillStyle = tokens['map-plate'];
  pen.fill(plate);
  const dash = { silent: [4, 3.2], poor: [0.1, 3.1], never: [1.5, 2] }[health] ?? [];
  pen.setLineDash(dash);
  line(pen, plate, colour, health === 'clock-off' ? 4 : well ? 1.5 : 2.2);
  pen.setLineDash([]);
  if (health === 'clock-off') line(pen, plate, tokens['map-plate'], 1.4);
  write(pen, 'N', 12, 10, 10.5, colour);
}

/** Which way it looks: up, turned by the map. */
function drawWedge(pen: Pen, tokens: Tokens): void {
  const wedge = new Path2D();
  wedge.moveTo(26, 26);
  wedge.arc(26, 26, 24, (-90 - 26) * (Math.PI / 180), (-90 + 26) * (Math.PI / 180));
  wedge.closePath();
  pen.fillStyle = tokens['map-control'];
  pen.globalAlpha = 0.42;
  pen.fill(wedge);
  pen.globalAlpha = 0.9;
  line(pen, wedge, tokens['map-control'], 1);
  pen.globalAlpha = 1;
}

const BARS = 5;

/** As many of five bars as there is traffic. */
function drawFlow(pen: Pen, level: number, tokens: Tokens): void {
  const plate = new Path2D();
  plate.roundRect(1, 1, 26, 16, 3);
  pen.fillStyle = tokens['map-plate'];
  pen.fill(plate);
  line(pen, plate, tokens['map-traffic'], 1.2);
  for (let i = 0; i < BARS; i++) {
    const bar = new Path2D();
    const height = 3 + i * 2.1;
    bar.rect(4 + i * 4.2, 14 - height, 3, height);
    pen.fillStyle = i < level ? tokens['map-traffic'] : tokens.line;
    pen.fill(bar);
  }
}

function disc(
  pen: Pen,
  x: number,
  y: number,
  radius: number,
  fill: string,
  colour: string,
  width: number,
  tokens: Tokens,
  dash: number[] = [],
): void {
  const round = new Path2D();
  round.arc(x, y, radius, 0, 2 * Math.PI);
  line(pen, round, tokens['map-region'], width + 2);
  pen.fillStyle = fill;
  pen.fill(round);
  pen.setLineDash(dash);
  line(pen, round, colour, width);
  pen.setLineDash([]);
}

function write(pen: Pen, text: string, x: number, y: number, size: number, colour: string): void {
  pen.fillStyle = colour;
  pen.font = `800 ${size}px 'Inter Variable', sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillText(text, x, y + size * 0.36);
}

function line(pen: Pen, path: Path2D, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(path);
}
