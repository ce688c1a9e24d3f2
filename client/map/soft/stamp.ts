import { drawIcon, RATIO } from '../icon.ts';
import type { Tokens } from '../tokens.ts';

/** A small picture, drawn once and put down many times. Sides in CSS pixels. */
export interface Stamp {
  image: HTMLCanvasElement;
  width: number;
  height: number;
}

/** More labels than this are forgotten and drawn anew: they hold ages, which change. */
const MOST = 4_000;
const FONT = "11.5px 'Inter Variable', sans-serif";
const LINE = 14;
const PAD = 3;
/** Longer ones go on in a second line, and so on. */
const WIDE = 168;

/** Makes stamps of marks and of labels, each remembered until the colours change. */
export function openStamps(tokens: () => Tokens) {
  const marks = new Map<string, Stamp | undefined>();
  const labels = new Map<string, Stamp>();
  const ruler = document.createElement('canvas').getContext('2d')!;
  ruler.font = FONT;

  function mark(name: string): Stamp | undefined {
    if (!marks.has(name)) marks.set(name, drawMark(name, tokens()));
    return marks.get(name);
  }

  /**
   * On a plate of the ground's colour, so that it can be read over the names of the ground. `solid`:
   * nothing shows through, where the map itself wrote the same.
   */
  function label(text: string, solid = false): Stamp {
    const key = `${solid ? 1 : 0}${text}`;
    const known = labels.get(key);
    if (known) return known;
    if (labels.size >= MOST) labels.clear();
    const lines = wrap(text, (part) => ruler.measureText(part).width <= WIDE);
    const widths = lines.map((line) => ruler.measureText(line).width);
    const width = Math.ceil(Math.max(...widths)) + 2 * PAD;
    const height = lines.length * LINE + PAD;
    const image = sheet(width, height);
    const pen = image.getContext('2d')!;
    pen.scale(RATIO, RATIO);
    pen.fillStyle = tokens()['map-region'];
    pen.globalAlpha = solid ? 1 : 0.82;
    pen.roundRect(0, 0, width, height, 3);
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = tokens().text;
    pen.font = FONT;
    pen.textBaseline = 'middle';
    lines.forEach((line, i) => pen.fillText(line, PAD, (i + 0.5) * LINE + PAD / 2 + 0.5));
    const stamp = { image, width, height };
    labels.set(key, stamp);
    return stamp;
  }

  return {
    mark,
    label,
    forget() {
      marks.clear();
      labels.clear();
    },
  };
}

/** Between words, as late as `fits` allows; a word that is too long stands alone. */
export function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function drawMark(name: string, tokens: Tokens): Stamp | undefined {
  const data = drawIcon(name, tokens);
  if (!data) return undefined;
  const [width, height] = [data.width / RATIO, data.height / RATIO];
  const image = sheet(width, height);
  image.getContext('2d')!.putImageData(data, 0, 0);
  return { image, width, height };
}

function sheet(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * RATIO);
  canvas.height = Math.round(height * RATIO);
  return canvas;
}
