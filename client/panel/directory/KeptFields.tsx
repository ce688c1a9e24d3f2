import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '../../part/Field.tsx';
import css from './directory.module.css';

interface Kept {
  from: string;
  until: string;
  keeper: string;
  checked: string;
  note: string;
}

/** Days of validity, keeper, yearly check and note: the same for organisations and contacts. */
export function KeptFields({
  form,
  change,
  errorAt,
}: {
  form: Kept;
  change(patch: Partial<Kept>): void;
  errorAt(...paths: string[]): string | undefined;
}) {
  const { t } = useTranslation();
  const day = (name: 'from' | 'until' | 'checked', label: string) => (
    <Field
      label={label}
      type="date"
      value={form[name]}
      onChange={(value) => change({ [name]: value })}
      error={errorAt(name)}
    />
  );
  return (
    <>
      <div className={css.quad}>
        <Field
          label={t('directory.keeper')}
          value={form.keeper}
          onChange={(keeper) => change({ keeper })}
          error={errorAt('keeper')}
          maxLength={120}
        />
        {day('checked', t('directory.checked'))}
        {day('from', t('directory.validFrom'))}
        {day('until', t('directory.validUntil'))}
      </div>
      <TextArea
        label={t('directory.note')}
        rows={2}
        maxLength={1000}
        value={form.note}
        onChange={(note) => change({ note })}
        error={errorAt('note')}
      />
    </>
  );
}
