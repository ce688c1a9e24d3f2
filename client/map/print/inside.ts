import type { Layer } from '../../../shared/geo/layer.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import { theGround } from '../../ground.ts';
import { insideList, type InsideList } from '../../panel/perimeter/inside.ts';
import { perimetersIn, type SheetRows } from './rows.ts';
import type { Plan } from './choice.ts';

export interface Listed {
  perimeter: Perimeter;
  list: InsideList;
}

/** What lies in each perimeter of the incident; without one, of those that reach onto the sheet. */
export async function listInside(
  { perimeters }: SheetRows,
  { incident, box }: Plan,
  layers: readonly Layer[],
): Promise<Listed[]> {
  const ground = await theGround();
  if (!ground) return [];
  const own = incident
    ? perimeters.filter((one) => one.incident === incident.id)
    : perimetersIn(perimeters, box);
  return own.map((perimeter) => ({
    perimeter,
    list: insideList(ground, perimeter.shape, layers),
  }));
}
