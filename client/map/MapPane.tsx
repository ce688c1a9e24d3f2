import 'maplibre-gl/dist/maplibre-gl.css';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { followGround, theGround, useGround } from '../ground.ts';
import { later } from '../later.ts';
import { Button } from '../part/Button.tsx';
import { useSession } from '../session.ts';
import { WindBadge } from '../panel/perimeter/WindBadge.tsx';
import { useUi } from '../ui.ts';
import { useTool } from './draw/state.ts';
import { Corner } from './corner/Corner.tsx';
import { openEngine, type Engine } from './engine.ts';
import { openFieldLook } from './field/look.ts';
import { Foot } from './Foot.tsx';
import { isDisplay, largeFor } from './large.ts';
import { PlaceCard } from './place/PlaceCard.tsx';
import { Search } from './place/Search.tsx';
import { useMapState } from './state.ts';
import css from './MapPane.module.css';

const DrawTools = later(async () => (await import('./draw/DrawTools.tsx')).DrawTools);

const PursuitBadge = later<{ alert: string }>(
  async () => (await import('./anpr/PursuitBadge.tsx')).PursuitBadge,
);

const PrintDialog = later(async () => (await import('./print/PrintDialog.tsx')).PrintDialog);

/** How long the first picture waits for the ground, milliseconds: the things have their places without it. */
const PATIENCE_MS = 1_500;

/** The middle of the console. Drawn from what this project ships; nothing is fetched from outside. */
export default function MapPane() {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const view = useSession((s) => s.settings?.map);
  const placing = useUi((ui) => ui.placing !== undefined);
  const drawing = useTool(({ tool }) => tool !== undefined);
  const chased = useUi(({ selected }) => (selected?.kind === 'anpr' ? selected.id : undefined));
  const printing = useUi((ui) => ui.dialog?.name === 'print');
  const lost = useMapState((map) => map.lost);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => followGround(), []);
  useEffect(() => {
    let engine: Engine | undefined;
    let gone = false;
    async function open(): Promise<void> {
      await document.fonts.load("14px 'Inter Variable'").catch(() => undefined);
      const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE_MS));
      const [field] = await Promise.all([
        Promise.race([openFieldLook(), late]),
        Promise.race([groundCame(), late]),
      ]);
      if (gone || !container.current || !view) return;
      useMapState.setState({ attribution: field?.attribution ?? [] });
      const { clientWidth, clientHeight } = container.current.parentElement!;
      const large = isDisplay(useSession.getState().me) ? largeFor(clientWidth, clientHeight) : 1;
      if (large > 1) container.current.style.setProperty('--large', String(large));
      engine = openEngine(container.current, view, useGround.getState().geo, field, large);
    }
    useMapState.setState({ lost: undefined });
    open().catch(() => useMapState.setState({ lost: 'never' }));
    const stop = useGround.subscribe(({ geo }, before) => {
      if (!geo || geo === before.geo) return;
      engine?.ground(geo);
      // At hand before the first question, and while the server cannot be reached.
      requestIdleCallback(() => void theGround().catch(() => undefined), { timeout: 5_000 });
    });
    return () => {
      gone = true;
      stop();
      engine?.close();
    };
  }, [view, attempt]);

  return (
    <div className={css.pane} data-testid="map" data-placing={placing || undefined}>
      <div ref={container} className={css.canvas} />
      {(placing || drawing) && <div className={css.cross} aria-hidden="true" />}
      {placing && (
        <div className={css.banner} role="status">
          {t('map.place')}
        </div>
      )}
      {lost && (
        <div className={css.lost} role="alert" data-testid="map-lost">
          <strong>{t(lost === 'never' ? 'map.never' : 'map.lost')}</strong>
          <p>{t(lost === 'never' ? 'map.neverNote' : 'map.lostNote')}</p>
          <Button onClick={() => setAttempt((n) => n + 1)}>{t('map.again')}</Button>
        </div>
      )}
      <Search />
      <PlaceCard />
      <Corner />
      <Foot />
      {printing && (
        <Suspense fallback={null}>
          <PrintDialog space="live" />
        </Suspense>
      )}
      <WindBadge />
      <Suspense fallback={null}>{chased && <PursuitBadge alert={chased} />}</Suspense>
      <Suspense fallback={null}>{drawing && <DrawTools />}</Suspense>
    </div>
  );
}

/** Resolves when the ground is here. */
const groundCame = (): Promise<void> =>
  new Promise((come) => {
    if (useGround.getState().geo) return come();
    const stop = useGround.subscribe(({ geo }) => {
      if (!geo) return;
      stop();
      come();
    });
  });
