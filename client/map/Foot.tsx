import { useTranslation } from 'react-i18next';
import { useMapState } from './state.ts';
import css from './MapPane.module.css';

/** What map this is, where north is, and the place under the mouse: WGS 84, five decimals (a metre). */
export function Foot() {
  const { t } = useTranslation();
  const pointer = useMapState((map) => map.pointer);
  const attribution = useMapState((map) => map.attribution);
  return (
    <div className={css.foot}>
      {pointer && (
        <span className={css.pointer}>
          {`${pointer[1].toFixed(5)} N  ${pointer[0].toFixed(5)} E`}
        </span>
      )}
      <span>{attribution.length > 0 ? attribution.join(' · ') : t('map.ground')}</span>
      <span aria-label={t('map.north')} role="img">
        {t('map.northMark')} ↑
      </span>
    </div>
  );
}
