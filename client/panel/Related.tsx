import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { IconButton } from '../part/Button.tsx';
import { Icon } from '../part/Icon.tsx';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { send } from '../send.ts';
import { openDialog, select } from '../ui.ts';
import { reopenReport } from './do.ts';
import { useLinked, useMay, useNames, useOwnRestrictions, useReportsOf } from './hooks.ts';
import { firstLine, reportText } from './report-text.ts';
import css from './detail.module.css';

/** What belongs to an incident: linked incidents, merged reports, restrictions. */
export function Related({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const linked = useLinked(incident.id);
  const restrictions = useOwnRestrictions();
  const { id } = incident;
  const restricts =
    restrictions.length > 0 && (may('incident.restrict') || may('incident.release'));
  return (
    <div className={css.line}>
      <Merged incident={incident} />
      {linked.map((other) => (
        <span key={other.id} className={css.chip}>
          <button
            type="button"
            onClick={() => select('incident', other.id)}
            title={`${t('incident.linked')}: ${other.title}`}
          >
            <Icon name="link" size={14} />
            <PriorityMark priority={other.priority} size={14} />
            <span className={css.number}>{other.number}</span>
            <span className={css.cut}>{firstLine(other.title, 22)}</span>
          </button>
          {may('incident.unlink') && incident.status !== 'closed' && (
            <IconButton
              icon="close"
              size="small"
              label={t('incident.unlink', { number: other.number })}
              onClick={() => send('incident.unlink', { incident: id, other: other.id })}
            />
          )}
        </span>
      ))}
      {may('incident.link') && (
        <IconButton
          icon="link"
          size="small"
          label={`${t('incident.linkLong')} (L)`}
          onClick={() => openDialog({ name: 'link', incident: id })}
        />
      )}
      {restricts && (
        <IconButton
          icon="lock"
          size="small"
          label={`${t('incident.restrictLong')} (I)`}
          onClick={() => openDialog({ name: 'restrict', incident: id })}
        />
      )}
    </div>
  );
}

function Merged({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const { lang } = useNames();
  const reports = useReportsOf(incident.id);
  if (reports.length === 0) return null;
  return (
    <details className={css.merged} data-testid="merged">
      <summary>{t('incident.merged', { count: reports.length })}</summary>
      {reports.map((report) => (
        <div key={report.id} className={css.mergedRow}>
          <button
            type="button"
            className={css.rowButton}
            onClick={() => select('report', report.id)}
          >
            <PriorityMark priority={report.priority} size={14} />
            <span className={css.cut}>{firstLine(reportText(report, lang), 100)}</span>
          </button>
          {may('report.reopen') && (
            <IconButton
              icon="close"
              size="small"
              label={t('incident.takeOut')}
              onClick={() => reopenReport(report.id)}
            />
          )}
        </div>
      ))}
    </details>
  );
}
