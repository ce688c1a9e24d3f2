import { useTranslation } from 'react-i18next';
import { INVOLVEMENTS, type Incident } from '../../shared/subject/incident/schema.ts';
import { Discipline } from '../../shared/value.ts';
import { send } from '../send.ts';
import { incidentType, useSession } from '../session.ts';
import { useMay } from './hooks.ts';
import css from './detail.module.css';

/** D1 to D5 and how far each is involved; each cell is a list of steps. */
export function Disciplines({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const lead = useSession((s) => incidentType(s.settings, incident.type)?.lead);
  const fixed = incident.status === 'closed' || !may('incident.involve');
  return (
    <div className={css.disciplines} role="group" aria-label={t('incident.disciplines')}>
      {Discipline.options.map((discipline) => {
        const step = incident.disciplines[discipline] ?? 'none';
        const leads = discipline === lead ? ` (${t('incident.leads')})` : '';
        return (
          <div
            key={discipline}
            className={css.discipline}
            data-step={step}
            title={`${t(`incident.${discipline}`)}${leads}`}
          >
            <b aria-hidden="true">
              {discipline}
              {leads && ' ★'}
            </b>
            <span aria-hidden="true">{step === 'none' ? '–' : t(`incident.involved-${step}`)}</span>
            <select
              aria-label={`${t(`incident.${discipline}`)}${leads}`}
              value={step}
              disabled={fixed}
              onChange={(event) =>
                send('incident.involve', {
                  incident: incident.id,
                  discipline,
                  involvement: event.target.value,
                })
              }
            >
              {INVOLVEMENTS.map((one) => (
                <option key={one} value={one} className={css.option}>
                  {t(`incident.involved-${one}`)}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </div>
  );
}
