import { useTranslation } from 'react-i18next';
import { Empty } from '../part/Empty.tsx';
import { useUi } from '../ui.ts';
import { DETAIL_ID } from './focus.ts';
import { useIncident, useReport } from './hooks.ts';
import { IncidentDetail } from './IncidentDetail.tsx';
import { LogbookPanel } from './LogbookPanel.tsx';
import { ReportDetail } from './ReportDetail.tsx';
import css from './detail.module.css';

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

function Gone() {
  const { t } = useTranslation();
  return <Empty title={t('queue.gone')} />;
}
