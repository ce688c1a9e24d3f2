import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../shared/clean.ts';
import type { IncidentType } from '../../../shared/settings.ts';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { looksLikePlate } from '../../../shared/subject/anpr/words.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Field } from '../../part/Field.tsx';
import { send } from '../../send.ts';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { closeDialog } from '../../ui.ts';
import { useOwnRestrictions } from '../hooks.ts';
import { PriorityChoice } from '../PriorityChoice.tsx';
import { RestrictionBoxes } from '../RestrictionBoxes.tsx';
import { TypePicker } from '../TypePicker.tsx';
import { useAnprNames } from './names.ts';
import { passagesByAlert } from './passes.ts';
import css from '../dialog.module.css';

/** A type about vehicles where the centre has one; else the one for what has none. */
function typeFor(types: readonly IncidentType[]): string | undefined {
  const wanted = types.find(({ id }) => /vehicle|wanted|pursuit/.test(id));
  return (wanted ?? types.find(({ id }) => id === 'other'))?.id;
}

/**
 * A new incident at the camera, to which the alert is linked in one go. As secret as the alert is, unless
 * somebody decides otherwise; no plate in its title, which more people read.
 */
export function OpenFromAlert({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation();
  const names = useAnprNames();
  const types = useSession((s) => s.settings?.incidentTypes);
  const own = useOwnRestrictions();
  const seen = passagesByAlert(usePicture((p) => p.shown.anpr.passages))
    .get(alert.id)
    ?.at(-1);
  const camera = names.camera(alert.lastCamera);
  const [form, set] = useState({
    type: typeFor(types ?? []),
    title: t('anpr.openTitle', { list: names.list(alert), camera }).slice(0, 160),
    priority: alert.priority,
    restrictions: own.filter((one) => alert.restrictions?.includes(one)),
  });
  const title = cleanText(form.title, 160);
  const tells = looksLikePlate(title);
  const submit = () => {
    if (!form.type || !title || tells) return;
    closeDialog();
    const { type, priority, restrictions } = form;
    const incident = send('incident.open', {
      ...{ type, title, priority },
      place: { ...(seen ? { point: seen.point } : {}), text: camera.slice(0, 200) },
      ...(restrictions.length > 0 ? { restrictions } : {}),
    });
    send('anpr.link', { alert: alert.id, incident });
  };
  return (
    <Dialog
      title={t('anpr.openLong')}
      width={620}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-anpr-open"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            keys="Enter"
            disabled={!form.type || !title || tells}
          >
            {t('anpr.openDo')}
          </Button>
        </>
      }
    >
      <TypePicker value={form.type} onChange={(type) => set({ ...form, type })} />
      <Field
        label={t('incident.title')}
        hint={t('anpr.openHint')}
        error={tells ? t('anpr.noPlate') : undefined}
        required
        maxLength={160}
        value={form.title}
        onChange={(title) => set({ ...form, title })}
        autoFocus
      />
      <div className={css.row}>
        <span className={css.label}>{t('incident.priority')}</span>
        <PriorityChoice value={form.priority} onChange={(priority) => set({ ...form, priority })} />
        <span className={css.dim}>{t(`incident.meaning${form.priority}`)}</span>
      </div>
      {own.length > 0 && (
        <RestrictionBoxes
          choices={own}
          value={form.restrictions}
          onChange={(restrictions) => set({ ...form, restrictions })}
        />
      )}
    </Dialog>
  );
}
