import { useTranslation } from 'react-i18next';
import { Field, Select } from '../../../part/Field.tsx';
import type { Part } from './ActiveFields.tsx';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

const COLOURS = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey'] as const;
const TUNES = ['alarm', 'double', 'single', 'none'] as const;

/** What a hit looks and sounds like, how sure it must be, and who must look at it. */
export function AlertFields({ form, change, errorAt }: Part) {
  const { t } = useTranslation();
  const choice = <T extends string>(
    name: 'priority' | 'colour' | 'tune' | 'persons',
    values: readonly T[],
  ) => ({
    label: t(`hotlist.${name}`),
    value: form[name],
    onChange: (value: string) => change({ [name]: value }),
    options: values.map((value) => ({ value, label: t(`hotlist.${name}-${value}`) })),
    hint: t(`hotlist.${name}Hint`),
  });
  const number = (name: 'certainFrom' | 'possibleFrom' | 'retentionDays') => ({
    label: t(`hotlist.${name}`),
    value: form[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errorAt(name),
    hint: t(`hotlist.${name}Hint`),
    type: 'number',
    required: true,
  });
  return (
    <fieldset className={css.set}>
      <legend>{t('hotlist.set-alert')}</legend>
      <div className={frame.triple}>
        <Select {...choice('priority', ['1', '2', '3', '4'])} />
        <div className={css.colour}>
          <Select {...choice('colour', COLOURS)} />
          <span className={css.stripe} data-colour={form.colour} aria-hidden="true" />
        </div>
        <Select {...choice('tune', TUNES)} />
      </div>
      <div className={frame.triple}>
        <Field {...number('certainFrom')} min={50} max={100} step={0.1} />
        <Field {...number('possibleFrom')} min={5} max={100} step={0.1} />
        <Field {...number('retentionDays')} min={1} max={365} />
      </div>
      <Select {...choice('persons', ['1', '2'])} />
    </fieldset>
  );
}
