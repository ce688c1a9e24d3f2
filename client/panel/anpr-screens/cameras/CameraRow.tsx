import { useTranslation } from 'react-i18next';
import { useGround } from '../../../ground.ts';
import type { Health } from '../../../../shared/anpr/camera.ts';
import { Icon, type IconName } from '../../../part/Icon.tsx';
import { RelativeTime } from '../../../part/RelativeTime.tsx';
import { useLang } from '../../hooks.ts';
import { offsetText } from '../offset.ts';
import { Bars } from './Bars.tsx';
import type { Hour } from './flow.ts';
import { shareOf, type CameraLine } from './health.ts';
import frame from '../anpr-screens.module.css';
import css from './cameras.module.css';

export const HEADS = [
  ...['health', 'camera', 'lastRead', 'clockHead', 'quality', 'judged', 'lastHour', 'flow'],
  ...['controller'],
] as const;

const ICONS: Readonly<Record<Health, IconName>> = {
  ...{ ok: 'tick', silent: 'muted', 'clock-off': 'clock', poor: 'warn', never: 'close' },
};

/** One camera: how it does, how well it reads, how many passed, and who answers for it. */
export function CameraRow({
  line: { camera, health, state },
  hours,
  most,
}: {
  line: CameraLine;
  hours: readonly Hour[];
  most: number;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const owner = useGround((ground) => ground.managers.get(camera.owner));
  const name = camera.name[lang === 'fr' ? 'fr' : 'nl'];
  const wrong = health && shareOf(health.falseReads, health.judged);
  return (
    <tr data-testid="anpr-camera" data-id={camera.id} data-health={state}>
      <td>
        <span className={css.health} data-health={state}>
          <Icon name={ICONS[state]} />
          {t(`plates.health-${state}`)}
        </span>
      </td>
      <th scope="row">
        {name}
        <small className={frame.under}>
          {t(camera.mobile ? 'plates.mobile' : 'plates.fixed')}
          {' · '}
          {owner?.[lang === 'fr' ? 'fr' : 'nl'] ?? camera.owner}
        </small>
      </th>
      <td>
        {health?.lastRead ? <RelativeTime at={health.lastRead} /> : t('plates.none')}
        {health?.lastSign && health.lastSign !== health.lastRead && (
          <small className={frame.under}>
            {t('plates.lastSign')} <RelativeTime at={health.lastSign} />
          </small>
        )}
      </td>
      <td className={state === 'clock-off' ? frame.bad : undefined}>
        {health?.offset === undefined ? t('plates.none') : offsetText(health.offset, t, lang)}
      </td>
      <td className={state === 'poor' ? frame.bad : undefined}>
        {health?.confidence === undefined
          ? t('plates.none')
          : `${Math.round(100 * health.confidence)} %`}
      </td>
      <td>
        {health && health.judged > 0
          ? t('plates.judgedText', {
              ...{ judged: health.judged, wrong: health.falseReads, share: wrong },
            })
          : t('plates.none')}
      </td>
      <td className={frame.number}>{(health?.readsLastHour ?? 0).toLocaleString(lang)}</td>
      <td>
        <Bars hours={hours} most={most} name={name} />
      </td>
      <td>
        {t(`plates.controller-${camera.controller}`, { defaultValue: camera.controller })}
        <small className={frame.under}>{camera.basis}</small>
      </td>
    </tr>
  );
}
