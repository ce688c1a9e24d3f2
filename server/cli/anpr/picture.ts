import { crc32, deflateSync } from 'node:zlib';
import { dot, GLYPH } from './glyphs.ts';

/**
 * A drawn plate as PNG, with the noise of a camera at night: what is on the vehicle, whatever the engine
 * read. Belgian ones are red on white, others black on white.
 */
export function drawPlate(plate: string, country: string, random: () => number): Buffer {
  const [scale, margin] = [4, 3];
  const width = ((GLYPH.width + 1) * plate.length - 1 + 2 * margin) * scale;
  const height = (GLYPH.height + 2 * margin) * scale;
  const ink = country === 'BE' ? [150, 24, 40] : [20, 20, 24];
  const light = 0.75 + random() * 0.25;
  const lines: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    // Each line of a PNG begins with the number of its filter.
    const line = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.floor(x / scale) - margin, Math.floor(y / scale) - margin];
      const character = plate[Math.floor(column / (GLYPH.width + 1))] ?? '';
      const inside = row >= 0 && row < GLYPH.height && column >= 0;
      const frame = x < 3 || y < 3 || x >= width - 3 || y >= height - 3;
      const set = frame || (inside && dot(character, column % (GLYPH.width + 1), row));
      const noise = (random() - 0.5) * 50;
      for (const [channel, value] of ink.entries())
        line[1 + x * 3 + channel] = clamp(((set ? value : 238) + noise) * light);
    }
    lines.push(line);
  }
  return png(width, height, Buffer.concat(lines));
}

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

/** Eight bits per channel, RGB (PNG, ISO/IEC 15948). */
function png(width: number, height: number, lines: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
