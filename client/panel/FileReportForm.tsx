import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNELS } from '../../shared/subject/report/schema.ts';
import { cleanText } from '../../shared/clean.ts';
import type { Place, Priority } from '../../shared/value.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Field, Select, TextArea } from '../part/Field.tsx';
import { serverNow } from '../part/time.ts';
import { send } from '../send.ts';
import { incidentType, useSession } from '../session.ts';
import { closeDialog, select, setUi } from '../ui.ts';
import { useFormDraft } from './form.ts';
import { parseMoment } from './moment.ts';
import { tidyPlace } from './place.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { PriorityChoice } from './PriorityChoice.tsx';
import { TypePicker } from './TypePicker.tsx';
import css from './dialog.module.css';

interface Form {
  channel: string;
  text: string;
  type: string;
  priority: Priority | undefined;
  at: string;
  place: Place;
  contact: string;
}
const EMPTY: Form = {
  channel: 'phone',
  text: '',
  type: '',
  priority: undefined,
  at: '',
  place: {},
  contact: '',
};

/** A phone or radio call, noted while it is still going on: the text first. */
export function FileReportForm() {
  const { t } = useTranslation();
  const settings = useSession((s) => s.settings);
  const [problem, setProblem] = useState<{ text?: string; at?: string }>({});
  const [form, change, clear, typed] = useFormDraft('file-report', EMPTY);
  const setPlace = useCallback((place: Place) => change({ place }), [change]);
  const priority = form.priority ?? incidentType(settings, form.type)?.priority ?? 3;

  const submit = () => {
    const text = cleanText(form.text, 4000);
    const moment = form.at.trim() ? parseMoment(form.at, serverNow()) : undefined;
    if (!text || (moment && !moment.ok))
      return setProblem({
        ...(text ? {} : { text: t('incident.needed') }),
        ...(moment && !moment.ok ? { at: t(`journal.${moment.why}`) } : {}),
      });
    const place = tidyPlace(form.place);
    const contact = cleanText(form.contact, 200);
    const id = send('report.file', {
      channel: form.channel,
      text,
      priority,
      ...(form.type ? { type: form.type } : {}),
      ...(place ? { place } : {}),
      ...(contact ? { contact } : {}),
      ...(moment?.ok ? { occurred: { at: moment.at, precision: 'second' } } : {}),
    });
    clear();
    closeDialog();
    setUi({ tab: 'active' });
    select('report', id);
  };

  return (
    <Dialog
      title={t('queue.file')}
      width={620}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-file-report"
      footer={
        <>
          {typed && (
            <Button kind="quiet" className={css.clear} onClick={clear}>
              {t('incident.clearDraft')}
            </Button>
          )}
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {t('journal.send')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('queue.text')}
        required
        maxLength={4000}
        value={form.text}
        error={problem.text}
        onChange={(text) => {
          setProblem({});
          change({ text });
        }}
        data-autofocus
      />
      <div className={css.pair}>
        <Select
          label={t('queue.channel')}
          value={form.channel}
          options={CHANNELS.map((one) => ({ value: one, label: t(`queue.channel-${one}`) }))}
          onChange={(channel) => change({ channel })}
        />
        <Field
          label={t('journal.happenedAt')}
          placeholder={t('journal.happenedHint')}
          value={form.at}
          error={problem.at}
          onChange={(at) => {
            setProblem({});
            change({ at });
          }}
        />
      </div>
      <TypePicker
        value={form.type || undefined}
        required={false}
        onChange={(type) => change({ type: type ?? '' })}
      />
      <div className={css.row}>
        <span className={css.label}>{t('incident.priority')}</span>
        <PriorityChoice value={priority} onChange={(next) => change({ priority: next })} />
        <span className={css.dim}>{t(`incident.meaning${priority}`)}</span>
      </div>
      <PlaceFields place={form.place} onChange={setPlace} />
      <Field
        label={t('queue.contact')}
        hint={t('queue.contactHint')}
        maxLength={200}
        value={form.contact}
        onChange={(contact) => change({ contact })}
      />
    </Dialog>
  );
}
