import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { candidates } from '../../shared/select.ts';
import type { Report } from '../../shared/subject/report/schema.ts';
import { Button } from '../part/Button.tsx';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { RelativeTime } from '../part/RelativeTime.tsx';
import { Tag } from '../part/Tag.tsx';
import { momentOf } from '../part/time.ts';
import { usePicture } from '../store.ts';
import { openDialog, select } from '../ui.ts';
import { distanceText } from './distance.ts';
import { reopenReport } from './do.ts';
import { useIncident, useMay, useNames, useWaiting } from './hooks.ts';
import { occurredText } from './occurred.ts';
import { placeText, pointText } from './place.ts';
import { otherTexts, reportText } from './report-text.ts';
import { RestrictedTags } from './RestrictedTags.tsx';
import css from './detail.module.css';

/** All that a report says, and what can be done with it. */
export function ReportDetail({ report }: { report: Report }) {
  const { t } = useTranslation();
  const names = useNames();
  const waiting = useWaiting().has(report.id);
  const others = otherTexts(report, names.lang);
  const place = placeText(report.place, names.lang);
  return (
    <>
      <header className={css.head}>
        <div className={css.line}>
          <PriorityMark priority={report.priority} />
          <b>{report.type ? names.type(report.type) : t('queue.typeUnknown')}</b>
          <span className={css.dim}>{t('common.report')}</span>
          {report.over && <Tag tone="good">{t('queue.over')}</Tag>}
          {waiting && (
            <Tag tone="warn" icon="clock">
              {t('queue.waiting')}
            </Tag>
          )}
          <RestrictedTags of={report} />
          <span className={`${css.end} ${css.dim}`}>
            <RelativeTime at={report.received} />
          </span>
        </div>
        <Settled report={report} />
      </header>
      <Doing report={report} />
      <div className={css.body}>
        <p className={css.told}>{reportText(report, names.lang)}</p>
        <dl className={css.facts}>
          <Fact name={t('incident.place')}>{place || t('queue.noPlace')}</Fact>
          {report.place?.point && (
            <Fact name={t('incident.point')}>{pointText(report.place.point)}</Fact>
          )}
          {report.occurred && (
            <Fact name={t('queue.happened')}>
              {occurredText(report.occurred, names.lang)}
              <span className={css.dim}>
                {report.occurred.precision === 'day' && ` (${t('queue.precisionDay')})`}
                {report.occurred.precision === 'year' && ` (${t('queue.precisionYear')})`}
              </span>
            </Fact>
          )}
          <Fact name={t('queue.received')}>{momentOf(report.received)}</Fact>
          {report.updates > 0 && (
            <Fact name="">
              {t('queue.updates', { count: report.updates, at: momentOf(report.changed) })}
            </Fact>
          )}
          <Fact name={t('queue.source')}>
            {report.feed === 'hand' ? t('queue.hand') : names.feed(report.feed)}
            {report.channel && ` · ${t(`queue.channel-${report.channel}`)}`}
          </Fact>
          {report.feed !== 'hand' && <Fact name={t('queue.record')}>{report.record}</Fact>}
          {report.contact && <Fact name={t('queue.contact')}>{report.contact}</Fact>}
        </dl>
        {others.length > 0 && (
          <details className={`${css.part} ${css.fold}`}>
            <summary>{t('queue.original')}</summary>
            {others.map(([tag, text]) => (
              <p key={tag} lang={tag} className={css.told}>
                {text}
              </p>
            ))}
          </details>
        )}
        {report.status === 'new' && <Nearby report={report} />}
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Doing({ report }: { report: Report }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id } = report;
  if (report.status !== 'new')
    return may('report.reopen') ? (
      <div className={css.actions}>
        <Button keys="o" onClick={() => reopenReport(id)}>
          {t('queue.reopen')}
        </Button>
      </div>
    ) : null;
  const offers = [
    may('incident.merge') && (
      <Button key="m" keys="m" onClick={() => openDialog({ name: 'merge', reports: [id] })}>
        {t('queue.merge')}
      </Button>
    ),
    may('incident.open') && (
      <Button
        key="p"
        kind="primary"
        keys="p"
        onClick={() => openDialog({ name: 'open-incident', report: id })}
      >
        {t('queue.promote')}
      </Button>
    ),
    may('report.dismiss') && (
      <Button key="d" keys="d" onClick={() => openDialog({ name: 'dismiss', reports: [id] })}>
        {t('queue.dismiss')}
      </Button>
    ),
  ].filter(Boolean);
  return offers.length > 0 ? <div className={css.actions}>{offers}</div> : null;
}

function Settled({ report }: { report: Report }) {
  const { t } = useTranslation();
  const into = useIncident(report.incident);
  if (report.dismissed) {
    const { by, at, reason, note } = report.dismissed;
    return (
      <p>
        {t('queue.dismissedBy', { by, at: momentOf(at), reason: t(`queue.reason-${reason}`) })}
        {note && <span className={css.dim}> {note}</span>}
      </p>
    );
  }
  if (!into) return null;
  return (
    <p className={css.line}>
      {t('queue.mergedInto')}
      <Button size="small" onClick={() => select('incident', into.id)}>
        {into.number} {into.title}
      </Button>
    </p>
  );
}

/** The three nearest open incidents within 1,500 m: is this one of them? */
function Nearby({ report }: { report: Report }) {
  const { t } = useTranslation();
  const incident = usePicture((p) => p.shown.incident);
  const { place } = report;
  const near = useMemo(
    () =>
      candidates({ incident }, { place })
        .filter((one) => one.metres !== undefined && one.metres < 1500)
        .slice(0, 3),
    [incident, place],
  );
  if (near.length === 0) return null;
  return (
    <section className={css.part}>
      <h3>{t('queue.nearby')}</h3>
      <div className={css.rows}>
        {near.map(({ incident: one, metres }) => (
          <button
            key={one.id}
            type="button"
            className={css.rowButton}
            onClick={() => select('incident', one.id)}
          >
            <PriorityMark priority={one.priority} size={16} />
            <span className={css.number}>{one.number}</span>
            <span className={`${css.grow} ${css.cut}`}>{one.title}</span>
            <span className={css.dim}>{distanceText(metres, t)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
