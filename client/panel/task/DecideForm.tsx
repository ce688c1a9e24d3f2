import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../part/Field.tsx';
import { send } from '../../send.ts';
import { useLang } from '../hooks.ts';
import { leaveRow } from './hand.ts';
import { Inline } from './Inline.tsx';
import type { Row } from './rows.ts';
import { inLang } from './text.ts';
import css from './task.module.css';

/** A choice: by its number, or the arrows; then the reason, then Enter. */
export function DecideForm({ row }: { row: Row }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { run, step, id } = row;
  const options = step.options ?? [];
  const [option, setOption] = useState<string>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const needed = step.evidence === 'note';
  const submit = () => {
    setTried(true);
    const text = note.trim();
    if (!option || (needed && !text)) return;
    leaveRow(id);
    send('task.close', { run: run.id, step: step.id, option, ...(text ? { note: text } : {}) });
  };
  const press = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const key = /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key;
    const chosen = options[Number(key) - 1];
    if (!chosen || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setOption(chosen.id);
    event.currentTarget.querySelectorAll('input')[options.indexOf(chosen)]?.focus();
  };
  return (
    <Inline onSubmit={submit} confirm={t('task.main-decide')}>
      <fieldset className={css.options} onKeyDown={press}>
        <legend className="visually-hidden">{t('task.options')}</legend>
        {options.map((one, i) => (
          <label key={one.id} className={css.option}>
            <input
              type="radio"
              name={`option-${id}`}
              checked={option === one.id}
              onChange={() => setOption(one.id)}
            />
            <kbd aria-hidden="true">{i + 1}</kbd> {inLang(one, lang)}
          </label>
        ))}
        {tried && !option && (
          <p className={css.wrong} role="alert">
            {t('task.optionNeeded')}
          </p>
        )}
      </fieldset>
      <Field
        label={t('task.decisionReason')}
        required={needed}
        value={note}
        onChange={setNote}
        maxLength={2000}
        error={tried && needed && !note.trim() ? t('task.reasonNeeded') : undefined}
      />
    </Inline>
  );
}
