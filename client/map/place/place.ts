import { may } from '../../may.ts';
import type { GeoFeature } from '../../../shared/geo/feature.ts';
import type { Place, Point } from '../../../shared/value.ts';
import { theGround } from '../../ground.ts';
import { currentLang } from '../../i18n/lang.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { openDialog, useUi } from '../../ui.ts';
import { useMapState, type ShownPlace } from '../state.ts';

/** What can be done with a place that was clicked or sought. */

function chosenIncident() {
  const { selected } = useUi.getState();
  if (selected?.kind !== 'incident') return undefined;
  const row = usePicture.getState().shown.incident.incidents.get(selected.id);
  return row && row.status !== 'closed' ? row : undefined;
}

export const mayTake = (): boolean =>
  useMapState.getState().place !== undefined && may('incident.locate') && !!chosenIncident();
export const mayOpenHere = (): boolean => may('incident.open');

/** A place as incidents keep it: the point, the name that was sought, the municipality's Dutch name. */
function asPlace({ point, name }: ShownPlace, host: GeoFeature | undefined): Place {
  const lang = currentLang();
  const municipality = host?.properties.nl ?? name?.in?.nl;
  const text = name && name.kind !== 'municipality' ? name[lang] : undefined;
  return {
    point,
    ...(text ? { text } : {}),
    ...(municipality ? { municipality } : {}),
  };
}

/** The municipality at a point; undefined outside the region, or while no ground is known. */
async function municipalityOf(point: Point): Promise<GeoFeature | undefined> {
  try {
    const ground = await theGround();
    return ground && (await import('../../../shared/geo/ground.ts')).municipalityAt(ground, point);
  } catch {
    // Its code could not be fetched: the point itself is what matters.
    return undefined;
  }
}

/** Its Dutch name: what incidents keep, and every screen can translate. */
export const municipalityName = async (point: Point): Promise<string | undefined> =>
  (await municipalityOf(point))?.properties.nl;

/** As the button on the card does, for the key: asks the ground first. */
export async function takePlaceShown(): Promise<void> {
  const { place } = useMapState.getState();
  if (place) takePlace(await municipalityOf(place.point));
}

/** The place shown becomes that of the chosen incident. */
export function takePlace(municipality: GeoFeature | undefined): void {
  const { place } = useMapState.getState();
  const incident = chosenIncident();
  if (!place || !incident || !may('incident.locate')) return;
  const next = asPlace(place, municipality);
  // A better name that is known already is not lost to a click in its street.
  const text = next.text ?? incident.place?.text;
  send('incident.locate', { incident: incident.id, place: { ...next, ...(text ? { text } : {}) } });
  useMapState.setState({ place: undefined });
}

export function openHere(place: ShownPlace, municipality: GeoFeature | undefined): void {
  openDialog({ name: 'open-incident', place: asPlace(place, municipality) });
  useMapState.setState({ place: undefined });
}
