import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { cleanText } from '../../shared/clean.ts';
import type { Place } from '../../shared/value.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { send } from '../send.ts';
import { closeDialog } from '../ui.ts';
import { useField } from './form.ts';
import { useNames } from './hooks.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { placeText, tidyPlace } from './place.ts';
import { PlaceFields } from './PlaceFields.tsx';

/** The place is one value: whoever changes it, changes all of it. */
export function LocateDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { lang } = useNames();
  const field = useField(`locate.${incident.id}`, JSON.stringify(incident.place ?? {}));
  const { set } = field;
  const setPlace = useCallback((place: Place) => set(JSON.stringify(place)), [set]);
  const place = JSON.parse(field.value) as Place;

  const submit = () => {
    const tidy = tidyPlace({ ...place, text: cleanText(place.text ?? '', 200) }) ?? {};
    if (field.changed) send('incident.locate', { incident: incident.id, place: tidy });
    field.clear();
    closeDialog();
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('incident.locate')}`}
      width={560}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-locate"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <PlaceFields place={place} onChange={setPlace} autoFocus />
      <Meanwhile field={field} name={(json) => placeText(JSON.parse(json) as Place, lang)} />
    </Dialog>
  );
}
