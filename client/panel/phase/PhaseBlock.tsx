import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Phase } from '../../../shared/subject/phase/schema.ts';
import { spansMunicipalities } from '../../../shared/subject/phase/select.ts';
import { usePlan } from '../../plan.ts';
import { Button } from '../../part/Button.tsx';
import { Notice } from '../../part/Notice.tsx';
import { Tag } from '../../part/Tag.tsx';
import { momentOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { useLang, useMay, useWaiting } from '../hooks.ts';
import { usePhases } from './hooks.ts';
import { both, functionName, phaseName, whoText } from './names.ts';
import { notify } from './notify.ts';
import css from './phase.module.css';

/** What phase stands, who decided it and why; declaring, raising and lifting; and who may, in words. */
export function PhaseBlock({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const { plan } = usePlan();
  const { standing, all } = usePhases(incident.id);
  const several = usePicture((p) => spansMunicipalities(p.shown, incident.id));
  const open = incident.status !== 'closed';
  const past = all.filter((row) => !standing.includes(row)).reverse();
  return (
    <section className={css.block} aria-label={t('phase.phases')} data-testid="phases">
      <div className={css.head}>
        <h3>{t('phase.phases')}</h3>
        {open && may('phase.declare') && (
          <Button
            size="small"
            icon="plus"
            keys="p"
            data-first
            onClick={() => openDialog({ name: 'phase-declare', incident: incident.id })}
          >
            {t(
              standing.some(({ phase }) => phase !== 'public-order')
                ? 'phase.raise'
                : 'phase.declare',
            )}
          </Button>
        )}
      </div>
      {standing.length === 0 && <p className={css.dim}>{t('phase.none')}</p>}
      <ul className={css.rows}>
        {standing.map((row) => (
          <Standing key={row.id} row={row} open={open} />
        ))}
      </ul>
      {several && <Notice tone="warn">{t('phase.several')}</Notice>}
      {past.length > 0 && (
        <details>
          <summary className={css.dim}>
            {t('phase.history')} ({past.length})
          </summary>
          <ul className={css.rows}>
            {past.map((row) => (
              <Past key={row.id} row={row} open={open} />
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary className={css.dim}>{t('phase.who')}</summary>
        <ul className={css.rows}>
          {plan.phases.map(({ id, functions, source, text }) => (
            <li key={id} className={css.row}>
              <div className={css.main}>
                <b>{t(`phase.name-${id}`)}</b>
                <p>
                  {t('phase.rights', {
                    who: functions.map((one) => functionName(one, plan, lang)).join(', '),
                  })}
                </p>
                {text && <p>{both(text, lang)}</p>}
                <p className={css.dim}>{t('phase.source', { source })}</p>
              </div>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Standing({ row, open }: { row: Phase; open: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const { plan } = usePlan();
  const waiting = useWaiting().has(row.id);
  const rule = plan.phases.find(({ id }) => id === row.phase);
  const weighed = rule?.parameters.filter(({ id }) => row.parameters.includes(id)) ?? [];
  return (
    <li className={css.row} data-phase={row.phase} data-testid="phase" data-id={row.id}>
      <div className={css.main}>
        <b>{phaseName(row, plan, t, lang)}</b>{' '}
        {waiting && (
          <Tag tone="warn" icon="clock">
            {t('queue.waiting')}
          </Tag>
        )}
        {row.by.unverified && <Tag tone="warn">{t('phase.unverified')}</Tag>}
        <p className={css.dim}>
          {t('phase.since', {
            by: whoText(row.by, plan, t, lang),
            at: momentOf(row.declared.occurred),
          })}
          {' · '}
          {t('phase.recorded', { by: row.declared.by, at: momentOf(row.declared.at) })}
        </p>
        <p>{row.reason}</p>
        {weighed.length > 0 && (
          <p className={css.dim}>
            {t('phase.parameters')} · {weighed.map((one) => both(one, lang)).join(' · ')}
          </p>
        )}
      </div>
      {open && (
        <div className={css.buttons}>
          {may('alarm.start') && (
            <Button size="small" keys="a" title={t('phase.notifyTip')} onClick={() => notify(row)}>
              {t('phase.notify')}
            </Button>
          )}
          {may('phase.lift') && (
            <Button
              size="small"
              keys="l"
              onClick={() => openDialog({ name: 'phase-lift', phase: row.id })}
            >
              {t('phase.lift')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Lifted, or under a higher one: the mayor's can still be lifted by the mayor. */
function Past({ row, open }: { row: Phase; open: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const { plan } = usePlan();
  const { lifted } = row;
  return (
    <li className={css.row} data-past data-phase={row.phase}>
      <div className={css.main}>
        <b>{phaseName(row, plan, t, lang)}</b>
        <p className={css.dim}>
          {t('phase.since', {
            by: whoText(row.by, plan, t, lang),
            at: momentOf(row.declared.occurred),
          })}
          {' · '}
          {lifted
            ? t('phase.lifted', {
                at: momentOf(lifted.occurred),
                by: whoText(lifted.by, plan, t, lang),
              })
            : t('phase.superseded')}
        </p>
        {lifted && <p>{lifted.reason}</p>}
      </div>
      {!lifted && open && may('phase.lift') && (
        <Button size="small" onClick={() => openDialog({ name: 'phase-lift', phase: row.id })}>
          {t('phase.lift')}
        </Button>
      )}
    </li>
  );
}
