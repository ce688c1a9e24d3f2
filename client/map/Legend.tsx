import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUi } from '../ui.ts';
import { drawIcon, incidentIcon, markIcon, RATIO, reportIcon } from './icon.ts';
import { useMapState } from './state.ts';
import { readTokens } from './tokens.ts';
import { UNIT_SHAPES } from './unit-icon.ts';
import css from './MapPane.module.css';

/** Somewhat smaller than on the map. */
const SCALE = 0.8;

/** A mark exactly as the map draws it. */
function MapIcon({ name, faint = false }: { name: string; faint?: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useUi((ui) => ui.theme);
  useEffect(() => {
    const element = canvas.current;
    const image = element && drawIcon(name, readTokens(element));
    if (!image) return;
    element.width = image.width;
    element.height = image.height;
    element.style.width = `${(image.width / RATIO) * SCALE}px`;
    element.getContext('2d')?.putImageData(image, 0, 0);
  }, [name, theme]);
  return <canvas ref={canvas} aria-hidden="true" data-faint={faint || undefined} />;
}

const PRIORITIES = [1, 2, 3, 4] as const;
const LOOKS = ['open', 'active', 'controlled', 'closed', 'waiting'] as const;

/** What the marks mean, folded away until asked for; and how much the map cannot show. */
export function Legend() {
  const { t } = useTranslation();
  const unplaced = useMapState((map) => map.unplaced);
  const [open, setOpen] = useState(false);
  return (
    <details className={css.legend} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('map.legend')}
        {unplaced > 0 && (
          <span className={css.unplaced}>{t('map.without', { count: unplaced })}</span>
        )}
      </summary>
      {open && <Marks />}
    </details>
  );
}

function Marks() {
  const { t } = useTranslation();
  return (
    <dl>
      <dt>
        {PRIORITIES.map((priority) => (
          <MapIcon key={priority} name={markIcon(priority)} />
        ))}
      </dt>
      <dd>{t('map.priorities')}</dd>
      <dt>
        <MapIcon name={reportIcon(3, false)} />
      </dt>
      <dd>{t('map.report')}</dd>
      <dt>
        <MapIcon name={reportIcon(3, false)} faint />
      </dt>
      <dd>{t('map.merged')}</dd>
      <dt>
        <i className={css.cluster}>12</i>
      </dt>
      <dd>{t('map.cluster')}</dd>
      {LOOKS.map((look) => [
        <dt key={look}>
          <MapIcon name={incidentIcon(2, 'car', look)} />
        </dt>,
        <dd key={`${look}.`}>
          {t('map.incident')}: {t(look === 'waiting' ? 'queue.waiting' : `incident.status-${look}`)}
        </dd>,
      ])}
      {UNIT_SHAPES.map((shape) => [
        <dt key={shape}>
          <MapIcon name={`unit:${shape}:${shape}:fresh`} />
        </dt>,
        <dd key={`${shape}.`}>
          {t('unit.other')}: {t(shape.startsWith('D') ? `incident.${shape}` : `unit.of-${shape}`)}
        </dd>,
      ])}
      <dt>
        <MapIcon name="unit:D1:D1:stale" />
      </dt>
      <dd>{t('unit.staleMark')}</dd>
      <dt>
        <MapIcon name="lock" />
      </dt>
      <dd>{t('map.restricted')}</dd>
      <dt>
        <i className={css.ring} />
      </dt>
      <dd>{t('map.selected')}</dd>
    </dl>
  );
}
