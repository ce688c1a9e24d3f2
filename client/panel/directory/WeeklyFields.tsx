import { useTranslation } from 'react-i18next';
import { Field } from '../../part/Field.tsx';
import type { DutyForm } from './duty-form.ts';
import css from './directory.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** When: a pattern that comes back every week, or two moments. */
export function WeeklyFields({
  form,
  change,
}: {
  form: DutyForm;
  change(patch: Partial<DutyForm>): void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <fieldset className={css.inline}>
        <legend>{t('directory.when')}</legend>
        {([true, false] as const).map((weekly) => (
          <label key={String(weekly)}>
            <input
              type="radio"
              name="directory-weekly"
              checked={form.weekly === weekly}
              onChange={() => change({ weekly })}
            />
            {t(weekly ? 'directory.whenWeekly' : 'directory.whenOnce')}
          </label>
        ))}
      </fieldset>
      {form.weekly && (
        <>
          <fieldset className={css.inline}>
            <legend>{t('directory.beginsOn')}</legend>
            {DAYS.map((day) => (
              <label key={day}>
                <input
                  type="checkbox"
                  checked={form.days.includes(day)}
                  onChange={(event) =>
                    change({
                      days: event.target.checked
                        ? [...form.days, day]
                        : form.days.filter((one) => one !== day),
                    })
                  }
                />
                {t(`directory.weekday-${day}`)}
              </label>
            ))}
          </fieldset>
          <div className={css.pair}>
            <Field
              label={t('directory.begins')}
              type="time"
              value={form.begins}
              onChange={(begins) => change({ begins })}
            />
            <Field
              label={t('directory.ends')}
              type="time"
              hint={t('directory.endsHint')}
              value={form.ends}
              onChange={(ends) => change({ ends })}
            />
          </div>
        </>
      )}
      <div className={css.pair}>
        <Field
          label={t(form.weekly ? 'directory.onlyFrom' : 'directory.momentFrom')}
          type="datetime-local"
          value={form.from}
          onChange={(from) => change({ from })}
        />
        <Field
          label={t(form.weekly ? 'directory.onlyUntil' : 'directory.momentUntil')}
          type="datetime-local"
          value={form.until}
          onChange={(until) => change({ until })}
        />
      </div>
    </>
  );
}
