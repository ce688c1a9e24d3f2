import { useTranslation } from 'react-i18next';
import { HOUR_MS, limitsAt } from '../../../../shared/anpr/lookback-rules.ts';
import { regimeOf } from '../../../../shared/anpr/lookback.ts';
import { Button } from '../../../part/Button.tsx';
import { Field } from '../../../part/Field.tsx';
import { Icon } from '../../../part/Icon.tsx';
import { useLang } from '../../hooks.ts';
import { longDay } from '../day.ts';
import { localOf } from '../local.ts';
import { byOf, needsProsecutor, type LookField, type LookForm } from './look-form.ts';
import frame from '../anpr-screens.module.css';
import css from './lookback.module.css';

const MINUTE_MS = 60_000;

/** From when until when, with what the law says of it as it is typed. */
export function Period({
  form,
  change,
  errorAt,
  now,
}: {
  form: LookForm;
  change: (patch: Partial<LookForm>) => void;
  errorAt: (name: LookField) => string | undefined;
  now: number;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const { month, year } = limitsAt(now);
  // To the end of this minute: what has just passed belongs to it.
  const end = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
  const cameras = byOf(form) === 'cameras';
  const quick: [key: string, ms: number][] = cameras
    ? [
        ['minutes15', HOUR_MS / 4],
        ['hour', HOUR_MS],
      ]
    : [
        ['hours24', 24 * HOUR_MS],
        ['days7', 7 * 24 * HOUR_MS],
        ['month', now - month],
      ];
  const administrative = form.purpose !== '' && regimeOf(form.purpose) === 'administrative';
  const further = needsProsecutor(form, now);
  const days = { month: longDay(month, lang), year: longDay(year, lang) };
  return (
    <fieldset className={css.period}>
      <legend>{t('lookback.period')}</legend>
      <div className={frame.bar} role="group" aria-label={t('lookback.quick')}>
        {quick.map(([key, ms]) => (
          <Button
            key={key}
            size="small"
            onClick={() => change({ from: localOf(end - ms), until: localOf(end) })}
          >
            {t(`lookback.quick-${key}`)}
          </Button>
        ))}
      </div>
      <div className={css.moments}>
        {(['from', 'until'] as const).map((one) => (
          <Field
            key={one}
            type="datetime-local"
            label={t(`lookback.${one}`)}
            value={form[one]}
            onChange={(value) => change({ [one]: value })}
            error={errorAt(one)}
            min={localOf(year)}
            required
          />
        ))}
      </div>
      <p className={css.limit} data-tone={further ? 'warn' : 'plain'} aria-live="polite">
        <Icon name={further ? 'warn' : 'clock'} />
        <span data-testid="look-limit">
          {t(
            form.purpose === ''
              ? 'lookback.limitNone'
              : administrative
                ? 'lookback.limitAdministrative'
                : further
                  ? 'lookback.limitFurther'
                  : 'lookback.limitJudicial',
            days,
          )}
          {cameras && ` ${t('lookback.limitCameras')}`}
        </span>
      </p>
    </fieldset>
  );
}
