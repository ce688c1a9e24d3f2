import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureCollection } from '../../shared/geo.ts';
import type { Lang } from '../../shared/refusal.ts';
import type { Point } from '../../shared/value.ts';
import { api } from '../api.ts';
import { useSession } from '../session.ts';
import { useUi } from '../ui.ts';
import { openEngine, type Engine } from './engine.ts';
import { Legend } from './Legend.tsx';
import css from './MapPane.module.css';

/** The middle of the console. Drawn from what this project ships; nothing is fetched from outside. */
export default function MapPane() {
  const { t, i18n } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const engine = useRef<Engine>(undefined);
  const view = useSession((s) => s.settings?.map);
  const theme = useUi((ui) => ui.theme);
  const placing = useUi((ui) => ui.placing !== undefined);
  const [pointer, setPointer] = useState<Point>();
  const [lost, setLost] = useState(false);
  const lang = i18n.language as Lang;

  useEffect(() => {
    let gone = false;
    void (async () => {
      // Without the ground the things still have their places: the map opens all the same.
      const geo = await api<FeatureCollection>('GET', '/api/geo');
      await document.fonts.load("14px 'Inter Variable'").catch(() => undefined);
      if (gone || !container.current || !view) return;
      engine.current = openEngine({
        container: container.current,
        lang,
        view,
        geo: geo.ok ? geo.body : undefined,
        onPointer: setPointer,
        onLost: setLost,
      });
    })().catch(() => setLost(true));
    return () => {
      gone = true;
      engine.current?.close();
      engine.current = undefined;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new language restyles, it does not reopen
  }, [view]);

  useEffect(() => engine.current?.restyle(lang), [lang, theme]);

  return (
    <div className={css.pane} data-testid="map" data-placing={placing || undefined}>
      <div ref={container} className={css.canvas} role="application" aria-label={t('map.label')} />
      {placing && (
        <div className={css.banner} role="status">
          {t('map.place')}
        </div>
      )}
      {lost && (
        <div className={css.lost} role="alert">
          {t('map.lost')}
        </div>
      )}
      <Legend />
      <div className={css.pointer}>
        {pointer ? `${pointer[1].toFixed(5)} N  ${pointer[0].toFixed(5)} E` : t('map.ground')}
      </div>
    </div>
  );
}
