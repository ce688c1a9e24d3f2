import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { useGround } from '../../ground.ts';
import { metresText } from '../../map/kind.ts';
import { usePointed } from '../../map/layer/view.ts';
import { Button } from '../../part/Button.tsx';
import { openDialog } from '../../ui.ts';
import { useLang, useMay } from '../hooks.ts';
import { camerasFor, type Seen } from './cameras.ts';
import css from './perimeter.module.css';

const point = (camera: string | undefined): void => usePointed.setState({ camera });

/** The cameras that see the incident's place, and the nearest others. Pointed at, the map shows what each sees. */
export function Cameras({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const geo = useGround((ground) => ground.geo);
  const [open, setOpen] = useState(false);
  const place = incident.place?.point;
  useEffect(() => () => point(undefined), []);
  if (!geo?.features.some(({ properties }) => properties.kind === 'camera')) return null;
  const { seeing, near } = place ? camerasFor(geo.features, place) : { seeing: [], near: [] };
  return (
    <details
      className={css.cameras}
      data-testid="cameras"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {t('perimeter.cameras')} {place && <b>{seeing.length}</b>}
      </summary>
      {open && !place && <p className={css.dim}>{t('perimeter.cameraNoPoint')}</p>}
      {open && place && (
        <div onMouseLeave={() => point(undefined)}>
          {seeing.length > 0 && <h4>{t('perimeter.cameraSees', { count: seeing.length })}</h4>}
          <List cameras={seeing} incident={incident.id} sees />
          {near.length > 0 && <h4>{t('perimeter.cameraNear')}</h4>}
          <List cameras={near} incident={incident.id} />
        </div>
      )}
    </details>
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
              icon={asks ? 'lock' : undefined!}
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
