import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { resolve, whereIs } from '../../../shared/plan/resolve.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { cleanText } from '../../../shared/clean.ts';
import { usePlan } from '../../plan.ts';
import { Button, IconButton } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Select, TextArea } from '../../part/Field.tsx';
import { serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { closeDialog, setUi } from '../../ui.ts';
import { useFormDraft } from '../form.ts';
import { useLang } from '../hooks.ts';
import { Picker } from '../Picker.tsx';
import { nameIn } from './name.ts';
import css from './alarm.module.css';

interface Form {
  functions: string[];
  need: string;
  within: string;
  nl: string;
  fr: string;
}
const EMPTY: Form = { functions: [], need: '1', within: '5', nl: '', fr: '' };
const NEEDS = ['1', '2', '3', '4', '5'];
const WITHIN = ['2', '5', '10', '15', '30'];

/** A call list of one's own: functions in order, how many, how fast. Shows who that is, here and now. */
export function StartDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const [form, change, clear] = useFormDraft<Form>(`alarm-start.${incident.id}`, EMPTY);
  const [picked, setPicked] = useState<string>();
  const [tried, setTried] = useState(false);
  const { functions, need, within } = form;
  const left = plan.functions.filter(({ id }) => !functions.includes(id));
  const add = () => {
    if (picked === undefined || functions.includes(picked)) return;
    change({ functions: [...functions, picked] });
    setPicked(undefined);
  };
  const submit = () => {
    // Enter in the list adds; only with nothing picked does it start.
    if (picked !== undefined) return add();
    setTried(true);
    if (functions.length === 0) return;
    const [nl, fr] = [cleanText(form.nl, 600), cleanText(form.fr, 600)];
    clear();
    closeDialog();
    setUi({ part: 'calls' });
    send('alarm.start', {
      ...{ incident: incident.id, functions, within: Number(within) },
      need: need === 'all' ? 'all' : Number(need),
      ...(nl || fr ? { message: { nl: nl || fr, fr: fr || nl } } : {}),
    });
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('alarm.start')}`}
      width={620}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-alarm-start"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {t('alarm.begin')}
          </Button>
        </>
      }
    >
      <Picker
        key={functions.length}
        label={t('alarm.addFunction')}
        placeholder={t('alarm.functionHint')}
        none={t('alarm.noFunction')}
        choices={left.map(({ id, name }) => ({
          ...{ id, name: name[lang], words: Object.values(name).join(' ') },
        }))}
        value={picked}
        onChange={setPicked}
        error={tried && functions.length === 0 ? t('alarm.functionNeeded') : undefined}
        folds
        autoFocus
        testId="alarm-function"
      />
      {functions.length > 0 && (
        <ol className={css.chosen} aria-label={t('alarm.functions')}>
          {functions.map((id) => (
            <Chosen
              key={id}
              id={id}
              incident={incident}
              onRemove={() => change({ functions: functions.filter((one) => one !== id) })}
            />
          ))}
        </ol>
      )}
      <div className={css.pair}>
        <Select
          label={t('alarm.need')}
          value={need}
          onChange={(value) => change({ need: value })}
          options={[
            ...NEEDS.map((value) => ({ value, label: value })),
            { value: 'all', label: t('alarm.needAll') },
          ]}
        />
        <Select
          label={t('alarm.within')}
          value={within}
          onChange={(value) => change({ within: value })}
          options={WITHIN.map((value) => ({ value, label: value }))}
        />
      </div>
      <TextArea
        label={t('alarm.messageNl')}
        rows={2}
        maxLength={600}
        value={form.nl}
        onChange={(nl) => change({ nl })}
      />
      <TextArea
        label={t('alarm.messageFr')}
        rows={2}
        maxLength={600}
        hint={t('alarm.messageHint')}
        value={form.fr}
        onChange={(fr) => change({ fr })}
      />
    </Dialog>
  );
}

/** A chosen function, and who that is. */
function Chosen({
  id,
  incident,
  onRemove,
}: {
  id: string;
  incident: Incident;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const directory = usePicture((p) => p.shown.directory);
  const found = useMemo(() => {
    const at = new Date(serverNow()).toISOString();
    const where = whereIs(incident.place, at, plan);
    return resolve({ functions: [id] }, where, at, { directory, plan })[0];
  }, [id, incident.place, plan, directory]);
  const name = nameIn(plan.functions, id, lang);
  const people = found?.people ?? [];
  return (
    <li>
      <span className={css.who}>
        <b>{name}</b>
        <span className={css.dim}>
          {people.length > 0
            ? `${t('alarm.people', { count: people.length })}: ${people
                .slice(0, 3)
                .map((one) => one.name)
                .join(', ')}${people.length > 3 ? '…' : ''}`
            : t(`alarm.missing-${found?.missing ?? 'nobody'}`)}
        </span>
      </span>
      <IconButton
        icon="close"
        size="small"
        label={t('alarm.remove', { name })}
        onClick={onRemove}
      />
    </li>
  );
}
