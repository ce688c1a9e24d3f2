import { centerOf } from '../../../shared/geo/shape.ts';
import type { Perimeter } from '../../../shared/subject/perimeter.ts';
import { theCamera } from '../../map/camera.ts';
import { usePicture } from '../../store.ts';

/** What buttons and keys have in common. */

/** Marks the row of a perimeter in the page. */
export const ROW = 'data-perimeter';
export const SECTION_ID = 'perimeters';

export const perimeterNow = (id: string | undefined): Perimeter | undefined => {
  const row =
    id === undefined ? undefined : usePicture.getState().shown.perimeter.perimeters.get(id);
  return row && !row.lifted ? row : undefined;
};

/** The perimeter whose row has the keyboard. */
export const rowInHand = (): Perimeter | undefined =>
  perimeterNow(document.activeElement?.closest(`[${ROW}]`)?.getAttribute(ROW) ?? undefined);

const rows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`#${SECTION_ID} [${ROW}]`),
];

/** To the first perimeter of the incident; where there is none, to the buttons. */
export function focusPerimeters(): void {
  const there = rows()[0] ?? document.querySelector<HTMLElement>(`#${SECTION_ID} button`);
  there?.focus();
  there?.scrollIntoView({ block: 'nearest' });
}

export function stepRow(by: number): void {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

export const flyTo = ({ shape }: Perimeter): void => theCamera()?.fly(centerOf(shape));

/** Whether an area of effect of it stands. */
export const hasEffect = (incident: string | undefined): boolean =>
  usePicture
    .getState()
    .shown.perimeter.perimeters.some(
      (one) => one.incident === incident && one.kind === 'effect' && !one.lifted,
    );
