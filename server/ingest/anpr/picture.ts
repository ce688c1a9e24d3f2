import type { Picture } from './found.ts';

/** Pictures that come with reads: JPEG or PNG by their first bytes, whatever they are called. */
export const LARGEST = 2 * 1024 * 1024;

export function pictureOf(bytes: Uint8Array, hint: string): Picture | undefined {
  const type = typeOf(bytes);
  return type && bytes.length <= LARGEST ? { type, bytes, hint } : undefined;
}

const starts = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte);

export function typeOf(bytes: Uint8Array): Picture['type'] | undefined {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  return starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ? 'image/png' : undefined;
}

/** Of base64 text, with or without `data:image/…;base64,` before it and line breaks in it. */
export function pictureIn(text: unknown, hint: string): Picture | undefined {
  if (typeof text !== 'string' || text.length < 12) return undefined;
  const from = text.startsWith('data:') ? text.indexOf(',') + 1 : 0;
  if (text.length - from > LARGEST * 1.5) return undefined;
  // A glance at the beginning, before megabytes of something else are decoded.
  if (!typeOf(Buffer.from(text.slice(from, from + 40), 'base64'))) return undefined;
  return pictureOf(Buffer.from(text.slice(from), 'base64'), hint);
}

const VIEW =
  /full|scene|context|background|detection|overview|frame|normal|vehicle|whole|original|body|upload/i;
const PLATE = /plate|crop|cut ?out|\blp|lp\b|lpr/i;

/** The cut-out of the plate first, then what says nothing, then views; the smaller of two alike. */
export function bestFirst(pictures: readonly (Picture | undefined)[]): Picture[] {
  const rank = ({ hint }: Picture): number => {
    if (/vehicle|detection|background/i.test(hint) && !/plate(picture|image|crop)/i.test(hint))
      return 2;
    return PLATE.test(hint) ? 0 : VIEW.test(hint) ? 2 : 1;
  };
  return pictures
    .filter((one) => one !== undefined)
    .sort((a, b) => rank(a) - rank(b) || a.bytes.length - b.bytes.length);
}
