import type { TFunction } from 'i18next';
import { areaOf } from '../../../shared/geo/outline.ts';
import type { Shape } from '../../../shared/geo/shape.ts';
import type { Lang } from '../../../shared/refusal.ts';
import { areaText, lengthText } from './radius.ts';

/** `250 m · 0,2 km²`: what one measures of it, then how much ground it takes. */
export function sizeText(shape: Shape, t: TFunction, lang: Lang): string {
  const area = areaText(areaOf(shape), lang);
  if (shape.form === 'polygon') return area;
  if (shape.form === 'sector')
    return `${lengthText(shape.length, lang)} · ${shape.angle}° · ${area}`;
  return `${t('perimeter.radius').toLowerCase()} ${lengthText(shape.radius, lang)} · ${area}`;
}
