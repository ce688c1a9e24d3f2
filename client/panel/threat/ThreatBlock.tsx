import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Threat } from '../../../shared/subject/threat/schema.ts';
import { threatsAhead, threatsAt } from '../../../shared/subject/threat/select.ts';
import { usePlan } from '../../plan.ts';
import { Button } from '../../part/Button.tsx';
import { Tag, type Tone } from '../../part/Tag.tsx';
import { momentOf, serverNow, useNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { useLang, useMay } from '../hooks.ts';
import { scopeText } from '../phase/names.ts';
import css from '../phase/phase.module.css';

const STEP = 10_000;

/** Levels in force, the highest first, and those that are to come. What has expired is not shown. */
export function useThreats(): { now: Threat[]; ahead: Threat[] } {
  const threat = usePicture((p) => p.shown.threat);
  useNow(STEP);
  // Whole steps, so that nothing is made anew in between; one ahead, so that what was just set is there.
  const step = Math.ceil(serverNow() / STEP) + 1;
  return useMemo(() => {
    const at = new Date(step * STEP).toISOString();
    return { now: threatsAt({ threat }, at), ahead: threatsAhead({ threat }, at) };
  }, [threat, step]);
}

export const TONES: Readonly<Record<Threat['level'], Tone>> = {
  1: 'plain',
  2: 'accent',
  3: 'warn',
  4: 'bad',
};

/** The threat levels, each with its scope, start and source. */
export function ThreatBlock() {
  const { t } = useTranslation();
  const may = useMay();
  const { now, ahead } = useThreats();
  return (
    <section className={css.block} aria-label={t('phase.threat')} data-testid="threats">
      <div className={css.head}>
        <h3>{t('phase.threat')}</h3>
        {may('threat.set') && (
          <Button
            size="small"
            icon="plus"
            keys="u"
            onClick={() => openDialog({ name: 'threat-set' })}
          >
            {t('phase.setThreat')}
          </Button>
        )}
      </div>
      <ThreatList rows={[...now, ...ahead]} />
    </section>
  );
}

export function ThreatList({ rows }: { rows: readonly Threat[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const { plan } = usePlan();
  if (rows.length === 0) return <p className={css.dim}>{t('phase.noThreat')}</p>;
  return (
    <ul className={css.rows}>
      {rows.map(({ id, level, scope, start, until, source, reason }) => {
        const what = scopeText(scope, plan, t, lang);
        return (
          <li key={id} className={css.row} data-testid="threat">
            <Tag tone={TONES[level]} solid={level >= 3}>
              {t(`phase.level-${level}`)}
            </Tag>
            <span className={css.main}>
              <b>{what}</b>
              <p className={css.dim}>
                {t('phase.threatSince', { from: momentOf(start), source })}
                {until && ` · ${t('phase.threatUntil', { until: momentOf(until) })}`}
              </p>
              {reason && <p>{reason}</p>}
            </span>
            {may('threat.end') && (
              <Button
                size="small"
                aria-label={t('phase.endThreatOf', { what })}
                onClick={() => openDialog({ name: 'threat-end', threat: id })}
              >
                {t('phase.endThreat')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
