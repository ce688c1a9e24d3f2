import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '../../part/Field.tsx';
import { Tag } from '../../part/Tag.tsx';
import { usePlan } from '../../plan.ts';
import { useLang } from '../hooks.ts';
import type { Decided, Wrong } from './decide.ts';
import type { DeciderRow } from './hooks.ts';
import { functionName } from './names.ts';
import css from './phase.module.css';

/** Who decides, with the number to call; why; and when, if not now. */
export function DecideFields(props: {
  deciders: readonly DeciderRow[];
  form: Decided;
  change: (patch: Partial<Decided>) => void;
  wrong: Wrong;
  reasonLabel: string;
}) {
  const { t } = useTranslation();
  const { deciders, form, change, wrong, reasonLabel } = props;
  const error = (key: string | undefined) => (key ? t(`phase.${key}`) : undefined);
  return (
    <>
      {deciders.length > 0 ? (
        <fieldset className={css.choices}>
          <legend>
            {t('phase.decider')} · {t('phase.decider-hint')}
          </legend>
          {deciders.map((one) => (
            <Decider
              key={one.contact}
              one={one}
              chosen={deciders.length === 1 || form.contact === one.contact}
              onChoose={() => change({ contact: one.contact })}
            />
          ))}
          {wrong.decider && (
            <p className={css.error} role="alert">
              {error(wrong.decider)}
            </p>
          )}
        </fieldset>
      ) : (
        <Field
          label={`${t('phase.decider')} (${t('phase.name')})`}
          hint={t('phase.noDecider')}
          required
          maxLength={120}
          value={form.name}
          onChange={(name) => change({ name })}
          error={error(wrong.decider)}
        />
      )}
      <TextArea
        label={reasonLabel}
        hint={t('phase.reasonHint')}
        required
        rows={3}
        maxLength={2000}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        error={error(wrong.reason)}
      />
      <Field
        label={t('phase.when')}
        hint={t('phase.whenHint')}
        maxLength={20}
        value={form.when}
        onChange={(when) => change({ when })}
        error={error(wrong.when)}
      />
    </>
  );
}

function Decider(props: { one: DeciderRow; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const { one, chosen, onChoose } = props;
  const duty = one.because.some(({ code }) => code === 'duty');
  return (
    <label className={css.choice}>
      <input type="radio" name="decider" value={one.contact} checked={chosen} onChange={onChoose} />
      <span className={css.text}>
        <b>{one.name}</b>{' '}
        <span className={css.dim}>
          {functionName(one.function, plan, lang)}
          {one.rank > 1 ? ` · ${t('directory.rankDeputy', { rank: one.rank - 1 })}` : ''}
        </span>{' '}
        {duty && <Tag tone="good">{t('phase.onDuty')}</Tag>}
      </span>
      {one.ways?.[0] && <span className={css.number}>{one.ways[0].address}</span>}
    </label>
  );
}
