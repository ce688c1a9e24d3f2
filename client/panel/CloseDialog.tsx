import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { standing } from '../../shared/subject/perimeter/standing.ts';
import { notLifted } from '../../shared/subject/phase/select.ts';
import { later } from '../later.ts';
import { Notice } from '../part/Notice.tsx';
import { send } from '../send.ts';
import { usePicture } from '../store.ts';
import { useLogbook } from './hooks.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

const Closing = later<{ incident: Incident }>(
  async () => (await import('./task/Closing.tsx')).Closing,
);

/** Closing asks for a summary, and says what is still open. */
export function CloseDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const pending = useLogbook(incident.id).filter(
    (entry) =>
      (entry.kind === 'order' || entry.kind === 'request') && !entry.executed && !entry.corrected,
  ).length;
  const perimeter = usePicture((p) => p.shown.perimeter);
  const manned = standing({ perimeter }, incident.id).filter(
    ({ kind }) => kind !== 'effect',
  ).length;
  const phase = usePicture((p) => p.shown.phase);
  const phases = notLifted({ phase }, incident.id).length;
  return (
    <ReasonDialog
      draft={`close.${incident.id}`}
      title={`${incident.number}: ${t('incident.closeLong')}`}
      label={t('incident.summary')}
      hint={t('incident.summaryHint')}
      needed={t('incident.summaryNeeded')}
      max={4000}
      confirm={t('incident.close')}
      testId="dialog-close"
      onText={(summary) => send('incident.close', { incident: incident.id, summary })}
    >
      {pending > 0 && <Notice tone="warn">{t('incident.openOrders', { count: pending })}</Notice>}
      {manned > 0 && <Notice tone="bad">{t('perimeter.stillStand', { count: manned })}</Notice>}
      {phases > 0 && <Notice tone="bad">{t('phase.stillStand', { count: phases })}</Notice>}
      <Suspense fallback={null}>
        <Closing incident={incident} />
      </Suspense>
    </ReasonDialog>
  );
}
