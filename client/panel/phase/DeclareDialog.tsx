import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whereIs } from '../../../shared/plan/resolve.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { PhaseName } from '../../../shared/subject/phase/schema.ts';
import { rankOf } from '../../../shared/subject/phase/select.ts';
import { usePlan } from '../../plan.ts';
import { Select } from '../../part/Field.tsx';
import { Notice } from '../../part/Notice.tsx';
import { serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { closeDialog } from '../../ui.ts';
import { useFormDraft } from '../form.ts';
import { useLang } from '../hooks.ts';
import { decisionOf, UNDECIDED, type Decided, type Wrong } from './decide.ts';
import { DecideFields } from './DecideFields.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useDeciders, usePhases } from './hooks.ts';
import { both, functionName } from './names.ts';
import css from './phase.module.css';

interface Form extends Decided {
  phase: PhaseName | '';
  municipality: string;
  parameters: string[];
}
const EMPTY: Form = { ...UNDECIDED, phase: '', municipality: '', parameters: [] };

/** Records that an authority declares a phase: which, where, what weighs, who decides, and why. */
export function DeclareDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const { standing } = usePhases(incident.id);
  const [form, change, clear] = useFormDraft<Form>(`phase-declare.${incident.id}`, EMPTY);
  const [wrong, setWrong] = useState<Wrong>({});
  const highest = Math.max(0, ...standing.map(({ phase }) => rankOf(phase)));
  const offered = plan.phases.filter(({ id }) =>
    id === 'public-order'
      ? !standing.some(({ phase }) => phase === id)
      : rankOf(id) > highest || (id === 'municipal' && highest === 1),
  );
  const rule = offered.find(({ id }) => id === form.phase) ?? offered[0];
  const own = useMemo(
    () => whereIs(incident.place, new Date(serverNow()).toISOString(), plan).municipality ?? '',
    [incident.place, plan],
  );
  const taken = standing.map(({ municipality }) => municipality);
  const choices = plan.municipalities.filter(({ id }) => !taken.includes(id));
  const wanted = form.municipality || own;
  const municipality = rule?.ofMunicipality
    ? (choices.find(({ id }) => id === wanted)?.id ?? '')
    : undefined;
  const office = rule?.functions[0] ?? '';
  const deciders = useDeciders({ function: office, municipality });

  const submit = () => {
    const made = decisionOf(
      form,
      deciders.map(({ contact }) => contact),
    );
    setWrong(made.ok ? {} : made.wrong);
    if (!made.ok || !rule || municipality === '') return;
    const parameters = rule.parameters
      .map(({ id }) => id)
      .filter((id) => form.parameters.includes(id));
    clear();
    closeDialog();
    send('phase.declare', {
      ...{ incident: incident.id, phase: rule.id, function: office, parameters },
      ...(municipality ? { municipality } : {}),
      ...made.data,
    });
  };
  if (!rule)
    return (
      <FormDialog
        title={t('phase.declare')}
        confirm={t('common.close')}
        testId="dialog-phase-declare"
        onSubmit={closeDialog}
      >
        <p>{t('phase.noneLeft')}</p>
      </FormDialog>
    );
  return (
    <FormDialog
      title={`${incident.number}: ${t('phase.declare')}`}
      confirm={t('phase.declare')}
      testId="dialog-phase-declare"
      width={760}
      onSubmit={submit}
    >
      <div className={css.pair}>
        <Select
          label={t('phase.which')}
          value={rule.id}
          onChange={(phase) => change({ phase: phase as PhaseName, parameters: [], contact: '' })}
          options={offered.map(({ id }) => ({ value: id, label: t(`phase.name-${id}`) }))}
          data-autofocus
        />
        {rule.ofMunicipality && (
          <Select
            label={t('phase.municipality')}
            required
            empty=""
            value={municipality ?? ''}
            onChange={(id) => change({ municipality: id, contact: '' })}
            options={choices.map(({ id, name }) => ({ value: id, label: both(name, lang) }))}
            error={municipality === '' ? t('phase.choose') : undefined}
          />
        )}
      </div>
      <p className={css.dim}>
        {t('phase.rights', {
          who: rule.functions.map((id) => functionName(id, plan, lang)).join(', '),
        })}{' '}
        {t('phase.source', { source: rule.source })}
      </p>
      {rule.text && <Notice>{both(rule.text, lang)}</Notice>}
      {rule.parameters.length > 0 && (
        <fieldset className={`${css.choices} ${css.two}`}>
          <legend>{t('phase.parameters')}</legend>
          {rule.parameters.map((one) => (
            <label key={one.id} className={css.choice}>
              <input
                type="checkbox"
                checked={form.parameters.includes(one.id)}
                onChange={({ target }) =>
                  change({
                    parameters: target.checked
                      ? [...form.parameters, one.id]
                      : form.parameters.filter((id) => id !== one.id),
                  })
                }
              />
              <span className={css.text}>{both(one, lang)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <DecideFields
        deciders={deciders}
        form={form}
        change={change}
        wrong={wrong}
        reasonLabel={t('phase.reason')}
      />
    </FormDialog>
  );
}
