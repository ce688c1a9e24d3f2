import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { distance } from '../../../shared/select.ts';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { PriorityMark } from '../../part/PriorityMark.tsx';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { closeDialog } from '../../ui.ts';
import { distanceText } from '../distance.ts';
import { useNames, useOpenIncidents } from '../hooks.ts';
import { Picker } from '../Picker.tsx';
import { placeWords } from '../place.ts';
import { passagesByAlert } from './passes.ts';

/** An open incident to which the alert belongs; the nearest to where the vehicle was seen last stands first. */
export function LinkAlert({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  const names = useNames();
  const open = useOpenIncidents();
  const seen = passagesByAlert(usePicture((p) => p.shown.anpr.passages))
    .get(alert.id)
    ?.at(-1);
  const [chosen, setChosen] = useState<string>();
  const near = open
    .map((one) => ({ one, metres: distance(seen?.point, one.place?.point) }))
    .sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity));
  const submit = () => {
    if (!chosen) return;
    closeDialog();
    send('anpr.link', { alert: alert.id, incident: chosen });
  };
  return (
    <Dialog
      title={t('anpr.linkLong')}
      width={620}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-anpr-link"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={!chosen}>
            {t('anpr.link')}
          </Button>
        </>
      }
    >
      <Picker
        label={t('common.incident')}
        placeholder={t('queue.mergeFilter')}
        none={t('anpr.noIncident')}
        value={chosen}
        onChange={setChosen}
        autoFocus
        choices={near.map(({ one, metres }) => ({
          id: one.id,
          name: `${one.number} ${one.title}`,
          words: `${names.type(one.type)} ${placeWords(one.place)}`,
          mark: <PriorityMark priority={one.priority} size={16} />,
          hint: distanceText(metres, t),
        }))}
      />
    </Dialog>
  );
}
