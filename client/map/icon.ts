import type { Priority } from '../../shared/value.ts';
import type { Status } from '../../shared/subject/incident/schema.ts';
import { anprSize, drawAnpr } from './anpr-icon.ts';
import { GLYPHS } from './glyph.ts';
import { POIS, type Poi } from './poi.ts';
import { priorityColour, type Tokens } from './tokens.ts';
import { drawWind, WIND } from './layer/wind-icon.ts';
import { drawSign, drawWay, isTrafficKind, SIGN, WAY } from './traffic-icon.ts';
import { COURSE, drawCourse, drawUnit, isUnitShape, UNIT } from './unit-icon.ts';

/**
 * The marks of the map, drawn when first asked for. Priority is a shape and a colour, as in the lists:
 * diamond 1, triangle 2, square 3, ring 4. An incident is a large shape with the picture of its type;
 * a report is a pin with a small shape. The outline tells how far it is: double while nobody works on
 * it, plain in hand, hollow under control, grey when closed, broken when the server has it not yet.
 */
export type Look = Status | 'waiting';

/** Device pixels per pixel of the drawn images. */
export const RATIO = 2;
const INCIDENT = 46;
/** Side of a plate with a picture. */
const POI = 22;
const PIN = { width: 26, height: 34 };

const word = (...parts: (string | number)[]) => parts.join(':');
export const incidentIcon = (priority: Priority, glyph: string, look: Look): string =>
  word('incident', priority, Object.hasOwn(GLYPHS, glyph) ? glyph : 'other', look);
export const reportIcon = (priority: Priority, waiting: boolean): string =>
  word('report', priority, waiting ? 'waiting' : 'new');
export const markIcon = (priority: Priority): string => word('mark', priority);

type Pen = CanvasRenderingContext2D;

/** Draws an image by its name; undefined for a name that is not one of ours. `ratio`: more for paper. */
export function drawIcon(name: string, tokens: Tokens, ratio = RATIO): ImageData | undefined {
  const image = (width: number, height: number, draw: (pen: Pen) => void) =>
    picture(width, height, ratio, draw);
  const [kind, priority, ...rest] = name.split(':');
  const rank = Number(priority) as Priority;
  switch (kind) {
    case 'incident':
      return image(INCIDENT, INCIDENT, (pen) =>
        drawIncident(pen, rank, rest[0]!, rest[1] as Look, tokens),
      );
    case 'report':
      return image(PIN.width, PIN.height, (pen) =>
        drawPin(pen, rank, rest[0] === 'waiting', tokens),
      );
    case 'mark':
      return image(16, 16, (pen) => drawMark(pen, 8, 8, 6, rank, tokens, true));
    case 'lock':
      return image(16, 16, (pen) => drawLock(pen, tokens));
    case 'poi':
      return Object.hasOwn(POIS, priority ?? '')
        ? image(POI, POI, (pen) => drawPoi(pen, POIS[priority!]!, tokens))
        : undefined;
    case 'wind':
      return image(WIND, WIND, (pen) => drawWind(pen, tokens));
    case 'traffic':
      return isTrafficKind(priority)
        ? image(SIGN, SIGN, (pen) => drawSign(pen, priority, rest[0] === 'planned', tokens))
        : undefined;
    case 'traffic-way':
      return image(WAY, WAY, (pen) => drawWay(pen, tokens));
    case 'shield':
      return image(14, 14, (pen) => drawShield(pen, tokens));
    case 'unit': {
      const [tone, look] = rest;
      if (!isUnitShape(priority) || !isUnitShape(tone)) return undefined;
      return image(UNIT, UNIT, (pen) => drawUnit(pen, priority, tone, look === 'stale', tokens));
    }
    case 'course':
      if (!isUnitShape(priority)) return undefined;
      return image(COURSE, COURSE, (pen) => drawCourse(pen, priority, tokens));
    default: {
      const size = anprSize(kind);
      return (
        size &&
        image(...size, (pen) =>
          drawAnpr(pen, name, tokens, (on, x, y, reach, rank) =>
            drawMark(on, x, y, reach, rank, tokens, true),
          ),
        )
      );
    }
  }
}

function picture(
  width: number,
  height: number,
  ratio: number,
  draw: (pen: Pen) => void,
): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.scale(ratio, ratio);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Corners of each shape for a reach of 1; the shapes weigh about the same to the eye. */
const CORNERS: Readonly<Record<Priority, readonly (readonly [number, number])[]>> = {
  1: [[0, -1.12], [1.12, 0], [0, 1.12], [-1.12, 0]], // prettier-ignore
  2: [[0, -1.05], [1.12, 0.88], [-1.12, 0.88]], // prettier-ignore
  3: [[-0.84, -0.84], [0.84, -0.84], [0.84, 0.84], [-0.84, 0.84]], // prettier-ignore
  4: [],
};

function outline(x: number, y: number, reach: number, priority: Priority): Path2D {
  const path = new Path2D();
  const corners = CORNERS[priority];
  if (corners.length === 0) path.arc(x, y, reach * 0.95, 0, 2 * Math.PI);
  for (const [dx, dy] of corners) path.lineTo(x + dx * reach, y + dy * reach);
  path.closePath();
  return path;
}

