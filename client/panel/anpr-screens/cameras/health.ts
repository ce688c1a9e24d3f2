import type { AnprCamera, CameraHealth, Health } from '../../../../shared/anpr/camera.ts';

/** The worst first: what has gone quiet, what tells wrong times, what reads badly, what never came. */
export const WORST: readonly Health[] = ['silent', 'clock-off', 'poor', 'never', 'ok'];

export interface CameraLine {
  camera: AnprCamera;
  health: CameraHealth | undefined;
  state: Health;
}

/** Cameras with their health, the worst first, then by name. A camera of which nothing is told never came. */
export function linesOf(
  cameras: Iterable<AnprCamera>,
  health: ReadonlyMap<string, CameraHealth>,
  lang: 'nl' | 'fr',
): CameraLine[] {
  const lines = [...cameras].map((camera) => {
    const told = health.get(camera.id);
    return { camera, health: told, state: told?.health ?? 'never' };
  });
  return lines.sort(
    (a, b) =>
      WORST.indexOf(a.state) - WORST.indexOf(b.state) ||
      a.camera.name[lang].localeCompare(b.camera.name[lang], lang),
  );
}

export const countsOf = (lines: readonly CameraLine[]): Readonly<Record<Health, number>> => {
  const counts: Record<Health, number> = { ok: 0, silent: 0, 'clock-off': 0, poor: 0, never: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
};

/** A share in percent without decimals; undefined where nothing was counted. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.round((100 * part) / whole) : undefined;
