import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureCollection } from '../../shared/geo.ts';
import { api } from '../api.ts';
import { Button } from '../part/Button.tsx';
import { useSession } from '../session.ts';
import { useUi } from '../ui.ts';
import { openEngine, type Engine } from './engine.ts';
import { Foot } from './Foot.tsx';
import { Legend } from './Legend.tsx';
import { useMapState } from './state.ts';
import css from './MapPane.module.css';

const GROUND_AGAIN_MS = 5_000;

/** The middle of the console. Drawn from what this project ships; nothing is fetched from outside. */
export default function MapPane() {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const view = useSession((s) => s.settings?.map);
  const placing = useUi((ui) => ui.placing !== undefined);
  const lost = useMapState((map) => map.lost);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let engine: Engine | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    async function open(): Promise<void> {
      // Without the ground the things still have their places: the map opens all the same.
      const geo = await api<FeatureCollection>('GET', '/api/geo');
      await document.fonts.load("14px 'Inter Variable'").catch(() => undefined);
      if (gone || !container.current || !view) return;
      if (!engine) engine = openEngine(container.current, view, geo.ok ? geo.body : undefined);
      else if (geo.ok) engine.ground(geo.body);
      const passing = !geo.ok && (geo.status === 0 || geo.status >= 500);
      if (passing) again = setTimeout(() => void open(), GROUND_AGAIN_MS);
    }
    useMapState.setState({ lost: undefined });
    open().catch(() => useMapState.setState({ lost: 'never' }));
    return () => {
      gone = true;
      clearTimeout(again);
      engine?.close();
    };
  }, [view, attempt]);

  return (
    <div className={css.pane} data-testid="map" data-placing={placing || undefined}>
      <div ref={container} className={css.canvas} />
      {placing && (
        <>
          <div className={css.cross} aria-hidden="true" />
          <div className={css.banner} role="status">
            {t('map.place')}
          </div>
        </>
      )}
      {lost && (
        <div className={css.lost} role="alert" data-testid="map-lost">
          <strong>{t(lost === 'never' ? 'map.never' : 'map.lost')}</strong>
          <p>{t(lost === 'never' ? 'map.neverNote' : 'map.lostNote')}</p>
          <Button onClick={() => setAttempt((n) => n + 1)}>{t('map.again')}</Button>
        </div>
      )}
      <Legend />
      <Foot />
    </div>
  );
}
