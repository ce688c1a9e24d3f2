import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { distance } from '../../shared/select.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { send } from '../send.ts';
import { usePicture } from '../store.ts';
import { closeDialog } from '../ui.ts';
import { distanceText } from './distance.ts';
import { useLinked, useNames } from './hooks.ts';
import { Picker } from './Picker.tsx';
import { placeWords } from './place.ts';

/** Another incident that belongs with this one, open or closed; the latest first. */
export function LinkDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const names = useNames();
  const linked = useLinked(incident.id);
  const incidents = usePicture((p) => p.shown.incident.incidents);
  const [chosen, setChosen] = useState<string | undefined>();
  const others = [...incidents.values()]
    .filter((one) => one.id !== incident.id && !linked.some((each) => each.id === one.id))
    .sort((a, b) => (a.number < b.number ? 1 : -1));
  const submit = () => {
    if (!chosen) return;
    closeDialog();
    send('incident.link', { incident: incident.id, other: chosen });
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('incident.linkLong')}`}
      width={620}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-link"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={!chosen}>
            {t('incident.link')}
          </Button>
        </>
      }
    >
      <Picker
        label={t('common.incident')}
        placeholder={t('queue.mergeFilter')}
        none={t('incident.noOther')}
        value={chosen}
        onChange={setChosen}
        autoFocus
        choices={others.map((one) => ({
          id: one.id,
          name: `${one.number} ${one.title}`,
          words: `${names.type(one.type)} ${placeWords(one.place)}`,
          mark: <PriorityMark priority={one.priority} size={16} />,
          hint: distanceText(distance(incident.place?.point, one.place?.point), t),
        }))}
      />
    </Dialog>
  );
}
