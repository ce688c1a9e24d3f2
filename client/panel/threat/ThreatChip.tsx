import { useTranslation } from 'react-i18next';
import { usePlan } from '../../plan.ts';
import { openDialog } from '../../ui.ts';
import { useLang } from '../hooks.ts';
import { scopeText } from '../phase/names.ts';
import css from '../phase/phase.module.css';
import { useThreats } from './ThreatBlock.tsx';

/** In the bar: the highest level for the region, and that there are others. Never one number for all. */
export function ThreatChip() {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const { now } = useThreats();
  const main = now.find(({ scope: { kind } }) => kind === 'region' || kind === 'country') ?? now[0];
  if (!main) return null;
  const more = now.length - 1;
  const all = now
    .map(({ level, scope }) => `${t(`phase.level-${level}`)}: ${scopeText(scope, plan, t, lang)}`)
    .join('\n');
  return (
    <button
      type="button"
      className={css.chip}
      data-level={main.level}
      data-testid="threat-chip"
      title={`${t('phase.threat')}\n${all}`}
      onClick={() => openDialog({ name: 'threats' })}
    >
      {t('phase.threatShort', { level: main.level })}
      {more > 0 && <span>+{more}</span>}
      <span className="visually-hidden">{all}</span>
    </button>
  );
}
