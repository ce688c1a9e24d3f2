import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { cleanText } from '../../shared/clean.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { TextArea } from '../part/Field.tsx';
import { send } from '../send.ts';
import { useSession } from '../session.ts';
import { closeDialog } from '../ui.ts';
import { useFormDraft } from './form.ts';
import { useMyId } from './hooks.ts';
import { PersonPicker } from './PersonPicker.tsx';

interface Form {
  to: string | undefined;
  note: string;
}
const EMPTY: Form = { to: undefined, note: '' };

/** To whom, and what they must know; they accept it by name. */
export function HandOverDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const me = useMyId();
  const people = useSession((s) => s.people);
  const [tried, setTried] = useState(false);
  const [form, change, clear] = useFormDraft(`hand-over.${incident.id}`, EMPTY);
  const note = cleanText(form.note, 2000);
  const to = people.find((person) => person.id === form.to);
  const submit = () => {
    setTried(true);
    if (!to || !note) return;
    clear();
    closeDialog();
    send('incident.handOver', { incident: incident.id, to: { id: to.id, name: to.name }, note });
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('incident.handOver')}`}
      width={560}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-hand-over"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {t('incident.handOver')}
          </Button>
        </>
      }
    >
      <PersonPicker
        label={t('incident.handOverTo')}
        except={[me]}
        value={form.to}
        onChange={(next) => change({ to: next })}
        error={tried && !to ? t('incident.needed') : undefined}
      />
      <TextArea
        label={t('incident.handOverNote')}
        required
        maxLength={2000}
        value={form.note}
        onChange={(next) => change({ note: next })}
        error={tried && !note ? t('incident.needed') : undefined}
      />
    </Dialog>
  );
}
