import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { send } from '../send.ts';
import { useSession } from '../session.ts';
import { closeDialog } from '../ui.ts';
import { PersonPicker } from './PersonPicker.tsx';

/** Gives an incident to somebody at once, or to nobody. With a note to read: hand it over instead. */
export function AssignDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const people = useSession((s) => s.people);
  const [chosen, setChosen] = useState(incident.owner?.id);
  const submit = () => {
    const to = people.find((person) => person.id === chosen);
    if (!to && chosen !== '') return;
    closeDialog();
    send('incident.assign', {
      incident: incident.id,
      ...(to ? { to: { id: to.id, name: to.name } } : {}),
    });
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('incident.assign')}`}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-assign"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={chosen === undefined}>
            {t('incident.assign')}
          </Button>
        </>
      }
    >
      <PersonPicker
        label={t('incident.assignTo')}
        nobody={t('incident.assignNobody')}
        value={chosen}
        onChange={setChosen}
      />
    </Dialog>
  );
}
