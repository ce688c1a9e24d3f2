import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase } from '../../../shared/subject/phase/schema.ts';
import { usePlan } from '../../plan.ts';
import { Notice } from '../../part/Notice.tsx';
import { momentOf } from '../../part/time.ts';
import { send } from '../../send.ts';
import { closeDialog } from '../../ui.ts';
import { useFormDraft } from '../form.ts';
import { useLang } from '../hooks.ts';
import { decisionOf, UNDECIDED, type Wrong } from './decide.ts';
import { DecideFields } from './DecideFields.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useDeciders, usePhases } from './hooks.ts';
import { phaseName, whoText } from './names.ts';
import css from './phase.module.css';

/** Records that the authority that declared a phase lifts it. */
export function LiftDialog({ row }: { row: Phase }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const { all } = usePhases(row.incident);
  const [form, change, clear] = useFormDraft(`phase-lift.${row.id}`, UNDECIDED);
  const [wrong, setWrong] = useState<Wrong>({});
  const { by, municipality } = row;
  const deciders = useDeciders({ function: by.function, municipality });
  const below = all.some((one) => one.superseded && !one.lifted && one.id !== row.id);
  const submit = () => {
    const made = decisionOf(
      form,
      deciders.map(({ contact }) => contact),
    );
    setWrong(made.ok ? {} : made.wrong);
    if (!made.ok) return;
    clear();
    closeDialog();
    send('phase.lift', { phase: row.id, function: by.function, ...made.data });
  };
  return (
    <FormDialog
      title={t('phase.liftLong')}
      confirm={t('phase.lift')}
      testId="dialog-phase-lift"
      width={600}
      onSubmit={submit}
    >
      <p>
        <b>{phaseName(row, plan, t, lang)}</b>{' '}
        <span className={css.dim}>
          {t('phase.since', {
            by: whoText(by, plan, t, lang),
            at: momentOf(row.declared.occurred),
          })}
        </span>
      </p>
      {below && !row.superseded && <Notice>{t('phase.liftBelow')}</Notice>}
      <DecideFields
        deciders={deciders}
        form={form}
        change={change}
        wrong={wrong}
        reasonLabel={t('phase.liftReason')}
      />
    </FormDialog>
  );
}
