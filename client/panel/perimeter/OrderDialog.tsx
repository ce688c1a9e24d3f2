import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { centerOf } from '../../../shared/geo/shape.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import { cleanText } from '../../../shared/clean.ts';
import { useDraft } from '../../draft.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Field, TextArea } from '../../part/Field.tsx';
import { send } from '../../send.ts';
import { closeDialog } from '../../ui.ts';
import { useLang } from '../hooks.ts';
import { placeText, pointText } from '../place.ts';
import { sizeText } from './size.ts';

/** Orders somebody to enforce it: to whom, with a text proposed. It is an order of the logbook, and acknowledged there. */
export function OrderDialog({ row, incident }: { row: Perimeter; incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [to, setTo, clearTo] = useDraft(`order-to.${row.id}`);
  const [kept, setText, clearText] = useDraft(`order.${row.id}`);
  const [tried, setTried] = useState(false);
  const proposed = t(`perimeter.order-${row.kind}`, {
    size: sizeText(row.shape, t, lang),
    place: placeText(incident.place, lang) || pointText(centerOf(row.shape)),
  });
  const text = kept || proposed;
  const clean = { to: cleanText(to, 200), text: cleanText(text, 2000) };
  const submit = () => {
    setTried(true);
    if (!clean.to || !clean.text) return;
    clearTo();
    clearText();
    closeDialog();
    send('perimeter.order', { perimeter: row.id, ...clean });
  };
  return (
    <Dialog
      title={`${incident.number}: ${t('perimeter.orderLong')}`}
      width={560}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-order"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {t('perimeter.orderGive')}
          </Button>
        </>
      }
    >
      <Field
        label={t('perimeter.orderTo')}
        placeholder={t('perimeter.orderToHint')}
        required
        maxLength={200}
        value={to}
        onChange={setTo}
        error={tried && !clean.to ? t('perimeter.orderNeeded') : undefined}
        data-autofocus
      />
      <TextArea
        label={t('perimeter.orderText')}
        required
        rows={4}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
    </Dialog>
  );
}
