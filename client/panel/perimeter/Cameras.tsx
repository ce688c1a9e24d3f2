import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { useGround } from '../../ground.ts';
import { metresText } from '../../map/place/kind.ts';
import { usePointed } from '../../map/layer/view.ts';
import { Button } from '../../part/Button.tsx';
import { openDialog } from '../../ui.ts';
import { useLang, useMay } from '../hooks.ts';
import { camerasFor, type Seen } from './cameras.ts';
import css from './perimeter.module.css';

const point = (camera: string | undefined): void => usePointed.setState({ camera });

/** The cameras that see the incident's place, and the nearest others; undefined where the ground has none. */
export function useCameras({ place }: Incident) {
  const geo = useGround((ground) => ground.geo);
  const point = place?.point;
  return useMemo(() => {
    if (!geo?.features.some(({ properties }) => properties.kind === 'camera')) return undefined;
    if (!point) return { place: undefined, seeing: [], near: [] };
    return { place: point, ...camerasFor(geo.features, point) };
  }, [geo, point]);
}

/** Both lists. Pointed at, the map shows what each sees. */
export function Cameras({
  incident,
  cameras: { place, seeing, near },
}: {
  incident: string;
  cameras: NonNullable<ReturnType<typeof useCameras>>;
}) {
  const { t } = useTranslation();
  useEffect(() => () => point(undefined), []);
  return (
    <div id="incident-cameras" className={css.cameras} onMouseLeave={() => point(undefined)}>
      {!place && <p className={css.dim}>{t('perimeter.cameraNoPoint')}</p>}
      {seeing.length > 0 && <h4>{t('perimeter.cameraSees', { count: seeing.length })}</h4>}
      <List cameras={seeing} incident={incident} sees />
      {near.length > 0 && <h4>{t('perimeter.cameraNear')}</h4>}
      <List cameras={near} incident={incident} />
    </div>
  );
}

function List({
  cameras,
  incident,
  sees,
}: {
  cameras: readonly Seen[];
  incident: string;
  sees?: boolean;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  return (
    <ul className={css.list}>
      {cameras.map(({ camera: { id, properties }, metres }) => {
        const asks = properties['request'] === true;
        const barred = asks && !may('camera.request');
        return (
          <li
            key={id}
            data-testid="camera"
            data-sees={sees || undefined}
            onMouseEnter={() => point(id)}
            onFocus={() => point(id)}
            onBlur={() => point(undefined)}
          >
            <span className={css.grow}>{properties[lang]}</span>
            <span className={css.dim}>{metresText(metres, lang)}</span>
            <Button
              size="small"
              {...(asks ? { icon: 'lock' as const } : {})}
              disabled={barred}
              title={barred ? t('perimeter.cameraMayNot') : undefined}
              onClick={() => openDialog({ name: 'camera', incident, camera: id })}
            >
              {t(asks ? 'perimeter.cameraAsk' : 'perimeter.cameraOpen')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
