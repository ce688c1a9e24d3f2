import { useMemo } from 'react';
import { encode } from 'uqr';

/** Modules of white around it: ISO/IEC 18004 asks for four. */
const QUIET = 4;

/**
 * A QR code of a text, black on white in every theme: a camera wants it so. `size`: CSS length of a
 * side, the white edge included.
 */
export function ShareCode({ text, size, label }: { text: string; size: string; label: string }) {
  const { side, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      style={{ width: size, height: size, flex: 'none' }}
      data-testid="qr"
      data-text={text}
    >
      <path d={`M0 0H${side}V${side}H0Z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Level M: a fold or a drop of rain may cost 15 % of it. Runs of a row are one stroke. */
function draw(text: string): { side: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x] || row[x - 1]) continue;
      let end = x;
      while (row[end]) end += 1;
      path += `M${x} ${y}h${end - x}v1H${x}Z`;
    }
  });
  return { side: size, path };
}
