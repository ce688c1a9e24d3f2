import { useEffect, useRef } from 'react';
import { useUi } from '../../ui.ts';
import { drawIcon, RATIO } from '../icon.ts';
import { readTokens } from '../tokens.ts';

/** Somewhat smaller than on the map. */
const SCALE = 0.8;

/** A mark exactly as the map draws it, in the colours of where it stands. */
export function LegendIcon({
  name,
  scale = SCALE,
  faint = false,
}: {
  name: string;
  /** Of its size on the map. */
  scale?: number;
  faint?: boolean;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useUi((ui) => ui.theme);
  useEffect(() => {
    const element = canvas.current;
    const image = element && drawIcon(name, readTokens(element));
    if (!image) return;
    element.width = image.width;
    element.height = image.height;
    element.style.width = `${(image.width / RATIO) * scale}px`;
    element.getContext('2d')?.putImageData(image, 0, 0);
  }, [name, scale, theme]);
  return <canvas ref={canvas} aria-hidden="true" data-faint={faint || undefined} />;
}
