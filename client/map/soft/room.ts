/** Cells in which labels find room, CSS pixels. */
const CELL = { width: 12, height: 9 };

/** Remembers what of a picture is taken, so that no label is put over another. */
export function openRoom(): (x: number, y: number, width: number, height: number) => boolean {
  const taken = new Set<number>();
  /** Takes the place, or says that it cannot be had. */
  return (x, y, width, height) => {
    const cells: number[] = [];
    for (let row = Math.floor(y / CELL.height); row * CELL.height < y + height; row += 1)
      for (let column = Math.floor(x / CELL.width); column * CELL.width < x + width; column += 1)
        cells.push(row * 65_536 + column);
    if (cells.some((cell) => taken.has(cell))) return false;
    for (const cell of cells) taken.add(cell);
    return true;
  };
}
