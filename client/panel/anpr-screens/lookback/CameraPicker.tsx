import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finds } from '../../../../shared/select.ts';
import { useAnpr } from '../../../anpr.ts';
import { Field } from '../../../part/Field.tsx';
import { useLang } from '../../hooks.ts';
import { CAMERAS_MOST } from './look-form.ts';
import frame from '../anpr-screens.module.css';
import css from './lookback.module.css';

/** Cameras by name, at most as many as the rule allows. Those of another controller are not searched, and say so. */
export function CameraPicker({
  chosen,
  onChange,
  error,
}: {
  chosen: readonly string[];
  onChange: (cameras: readonly string[]) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const id = useId();
  const side = lang === 'fr' ? 'fr' : 'nl';
  const [typed, setTyped] = useState('');
  const cameras = useAnpr((anpr) => anpr.cameras);
  const all = [...cameras.values()].sort((a, b) => a.name[side].localeCompare(b.name[side], lang));
  const shown = all.filter(({ id: one, name }) => finds(typed, [name.nl, name.fr, one]));
  return (
    <fieldset className={css.picker} aria-describedby={`${id}-n`}>
      <legend>{t('lookback.cameras')}</legend>
      <Field
        label={t('plates.searchCamera')}
        quiet
        type="search"
        placeholder={t('plates.searchCamera')}
        value={typed}
        onChange={setTyped}
        aria-invalid={error ? true : undefined}
      />
      <div className={css.choices}>
        {shown.map((camera) => {
          const foreign = camera.controller === 'lez';
          const on = chosen.includes(camera.id);
          return (
            <label key={camera.id} data-on={on || undefined}>
              <input
                type="checkbox"
                checked={on}
                disabled={foreign || (!on && chosen.length >= CAMERAS_MOST)}
                onChange={() =>
                  onChange(on ? chosen.filter((one) => one !== camera.id) : [...chosen, camera.id])
                }
              />
              {camera.name[side]}
              {foreign && <small className={frame.dim}>{t('lookback.lez')}</small>}
            </label>
          );
        })}
      </div>
      <p
        id={`${id}-n`}
        className={error ? frame.bad : frame.dim}
        role={error ? 'alert' : undefined}
      >
        {error ?? t('lookback.chosen', { count: chosen.length, most: CAMERAS_MOST })}
      </p>
    </fieldset>
  );
}
