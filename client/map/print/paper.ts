/** The sheet of paper and what stands where on it. Millimetres, seen as it is printed. */

export const PAPERS = { A4: [210, 297], A3: [297, 420] } as const;
export type Paper = keyof typeof PAPERS;
export type Turn = 'portrait' | 'landscape';

export interface Size {
  width: number;
  height: number;
}

/** What most printers leave white at the edges, with room for a hand. */
export const MARGIN = 9;
/** Title, space, time. */
export const HEAD = 17;
/** Attribution, and how to print it true. */
export const FOOT = 7;
/** Legend, scale bar and QR code: beside the map, or under it. */
const SIDE = 62;
const UNDER = 62;

export function pageOf(paper: Paper, turn: Turn): Size {
  const [short, long] = PAPERS[paper];
  return turn === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** The map itself. */
export function mapOf(paper: Paper, turn: Turn): Size {
  const { width, height } = pageOf(paper, turn);
  const inside = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - HEAD - FOOT };
  return turn === 'portrait'
    ? { ...inside, height: inside.height - UNDER }
    : { ...inside, width: inside.width - SIDE };
}
