import { useTranslation } from 'react-i18next';
import { outlookAt, type Outlook, type Pursuit } from '../../../shared/anpr/pursuit.ts';
import { theCamera } from '../../map/camera.ts';
import { ageText, clockOf, timeOf } from '../../part/time.ts';
import type { AnprNames } from './names.ts';
import css from './pursuit.module.css';

/** Where it is expected, the likeliest first: when, how soon, how likely; a key or click shows the camera. */
export function NextCameras({
  pursuit,
  now,
  names,
}: {
  pursuit: Pursuit;
  /** Server time, milliseconds. */
  now: number;
  names: AnprNames;
}) {
  const { t } = useTranslation();
  return (
    <ol className={css.next} aria-label={t('pursuit.next')} data-testid="anpr-next">
      {outlookAt(pursuit, now).map((one, i) => (
        <li key={one.camera}>
          <button
            type="button"
            data-standing={one.standing}
            title={t('pursuit.flyTo', { camera: names.camera(one.camera) })}
            onClick={() => theCamera()?.fly(one.point)}
          >
            <span className={css.rank}>{i + 1}</span>
            <span className={css.name}>{names.camera(one.camera)}</span>
            <Left one={one} now={now} />
            <span className={css.when} title={clockOf(one.likely)}>
              {t('pursuit.expected', {
                early: timeOf(one.early),
                likely: timeOf(one.likely),
                late: timeOf(one.late),
              })}
            </span>
            <span className={css.chance}>
              {t('pursuit.chance', { percent: Math.round(one.probability * 100) })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Left({ one, now }: { one: Outlook; now: number }) {
  const { t } = useTranslation();
  const late = one.standing === 'overdue';
  return (
    <span
      className={css.left}
      title={late ? t('pursuit.overdueLong', { age: ageText(now - one.late) }) : undefined}
    >
      {t(`pursuit.standing-${one.standing}`, { age: ageText(one.likely - now) })}
    </span>
  );
}
