import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../shared/clean.ts';
import { LEVELS, SCOPES, type Scope } from '../../../shared/subject/threat/schema.ts';
import { usePlan } from '../../plan.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Field, Select, TextArea } from '../../part/Field.tsx';
import { momentOf, serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { closeDialog, openDialog } from '../../ui.ts';
import { useFormDraft } from '../form.ts';
import { useLang, useMay } from '../hooks.ts';
import { FormDialog } from '../phase/FormDialog.tsx';
import { both, scopeText } from '../phase/names.ts';
import { parseWhen } from '../phase/when.ts';
import css from '../phase/phase.module.css';
import { ThreatList, useThreats } from './ThreatBlock.tsx';

interface Form {
  level: string;
  kind: Scope['kind'];
  municipality: string;
  name: string;
  start: string;
  until: string;
  source: string;
  reason: string;
}
const EMPTY: Form = {
  ...{ level: '3', kind: 'region', municipality: '', name: '' },
  ...{ start: '', until: '', source: '', reason: '' },
};

function scopeOf({ kind, municipality, name }: Form): Scope | undefined {
  if (kind === 'country' || kind === 'region') return { kind };
  if (kind === 'municipality') return municipality ? { kind, municipality } : undefined;
  const clean = cleanText(name, 160);
  return clean ? { kind, name: clean } : undefined;
}

/** A level as OCAD set it: what for, from when, told by whom. It takes the place of the one for the same. */
export function SetThreat() {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const [form, change, clear] = useFormDraft<Form>('threat-set', EMPTY);
  const [tried, setTried] = useState(false);
  const now = serverNow();
  const start = form.start.trim() ? parseWhen(form.start, now, false) : new Date(now).toISOString();
  const until = form.until.trim() ? parseWhen(form.until, now, true) : '';
  const scope = scopeOf(form);
  const [source, reason] = [cleanText(form.source, 160), cleanText(form.reason, 1000)];
  const submit = () => {
    setTried(true);
    if (!scope || !start || until === undefined || !source) return;
    clear();
    closeDialog();
    send('threat.set', {
      ...{ level: Number(form.level), scope, start, source },
      ...(until ? { until } : {}),
      ...(reason ? { reason } : {}),
    });
  };
  return (
    <FormDialog
      title={t('phase.setThreat')}
      confirm={t('phase.save')}
      testId="dialog-threat-set"
      onSubmit={submit}
    >
      <div className={css.pair}>
        <Select
          label={t('phase.level')}
          value={form.level}
          onChange={(level) => change({ level })}
          options={LEVELS.map((one) => ({ value: String(one), label: t(`phase.level-${one}`) }))}
          data-autofocus
        />
        <Select
          label={t('phase.scope')}
          value={form.kind}
          onChange={(kind) => change({ kind: kind as Scope['kind'] })}
          options={SCOPES.map((value) => ({ value, label: t(`phase.scope-${value}`) }))}
        />
      </div>
      {form.kind === 'municipality' && (
        <Select
          label={t('phase.municipality')}
          required
          empty=""
          value={form.municipality}
          onChange={(municipality) => change({ municipality })}
          options={plan.municipalities.map(({ id, name }) => ({
            ...{ value: id, label: both(name, lang) },
          }))}
          error={tried && !scope ? t('phase.choose') : undefined}
        />
      )}
      {(form.kind === 'place' || form.kind === 'target') && (
        <Field
          label={t('phase.scopeName')}
          required
          maxLength={160}
          value={form.name}
          onChange={(name) => change({ name })}
          error={tried && !scope ? t('phase.needed') : undefined}
        />
      )}
      <div className={css.pair}>
        <Field
          label={t('phase.from')}
          hint={form.start.trim() && start ? momentOf(start) : t('phase.fromHint')}
          maxLength={20}
          value={form.start}
          onChange={(next) => change({ start: next })}
          error={tried && !start ? t('phase.badTime') : undefined}
        />
        <Field
          label={t('phase.until')}
          hint={until ? momentOf(until) : undefined}
          maxLength={20}
          value={form.until}
          onChange={(next) => change({ until: next })}
          error={tried && until === undefined ? t('phase.badTime') : undefined}
        />
      </div>
      <Field
        label={t('phase.toldBy')}
        placeholder={t('phase.toldByHint')}
        required
        maxLength={160}
        value={form.source}
        onChange={(next) => change({ source: next })}
        error={tried && !source ? t('phase.needed') : undefined}
      />
      <TextArea
        label={t('phase.note')}
        rows={2}
        maxLength={1000}
        value={form.reason}
        onChange={(next) => change({ reason: next })}
      />
    </FormDialog>
  );
}

export function EndThreat({ id }: { id: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const row = usePicture((p) => p.shown.threat.threats.get(id));
  const [form, change, clear] = useFormDraft(`threat-end.${id}`, { reason: '' });
  const gone = row === undefined || row.ended !== undefined;
  useEffect(() => {
    if (gone) closeDialog();
  }, [gone]);
  if (gone) return null;
  const reason = cleanText(form.reason, 1000);
  const submit = () => {
    clear();
    closeDialog();
    send('threat.end', { threat: id, ...(reason ? { reason } : {}) });
  };
  return (
    <FormDialog
      title={t('phase.endThreatOf', { what: scopeText(row.scope, plan, t, lang) })}
      confirm={t('phase.endThreat')}
      testId="dialog-threat-end"
      onSubmit={submit}
    >
      <TextArea
        label={t('phase.note')}
        rows={2}
        maxLength={1000}
        value={form.reason}
        onChange={(next) => change({ reason: next })}
        data-autofocus
      />
    </FormDialog>
  );
}

/** All levels that stand or are to come. */
export function Threats() {
  const { t } = useTranslation();
  const may = useMay();
  const { now, ahead } = useThreats();
  return (
    <Dialog
      title={t('phase.threat')}
      width={560}
      onClose={closeDialog}
      testId="dialog-threats"
      footer={
        <>
          {may('threat.set') && (
            <Button icon="plus" onClick={() => openDialog({ name: 'threat-set' })}>
              {t('phase.setThreat')}
            </Button>
          )}
          <Button kind="primary" data-autofocus onClick={closeDialog}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <ThreatList rows={[...now, ...ahead]} />
    </Dialog>
  );
}
