import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { alertsOf } from '../../../shared/subject/anpr/select.ts';
import { usePicture } from '../../store.ts';
import { select } from '../../ui.ts';
import { AlertMark } from './AlertMark.tsx';
import { useAnprNames } from './names.ts';
import { bestOf, passagesByAlert } from './passes.ts';
import { Plate } from './Plate.tsx';
import detail from '../detail.module.css';
import css from './anpr.module.css';

/** Alerts of plate cameras that are linked to an incident; nothing where there are none. */
export function LinkedAlerts({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const names = useAnprNames();
  const links = usePicture((p) => p.shown.anpr.links);
  const alerts = usePicture((p) => p.shown.anpr.alerts);
  const passages = passagesByAlert(usePicture((p) => p.shown.anpr.passages));
  const linked = useMemo(
    () => alertsOf({ alerts, links }, incident.id),
    [links, alerts, incident.id],
  );
  if (linked.length === 0) return null;
  return (
    <div className={detail.line} data-testid="linked-alerts">
      {linked.map((alert) => {
        const open = bestOf(passages.get(alert.id) ?? [])?.open;
        return (
          <span key={alert.id} className={detail.chip}>
            <button
              type="button"
              title={`${t('anpr.alert')}: ${names.list(alert)}`}
              onClick={() => select('anpr', alert.id)}
            >
              <AlertMark alert={alert} size={14} />
              {open ? (
                <Plate text={open.listed} country={open.country} certainty={alert.certainty} />
              ) : (
                <span className={detail.cut}>{names.list(alert)}</span>
              )}
              <span className={css.dim}>{t(`anpr.status-${alert.status}`)}</span>
            </button>
          </span>
        );
      })}
    </div>
  );
}
