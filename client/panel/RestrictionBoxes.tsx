import { useTranslation } from 'react-i18next';
import { useNames } from './hooks.ts';
import css from './dialog.module.css';

/** Tick boxes for the restrictions that one is cleared for. None ticked: everyone sees it. */
export function RestrictionBoxes({
  choices,
  value,
  onChange,
}: {
  choices: readonly string[];
  value: readonly string[];
  onChange: (restrictions: string[]) => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <fieldset className={css.reasons}>
      <legend className={css.label}>{t('incident.restrictions')}</legend>
      <div className={css.row}>
        {choices.map((one) => (
          <label key={one} className={css.reason}>
            <input
              type="checkbox"
              checked={value.includes(one)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...value, one] : value.filter((each) => each !== one),
                )
              }
            />
            <span className={css.name}>{names.restriction(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
