import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../shared/value.ts';
import { Button } from '../part/Button.tsx';
import { Select } from '../part/Field.tsx';
import { setUi, useUi } from '../ui.ts';
import { useLang } from './hooks.ts';
import { municipalityChoices, storedMunicipality } from './municipality.ts';
import { pointText } from './place.ts';
import { PlaceText } from './PlaceText.tsx';
import css from './dialog.module.css';

/** Address, municipality and point. The dialog steps aside while the point is set on the map. */
export function PlaceFields({
  place,
  onChange,
  autoFocus,
}: {
  place: Place;
  onChange: (place: Place) => void;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const placed = useUi((ui) => ui.placed);

  useEffect(() => {
    if (!placed) return;
    setUi({ placed: undefined });
    onChange({ ...place, point: placed.point, ...(placed.in ? { municipality: placed.in } : {}) });
  }, [placed, place, onChange]);

  return (
    <>
      <div className={css.pair}>
        <PlaceText place={place} onChange={onChange} autoFocus={autoFocus} />
        <Select
          label={t('incident.municipality')}
          value={storedMunicipality(place.municipality)}
          empty={t('incident.none')}
          options={municipalityChoices(lang, place.municipality)}
          onChange={(municipality) => onChange({ ...place, municipality })}
        />
      </div>
      <div className={css.row}>
        <span className={css.label}>{t('incident.point')}:</span>
        <span className={place.point ? '' : css.dim} data-testid="point">
          {place.point ? pointText(place.point) : t('incident.noPoint')}
        </span>
        <Button size="small" icon="pin" onClick={() => setUi({ placing: { for: 'form' } })}>
          {t('incident.setOnMap')}
        </Button>
        {place.point && (
          <Button
            size="small"
            kind="quiet"
            onClick={() => onChange({ ...place, point: undefined })}
          >
            {t('incident.clearPoint')}
          </Button>
        )}
      </div>
    </>
  );
}
