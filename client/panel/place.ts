import type { Lang } from '../../shared/refusal.ts';
import type { Place, Point } from '../../shared/value.ts';
import { municipalityName, municipalityWords } from './municipality.ts';

/** `Wetstraat 16, Brussel`; the point in degrees when there is nothing better; '' when nothing is known. */
export function placeText(place: Place | undefined, lang: Lang): string {
  const municipality = place?.municipality ? municipalityName(place.municipality, lang) : '';
  const words = [place?.text, municipality].filter(Boolean).join(', ');
  return words || (place?.point ? pointText(place.point) : '');
}

/** Latitude first, as people read it from maps and radios. */
export const pointText = ([lon, lat]: Point): string => `${lat.toFixed(5)} N ${lon.toFixed(5)} E`;

/** All names of a place, for searching. */
export const placeWords = (place: Place | undefined): string =>
  `${place?.text ?? ''} ${municipalityWords(place?.municipality)}`;

/** A place without empty fields; undefined when nothing is left. */
export function tidyPlace(place: Place): Place | undefined {
  const text = place.text?.trim();
  const tidy = {
    ...(place.point ? { point: place.point } : {}),
    ...(text ? { text } : {}),
    ...(place.municipality ? { municipality: place.municipality } : {}),
  };
  return Object.keys(tidy).length > 0 ? tidy : undefined;
}