function drawIncident(
  pen: Pen,
  priority: Priority,
  glyph: string,
  look: Look,
  tokens: Tokens,
): void {
  const middle = INCIDENT / 2;
  const reach = 15;
  const colour = look === 'closed' ? tokens['text-dim'] : priorityColour(tokens, priority);
  const filled = look === 'open' || look === 'active';
  const shape = outline(middle, middle, reach, priority);
  line(pen, shape, tokens['map-region'], look === 'open' ? 10 : 6);
  if (look === 'open') {
    line(pen, shape, colour, 7.5);
    line(pen, shape, tokens['map-region'], 4.5);
  }
  pen.fillStyle = filled ? colour : tokens.panel;
  pen.fill(shape);
  if (look === 'waiting') pen.setLineDash([4, 4.5]);
  line(pen, shape, colour, filled ? 1.5 : 2.5);
  pen.setLineDash([]);
  const [tool, path] = GLYPHS[glyph]!;
  // The belly of a triangle is low and narrow.
  const scale = priority === 2 ? 0.95 : priority === 1 ? 1.05 : 1.2;
  const size = 16 * scale;
  pen.translate(middle - size / 2, middle - size / 2 + (priority === 2 ? 3.6 : 0));
  pen.scale(scale, scale);
  paint(pen, new Path2D(path), tool, filled ? tokens['on-priority'] : colour);
}

/** A pin: its tip stands on the place. */
function drawPin(pen: Pen, priority: Priority, waiting: boolean, tokens: Tokens): void {
  const x = PIN.width / 2;
  const [y, radius] = [13, 10];
  const body = new Path2D();
  body.moveTo(x, PIN.height - 1);
  body.lineTo(x - 6.2, y + 7.9);
  body.arc(x, y, radius, Math.PI * 0.7, Math.PI * 2.3);
  body.closePath();
  line(pen, body, tokens['map-region'], 4.5);
  pen.fillStyle = tokens.panel;
  pen.fill(body);
  if (waiting) pen.setLineDash([3, 3.4]);
  line(pen, body, priorityColour(tokens, priority), 2);
  pen.setLineDash([]);
  drawMark(pen, x, y, 6, priority, tokens, false);
}

/** The shape of a priority with its number, as small as it can be read. */
function drawMark(
  pen: Pen,
  x: number,
  y: number,
  reach: number,
  priority: Priority,
  tokens: Tokens,
  edged: boolean,
): void {
  const shape = outline(x, y, reach, priority);
  if (edged) line(pen, shape, tokens.panel, 3.5);
  paint(pen, shape, 'brush', priorityColour(tokens, priority));
  pen.fillStyle = tokens['on-priority'];
  pen.font = `800 ${reach * 1.35}px 'Inter Variable', sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillText(String(priority), x, y + reach * (priority === 2 ? 0.68 : 0.49));
}

function drawLock(pen: Pen, tokens: Tokens): void {
  const ground = new Path2D();
  ground.arc(8, 8, 7.5, 0, 2 * Math.PI);
  paint(pen, ground, 'brush', tokens.panel);
  line(pen, new Path2D('M5.6 7.6V6a2.4 2.4 0 0 1 4.8 0v1.6'), tokens.restricted, 1.5);
  paint(pen, new Path2D('M4.2 7.4h7.6v4.8H4.2Z'), 'brush', tokens.restricted);
}

/** What stands on the ground: quiet beside an incident, and told apart by its plate and its picture. */
function drawPoi(pen: Pen, { plate, tone, tool, path, letter }: Poi, tokens: Tokens): void {
  const colour =
    tone === 'help'
      ? tokens['map-help']
      : tone === 'transport'
        ? tokens['map-transport']
        : tone === 'control'
          ? tokens['map-control']
          : tokens['map-name'];
  const middle = POI / 2;
  const ground = new Path2D();
  if (plate === 'square') ground.roundRect(2, 2, POI - 4, POI - 4, 3.5);
  if (plate === 'round') ground.arc(middle, middle, middle - 2, 0, 2 * Math.PI);
  if (plate === 'eye') ground.ellipse(middle, middle, middle - 1, middle - 4, 0, 0, 2 * Math.PI);
  // A hand that helps is a filled plate; all else is an outline.
  const filled = tone === 'help';
  if (plate !== 'bare') {
    line(pen, ground, tokens['map-plate'], 3.4);
    paint(pen, ground, 'brush', filled ? colour : tokens['map-plate']);
    line(pen, ground, colour, 1.5);
  }
  const ink = filled ? tokens['map-plate'] : colour;
  if (letter) {
    pen.fillStyle = ink;
    pen.font = "800 12px 'Inter Variable', sans-serif";
    pen.textAlign = 'center';
    pen.textBaseline = 'alphabetic';
    pen.fillText(letter, middle, middle + 4.4);
    return;
  }
  const size = plate === 'bare' ? 16 : 13;
  pen.translate(middle - size / 2, middle - size / 2);
  pen.scale(size / 16, size / 16);
  if (plate === 'bare') {
    pen.strokeStyle = tokens['map-region'];
    pen.lineWidth = 4.5;
    pen.stroke(new Path2D(path));
  }
  paint(pen, new Path2D(path), tool, ink);
}

/** The ground of a road's number. */
function drawShield(pen: Pen, tokens: Tokens): void {
  const ground = new Path2D();
  ground.roundRect(1, 1, 12, 12, 3);
  paint(pen, ground, 'brush', tokens['map-plate']);
  line(pen, ground, tokens['map-road'], 1);
}

function line(pen: Pen, path: Path2D, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(path);
}

function paint(pen: Pen, path: Path2D, tool: 'pen' | 'brush', colour: string): void {
  if (tool === 'pen') return line(pen, path, colour, 1.7);
  pen.fillStyle = colour;
  pen.fill(path);
}
