import { useTranslation } from 'react-i18next';
import { reachAt } from '../../../shared/anpr/pursuit.ts';
import { useAnpr } from '../../anpr.ts';
import { useGround } from '../../ground.ts';
import { distanceText } from '../../panel/distance.ts';
import { useLang } from '../../panel/hooks.ts';
import { cameraName } from '../../panel/anpr/names.ts';
import { passagesByAlert } from '../../panel/anpr/passes.ts';
import { Kbd } from '../../part/Kbd.tsx';
import { ageText, useNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { isSought, isStale, pursuitOf, useChase } from './chase.ts';
import css from './PursuitBadge.module.css';

/** Over the map while the rings are on it: that they are an estimate, of what, and how old. */
export function PursuitBadge({ alert: id }: { alert: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const now = useNow();
  const alert = usePicture((p) => p.shown.anpr.alerts.get(id));
  const trail = passagesByAlert(usePicture((p) => p.shown.anpr.passages)).get(id);
  const cameras = useAnpr((a) => a.cameras);
  const geo = useGround((ground) => ground.geo);
  const shown = useChase((chase) => chase.shown);
  if (!shown || !alert || !trail || !isSought(alert)) return null;
  const pursuit = pursuitOf(trail, { cameras, geo });
  if (!pursuit || isStale(pursuit, now)) return null;
  const { least, most, capped } = reachAt(pursuit, now);
  const far = {
    least: distanceText(least, t),
    most: distanceText(most, t),
    camera: cameraName(pursuit.camera, lang),
  };
  return (
    <div className={css.badge} data-testid="pursuit-badge" title={t('pursuit.assumes')}>
      <b>{t('pursuit.estimate')}</b>
      <span>
        {t(capped ? 'pursuit.anywhere' : 'pursuit.between', far)} ·{' '}
        {t('pursuit.after', { age: ageText(now - pursuit.at) })}
      </span>
      <Kbd keys="Shift+F" />
    </div>
  );
}
