import { useTranslation } from 'react-i18next';
import { useAnpr } from '../../../anpr.ts';
import { useNames, useOwnRestrictions } from '../../hooks.ts';
import type { Part } from './ActiveFields.tsx';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

/** Who may see anything of it, which cameras serve it, and what may be pointed out beside. */
export function WhoFields({ form, change, errorAt }: Part) {
  const { t } = useTranslation();
  const names = useNames();
  const own = useOwnRestrictions();
  const cameras = useAnpr((anpr) => anpr.cameras);
  const controllers = new Set([
    ...[...cameras.values()].map(({ controller }) => controller),
    ...form.controllers,
  ]);
  const ticks = (
    name: 'restrictions' | 'controllers',
    values: Iterable<string>,
    label: (value: string) => string,
  ) => (
    <fieldset className={css.inline} aria-describedby={`hotlist-${name}-hint`}>
      <legend>{t(`hotlist.${name}`)}</legend>
      {[...values].map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={form[name].includes(value)}
            aria-invalid={errorAt(name) ? true : undefined}
            onChange={(event) =>
              change({
                [name]: event.target.checked
                  ? [...form[name], value]
                  : form[name].filter((one) => one !== value),
              })
            }
          />
          {label(value)}
        </label>
      ))}
      <p id={`hotlist-${name}-hint`} className={errorAt(name) ? frame.bad : frame.dim}>
        {errorAt(name) ?? t(`hotlist.${name}Hint`)}
      </p>
    </fieldset>
  );
  const tick = (name: 'covert' | 'convoy') => (
    <div>
      <label className={css.tick}>
        <input
          type="checkbox"
          checked={form[name]}
          aria-describedby={`hotlist-${name}-hint`}
          onChange={(event) => change({ [name]: event.target.checked })}
        />
        {t(`hotlist.${name}`)}
      </label>
      <p id={`hotlist-${name}-hint`} className={frame.dim}>
        {t(`hotlist.${name}Hint`)}
      </p>
    </div>
  );
  return (
    <fieldset className={css.set}>
      <legend>{t('hotlist.set-who')}</legend>
      {ticks('restrictions', new Set([...own, ...form.restrictions]), names.restriction)}
      {ticks('controllers', controllers, (one) =>
        t(`plates.controller-${one}`, { defaultValue: one }),
      )}
      <div className={frame.pair}>
        {tick('covert')}
        {tick('convoy')}
      </div>
    </fieldset>
  );
}
