import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/subject/anpr/schema.ts';
import { openAlerts } from '../../../shared/subject/anpr/select.ts';
import { Button } from '../../part/Button.tsx';
import { clockOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { openDialog, select } from '../../ui.ts';
import { useMay } from '../hooks.ts';
import { rejectable } from './do.ts';
import { AlertMark, Certainty } from './AlertMark.tsx';
import { useAnprNames, useSeesPlate } from './names.ts';
import { groupOf } from './rows.ts';
import { toggleGroup, useLooking } from './state.ts';
import { Empty } from '../../part/Empty.tsx';
import detail from '../detail.module.css';
import css from './anpr.module.css';

const SHOWN = 50;

/** A flood of one list and priority: where it comes from, and what may be done with all of it. */
export function GroupDetail({ id }: { id: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const plate = useSeesPlate();
  const names = useAnprNames();
  const slice = usePicture((p) => p.shown.anpr);
  const opened = useLooking((l) => l.opened.has(id));
  const alerts = openAlerts(slice).filter((one) => groupOf(one) === id);
  const [first] = alerts;
  if (!first) return <Empty title={t('anpr.groupOver')} />;
  return (
    <>
      <header className={detail.head} data-testid="anpr-group">
        <div className={detail.title}>
          <AlertMark alert={{ priority: first.priority, certainty: 'certain' }} size={24} />
          <h2>
            {alerts.length} × {names.list(first)}
          </h2>
        </div>
        <p className={css.dim}>{t('anpr.groupNote')}</p>
      </header>
      <div className={css.body} tabIndex={0} role="group" aria-label={names.list(first)}>
        <section className={css.part}>
          <h3>{t('anpr.byCamera')}</h3>
          <ul>
            {perCamera(alerts).map(([camera, count]) => (
              <li key={camera}>
                <b>{count}</b> × {names.camera(camera)}
              </li>
            ))}
          </ul>
        </section>
        <section className={css.part}>
          <h3>{t('anpr.alerts')}</h3>
          <ul>
            {alerts.slice(0, SHOWN).map((one) => (
              <li key={one.id}>
                <button type="button" className={css.pass} onClick={() => select('anpr', one.id)}>
                  <AlertMark alert={one} size={16} />
                  <time dateTime={one.last}>{clockOf(one.last)}</time>
                  <span className={css.cut}>{names.camera(one.lastCamera)}</span>
                  <Certainty alert={one} />
                </button>
              </li>
            ))}
          </ul>
          {alerts.length > SHOWN && (
            <p className={css.dim}>{t('anpr.moreAlerts', { count: alerts.length - SHOWN })}</p>
          )}
        </section>
      </div>
      <footer className={css.acts}>
        <Button size="small" keys="o" onClick={() => toggleGroup(id)}>
          {t(opened ? 'anpr.groupClose' : 'anpr.groupOpen')}
        </Button>
        {plate && may('anpr.rejectAll') && (
          <Button
            size="small"
            keys="x"
            onClick={() => openDialog({ name: 'anpr-reject', alerts: rejectable(alerts) })}
          >
            {t('anpr.rejectAll')}
          </Button>
        )}
      </footer>
    </>
  );
}

/** The camera with most of them first: it may well be the camera. */
function perCamera(alerts: readonly AlertRow[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { lastCamera } of alerts) counts.set(lastCamera, (counts.get(lastCamera) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
