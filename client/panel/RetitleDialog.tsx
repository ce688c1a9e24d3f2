import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { cleanText } from '../../shared/clean.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Field } from '../part/Field.tsx';
import { send } from '../send.ts';
import { closeDialog } from '../ui.ts';
import { useField } from './form.ts';
import { useMay, useNames } from './hooks.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { TypePicker } from './TypePicker.tsx';

/** Title and type: two commands, each sent only when that one was changed here. */
export function RetitleDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const names = useNames();
  const may = useMay();
  const [tried, setTried] = useState(false);
  const title = useField(`retitle.${incident.id}`, incident.title);
  const type = useField(`retype.${incident.id}`, incident.type);
  const text = cleanText(title.value, 160);

  const submit = () => {
    setTried(true);
    if (!text || !type.value) return;
    const { id } = incident;
    if (title.changed) send('incident.retitle', { incident: id, title: text });
    if (type.changed) send('incident.retype', { incident: id, type: type.value });
    title.clear();
    type.clear();
    closeDialog();
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('incident.retitle')}`}
      width={560}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-retitle"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Field
        label={t('incident.title')}
        required
        maxLength={160}
        value={title.value}
        onChange={title.set}
        error={tried && !text ? t('incident.needed') : undefined}
        data-autofocus
      />
      <Meanwhile field={title} />
      {may('incident.retype') && (
        <TypePicker
          value={type.value || undefined}
          onChange={(next) => type.set(next ?? '')}
          error={tried && !type.value ? t('incident.needed') : undefined}
        />
      )}
      <Meanwhile field={type} name={names.type} />
    </Dialog>
  );
}
