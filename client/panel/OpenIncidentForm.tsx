import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../shared/clean.ts';
import type { Place, Priority } from '../../shared/value.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Field } from '../part/Field.tsx';
import { send } from '../send.ts';
import { incidentType, useSession } from '../session.ts';
import { closeDialog, select } from '../ui.ts';
import { useFormDraft } from './form.ts';
import { useNames, useOwnRestrictions, useReport } from './hooks.ts';
import { placeText, tidyPlace } from './place.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { PriorityChoice } from './PriorityChoice.tsx';
import { firstLine, reportText } from './report-text.ts';
import { RestrictionBoxes } from './RestrictionBoxes.tsx';
import { TypePicker } from './TypePicker.tsx';
import { stepPast } from './walk.ts';
import css from './dialog.module.css';

interface Form {
  type: string;
  title: string;
  /** undefined: as the type proposes. */
  priority: Priority | undefined;
  place: Place;
  restrictions: readonly string[];
}

/** A new incident, by hand or promoted from a report, which then fills it in. Kept as a draft. */
export function OpenIncidentForm({
  report: from,
  place: at,
}: {
  report: string | undefined;
  place: Place | undefined;
}) {
  const { t } = useTranslation();
  const { lang } = useNames();
  const settings = useSession((s) => s.settings);
  const restrictions = useOwnRestrictions();
  const report = useReport(from);
  const [tried, setTried] = useState(false);
  const proposed = useMemo(
    (): Form => ({
      type: report?.type ?? '',
      title: report ? firstLine(reportText(report, lang), 120) : '',
      priority: report?.priority,
      place: report?.place ?? at ?? {},
      restrictions: [],
    }),
    [report, lang, at],
  );
  const [form, change, clear, typed] = useFormDraft(
    `open-incident.${from ?? at?.point?.join() ?? 'new'}`,
    proposed,
  );
  const setPlace = useCallback((place: Place) => change({ place }), [change]);
  const priority = form.priority ?? incidentType(settings, form.type)?.priority ?? 3;
  const title = cleanText(form.title, 160);

  const submit = () => {
    setTried(true);
    if (!form.type || !title) return;
    const place = tidyPlace(form.place);
    if (report) stepPast([report.id]);
    const id = send('incident.open', {
      type: form.type,
      title,
      priority,
      ...(place ? { place } : {}),
      ...(report ? { report: report.id } : {}),
      ...(form.restrictions.length > 0 ? { restrictions: form.restrictions } : {}),
    });
    clear();
    closeDialog();
    select('incident', id);
  };

  return (
    <Dialog
      title={report ? t('incident.openFrom') : t('incident.open')}
      width={620}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-open-incident"
      footer={
        <>
          {typed && (
            <Button kind="quiet" className={css.clear} onClick={clear}>
              {t('incident.clearDraft')}
            </Button>
          )}
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter">
            {t('incident.doOpen')}
          </Button>
        </>
      }
    >
      {report && (
        <p className={css.quote}>
          {reportText(report, lang)}
          {report.place && ` (${placeText(report.place, lang)})`}
        </p>
      )}
      <TypePicker
        value={form.type || undefined}
        onChange={(type) => change({ type: type ?? '' })}
        autoFocus={!form.type}
        error={tried && !form.type ? t('incident.needed') : undefined}
      />
      <Field
        label={t('incident.title')}
        placeholder={t('incident.titleHint')}
        required
        maxLength={160}
        value={form.title}
        onChange={(text) => change({ title: text })}
        error={tried && !title ? t('incident.needed') : undefined}
        data-autofocus={form.type ? true : undefined}
      />
      <div className={css.row}>
        <span className={css.label}>{t('incident.priority')}</span>
        <PriorityChoice value={priority} onChange={(next) => change({ priority: next })} />
        <span className={css.dim}>{t(`incident.meaning${priority}`)}</span>
      </div>
      <PlaceFields place={form.place} onChange={setPlace} />
      {restrictions.length > 0 && (
        <RestrictionBoxes
          choices={restrictions}
          value={form.restrictions}
          onChange={(next) => change({ restrictions: next })}
        />
      )}
    </Dialog>
  );
}
