import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../shared/subject/anpr/schema.ts';
import { later } from '../later.ts';
import { Empty } from '../part/Empty.tsx';
import { usePicture } from '../store.ts';
import { useUi } from '../ui.ts';
import { DETAIL_ID } from './focus.ts';
import { useIncident, useReport } from './hooks.ts';
import { IncidentDetail } from './IncidentDetail.tsx';
import { LogbookPanel } from './LogbookPanel.tsx';
import { ReportDetail } from './ReportDetail.tsx';
import css from './detail.module.css';

const AlertDetail = later<{ alert: AlertRow }>(
  async () => (await import('./anpr/AlertDetail.tsx')).AlertDetail,
);
const GroupDetail = later<{ id: string }>(
  async () => (await import('./anpr/GroupDetail.tsx')).GroupDetail,
);

/** The right column: what is selected in the queue or on the map; else the shift's logbook. */
export function DetailPanel() {
  const { t } = useTranslation();
  const selected = useUi((ui) => ui.selected);
  return (
    <section
      id={DETAIL_ID}
      tabIndex={-1}
      className={css.detail}
      aria-label={t('incident.detail')}
      data-testid="detail"
      data-id={selected?.id}
    >
      {selected === undefined && <LogbookPanel key="shift" />}
      {selected?.kind === 'report' && <SelectedReport key={selected.id} id={selected.id} />}
      {selected?.kind === 'incident' && <SelectedIncident key={selected.id} id={selected.id} />}
      <Suspense fallback={null}>
        {selected?.kind === 'anpr' && <SelectedAlert key={selected.id} id={selected.id} />}
        {selected?.kind === 'anpr-group' && <GroupDetail key={selected.id} id={selected.id} />}
      </Suspense>
    </section>
  );
}

function SelectedReport({ id }: { id: string }) {
  const report = useReport(id);
  return report ? <ReportDetail report={report} /> : <Gone />;
}

function SelectedIncident({ id }: { id: string }) {
  const incident = useIncident(id);
  return incident ? <IncidentDetail incident={incident} /> : <Gone />;
}

function SelectedAlert({ id }: { id: string }) {
  const alert = usePicture((p) => p.shown.anpr.alerts.get(id));
  return alert ? <AlertDetail alert={alert} /> : <Gone />;
}

function Gone() {
  const { t } = useTranslation();
  return <Empty title={t('queue.gone')} />;
}
