import type { Map } from 'maplibre-gl';
import { priorityColour, type Tokens } from './tokens.ts';

/**
 * Marks as in the lists: diamond 1, triangle 2, square 3, ring 4. Incidents are filled and large,
 * reports hollow and small: told apart without colour.
 */
const OUTLINES: Readonly<Record<number, readonly (readonly [number, number])[] | 'circle'>> = {
  1: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  2: [
    [0, -0.95],
    [1, 0.85],
    [-1, 0.85],
  ],
  3: [
    [-0.82, -0.82],
    [0.82, -0.82],
    [0.82, 0.82],
    [-0.82, 0.82],
  ],
  4: 'circle',
};
const RATIO = 2;

export const iconName = (kind: 'incident' | 'report', priority: number): string =>
  `${kind}-${priority}`;

/** Draws all marks in the colours of the theme, anew when it changes. */
export function addIcons(map: Map, tokens: Tokens): void {
  for (const priority of [1, 2, 3, 4]) {
    put(map, iconName('incident', priority), draw(30, priority, tokens, true));
    put(map, iconName('report', priority), draw(22, priority, tokens, false));
  }
  put(map, 'lock', drawLock(tokens));
}

function put(map: Map, name: string, image: ImageData): void {
  if (map.hasImage(name)) map.updateImage(name, image);
  else map.addImage(name, image, { pixelRatio: RATIO });
}

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = element.height = size * RATIO;
  const context = element.getContext('2d', { willReadFrequently: true })!;
  context.scale(RATIO, RATIO);
  return context;
}

function draw(size: number, priority: number, tokens: Tokens, filled: boolean): ImageData {
  const context = canvas(size);
  const colour = priorityColour(tokens, priority);
  const half = size / 2;
  const reach = half - 3;
  const outline = OUTLINES[priority]!;
  context.beginPath();
  if (outline === 'circle') context.arc(half, half, reach * 0.92, 0, 2 * Math.PI);
  else
    outline.forEach(([x, y], i) =>
      context[i === 0 ? 'moveTo' : 'lineTo'](half + x * reach, half + y * reach),
    );
  context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = tokens.ground;
  context.lineWidth = 5;
  context.stroke();
  context.fillStyle = filled ? colour : tokens.panel;
  context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
  context.fillStyle = filled ? tokens['on-priority'] : colour;
  context.font = `700 ${Math.round(size * 0.42)}px 'Inter Variable', sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(priority), half, half + (priority === 2 ? size * 0.12 : 0.5));
  return context.getImageData(0, 0, size * RATIO, size * RATIO);
}

function drawLock(tokens: Tokens): ImageData {
  const size = 14;
  const context = canvas(size);
  context.fillStyle = tokens.ground;
  context.beginPath();
  context.arc(7, 7, 7, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = tokens.restricted;
  context.fillStyle = tokens.restricted;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(7, 6, 2.2, Math.PI, 0);
  context.stroke();
  context.fillRect(3.8, 6.2, 6.4, 4.6);
  return context.getImageData(0, 0, size * RATIO, size * RATIO);
}
