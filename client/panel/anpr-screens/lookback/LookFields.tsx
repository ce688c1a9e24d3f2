import { useTranslation } from 'react-i18next';
import { PURPOSES, regimeOf, type Purpose } from '../../../../shared/anpr/lookback.ts';
import { Button } from '../../../part/Button.tsx';
import { Field, Select, TextArea } from '../../../part/Field.tsx';
import { useNow } from '../../../part/time.ts';
import { CameraPicker } from './CameraPicker.tsx';
import { byOf, needsProsecutor, wrongInLook, type LookField, type LookForm } from './look-form.ts';
import { Period } from './Period.tsx';
import frame from '../anpr-screens.module.css';
import css from './lookback.module.css';

/** The question, with the law beside each part of it. */
export function LookFields({
  form,
  change,
  tried,
  busy,
  onSubmit,
  onClear,
}: {
  form: LookForm;
  change: (patch: Partial<LookForm>) => void;
  tried: boolean;
  busy: boolean;
  onSubmit: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const wrong = tried ? wrongInLook(form, now) : new Map<LookField, string>();
  const errorAt = (name: LookField) =>
    wrong.has(name) ? t(`lookback.wrong-${wrong.get(name)}`) : undefined;
  const field = (name: 'case' | 'reason' | 'prosecutor' | 'plate') => ({
    label: t(`lookback.${name}`),
    value: form[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errorAt(name),
    hint: t(`lookback.${name}Hint`),
    required: true,
  });
  const administrative = form.purpose !== '' && regimeOf(form.purpose) === 'administrative';
  return (
    <form
      className={css.form}
      data-testid="look-form"
      aria-label={t('lookback.question')}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSubmit();
      }}
    >
      <Select
        label={t('lookback.purpose')}
        value={form.purpose}
        onChange={(purpose) => change({ purpose: purpose as Purpose | '' })}
        options={PURPOSES.map((one) => ({ value: one, label: t(`lookback.purpose-${one}`) }))}
        empty="…"
        error={errorAt('purpose')}
        hint={t(form.purpose ? `lookback.law-${form.purpose}` : 'lookback.purposeHint')}
        required
      />
      <Field {...field('case')} maxLength={80} />
      <TextArea {...field('reason')} maxLength={500} rows={2} />
      <fieldset className={css.by}>
        <legend>{t('lookback.by')}</legend>
        {(['plate', 'cameras'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="look-by"
              checked={byOf(form) === one}
              disabled={one === 'cameras' && administrative}
              onChange={() => change({ by: one })}
            />
            {t(`lookback.by-${one}`)}
          </label>
        ))}
        {administrative && <p className={frame.dim}>{t('lookback.onlyPlate')}</p>}
      </fieldset>
      {byOf(form) === 'plate' ? (
        <Field {...field('plate')} maxLength={24} className={frame.mono} spellCheck={false} />
      ) : (
        <CameraPicker
          chosen={form.cameras}
          onChange={(cameras) => change({ cameras })}
          error={errorAt('cameras')}
        />
      )}
      <Period {...{ form, change, errorAt, now }} />
      {needsProsecutor(form, now) && <Field {...field('prosecutor')} maxLength={120} />}
      <div className={css.foot}>
        <p className={frame.dim}>{t('lookback.logged')}</p>
        <Button onClick={onClear}>{t('lookback.clear')}</Button>
        <span className={frame.grow} />
        <Button
          type="submit"
          kind="primary"
          keys="$mod+Enter"
          disabled={busy}
          data-testid="look-ask"
        >
          {t(busy ? 'plates.busy' : 'lookback.ask')}
        </Button>
      </div>
    </form>
  );
}
