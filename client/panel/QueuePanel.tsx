import { Suspense, useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../later.ts';
import { Button, IconButton } from '../part/Button.tsx';
import { Field } from '../part/Field.tsx';
import { useSession } from '../session.ts';
import { usePicture } from '../store.ts';
import { openDialog, setUi, useUi } from '../ui.ts';
import { focusDetail, focusQueue, SEARCH_ID } from './focus.ts';
import { useHeld } from './held.ts';
import { useMay } from './hooks.ts';
import { currentItem, useQueue } from './queue.ts';
import { QueueSection } from './QueueSection.tsx';
import { letGo, setShown, step, toggleTick, touchQueue, useHand } from './walk.ts';
import css from './queue.module.css';

const Unnoted = later(async () => (await import('./task/Unnoted.tsx')).Unnoted);
const AlertSection = later(async () => (await import('./anpr/AlertSection.tsx')).AlertSection);

/** The left column: reports to triage and incidents under way, or what is settled. */
export function QueuePanel() {
  const { t } = useTranslation();
  const may = useMay();
  const tab = useUi((ui) => ui.tab);
  const search = useUi((ui) => ui.search);
  const ticked = useUi((ui) => ui.ticked.length > 0);
  const queue = useQueue();
  const alerts = useAlerts(may);
  const on = useHand((hand) => hand.on);
  const reports = useHeld(queue.reports, on && tab === 'active', currentItem);
  const incidents = useHeld(queue.incidents, on && tab === 'active', currentItem);
  const settled = useHeld(queue.settled, on && tab === 'settled', currentItem);
  const sections = tab === 'active' ? [reports, incidents] : [settled];

  const order = sections.flatMap(({ rows }) =>
    rows.map(({ item, gone }) => ({ kind: item.kind, id: item.row.id, gone })),
  );
  const key = order.map((one) => `${one.id}${one.gone ? '-' : ''}`).join(' ');
  const latest = useRef(order);
  useEffect(() => {
    latest.current = order;
    setShown(order);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says whether `order` differs
  }, [key]);

  const none = search ? t('queue.notFound', { search }) : undefined;
  return (
    <section
      className={css.queue}
      aria-label={t('queue.title')}
      data-testid="queue"
      onPointerMove={touchQueue}
      onWheel={touchQueue}
      onPointerLeave={letGo}
    >
      <div className={css.top}>
        <div className={css.line}>
          <div className={css.grow}>
            <Field
              id={SEARCH_ID}
              label={t('queue.search')}
              quiet
              type="search"
              placeholder={t('queue.searchHint')}
              value={search}
              onChange={(text) => setUi({ search: text })}
              onKeyDown={searchKeys}
            />
          </div>
          {may('incident.open') && (
            <Button
              size="small"
              icon="plus"
              keys="n"
              title={t('incident.open')}
              onClick={() => openDialog({ name: 'open-incident' })}
            >
              {t('common.incident')}
            </Button>
          )}
          {may('report.file') && (
            <IconButton
              icon="edit"
              size="small"
              label={`${t('queue.file')} (R)`}
              onClick={() => openDialog({ name: 'file-report' })}
            />
          )}
        </div>
        {ticked ? <Ticked /> : <Tabs counts={queue.counts} />}
      </div>
      {may('task.note') && (
        <Suspense fallback={null}>
          <Unnoted />
        </Suspense>
      )}
      <div className={css.sections} onKeyDown={listKeys}>
        {alerts && (
          <Suspense fallback={null}>
            <AlertSection />
          </Suspense>
        )}
        {tab === 'active' ? (
          <>
            <QueueSection
              name="reports"
              held={reports}
              ticks={may('incident.merge') || may('report.dismiss')}
              heading={t('queue.reports')}
              none={none ?? t('queue.noReports')}
            />
            <QueueSection
              name="incidents"
              held={incidents}
              heading={t('queue.incidents')}
              none={none ?? t('queue.noIncidents')}
            />
          </>
        ) : (
          <QueueSection
            name="settled"
            held={settled}
            heading={t('queue.settled')}
            none={none ?? t('queue.noSettled')}
          />
        )}
      </div>
    </section>
  );
}

/** Who handles alerts of plate cameras has their section, and whoever is sent one. */
function useAlerts(may: (type: string) => boolean): boolean {
  const sees = useSession((s) => s.me?.rights.sees.includes('anpr') ?? false);
  const some = usePicture((p) => p.shown.anpr.alerts.size > 0);
  return sees && (may('anpr.acknowledge') || some);
}

function Tabs({ counts }: { counts: Readonly<Record<'active' | 'settled', number>> }) {
  const { t } = useTranslation();
  const tab = useUi((ui) => ui.tab);
  return (
    <div className={css.line} role="tablist" aria-label={t('queue.tabs')}>
      {(['active', 'settled'] as const).map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={tab === one}
          className={css.tab}
          onClick={() => setUi({ tab: one })}
        >
          {t(`queue.${one}`)} <span className={css.count}>{counts[one]}</span>
        </button>
      ))}
    </div>
  );
}

/** In the place of the tabs, so that the first tick does not move the rows. */
function Ticked() {
  const { t } = useTranslation();
  const may = useMay();
  const ticked = useUi((ui) => ui.ticked);
  return (
    <div className={css.bulk} role="status" data-testid="ticked">
      <span>{t('queue.ticked', { count: ticked.length })}</span>
      {may('incident.merge') && (
        <Button
          size="small"
          keys="m"
          onClick={() => openDialog({ name: 'merge', reports: ticked })}
        >
          {t('queue.merge')}
        </Button>
      )}
      {may('report.dismiss') && (
        <Button
          size="small"
          keys="d"
          onClick={() => openDialog({ name: 'dismiss', reports: ticked })}
        >
          {t('queue.dismiss')}
        </Button>
      )}
      <IconButton
        icon="close"
        size="small"
        label={t('queue.untick')}
        onClick={() => setUi({ ticked: [] })}
      />
    </div>
  );
}

function searchKeys(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === 'Escape') {
    if (useUi.getState().search) setUi({ search: '' });
    else focusQueue();
  } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
    focusQueue();
    step(1);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Within the list: arrows as `j` and `k`, Enter opens, Space ticks. */
function listKeys(event: KeyboardEvent<HTMLElement>): void {
  const { selected } = useUi.getState();
  if (event.key === 'ArrowDown') step(1);
  else if (event.key === 'ArrowUp') step(-1);
  else if (event.key === 'Enter') focusDetail();
  else if (event.key === ' ' && selected?.kind === 'report') toggleTick(selected.id);
  else return;
  event.preventDefault();
}
