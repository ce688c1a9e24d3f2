import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Notice } from '../part/Notice.tsx';
import { send } from '../send.ts';
import { closeDialog } from '../ui.ts';
import { useMay, useOwnRestrictions } from './hooks.ts';
import { RestrictionBoxes } from './RestrictionBoxes.tsx';

/** Who may see an incident: one command per restriction that is put on or lifted. */
export function RestrictDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const own = useOwnRestrictions();
  const now = incident.restrictions ?? [];
  const choices = own.filter((one) =>
    may(now.includes(one) ? 'incident.release' : 'incident.restrict'),
  );
  const [wanted, setWanted] = useState<readonly string[]>(now);
  const submit = () => {
    closeDialog();
    for (const restriction of choices) {
      if (wanted.includes(restriction) === now.includes(restriction)) continue;
      const type = wanted.includes(restriction) ? 'incident.restrict' : 'incident.release';
      send(type, { incident: incident.id, restriction });
    }
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('incident.restrictLong')}`}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-restrict"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {t('incident.confirm')}
          </Button>
        </>
      }
    >
      <RestrictionBoxes choices={choices} value={wanted} onChange={setWanted} />
      <Notice>{t('incident.restrictHint')}</Notice>
    </Dialog>
  );
}
