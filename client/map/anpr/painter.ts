import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { outlookAt, reachAt, type Pursuit } from '../../../shared/anpr/pursuit.ts';
import { useAnpr } from '../../anpr.ts';
import { useGround } from '../../ground.ts';
import { passagesByAlert } from '../../panel/anpr/passes.ts';
import { serverNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useUi } from '../../ui.ts';
import {
  ANPR_ALERTS,
  ANPR_CAMERAS,
  ANPR_FLOW,
  ANPR_REACH,
  ANPR_TRAIL,
  pixelsOf,
  RINGS,
} from '../layer/anpr.ts';
import { nothing, type MapFeature } from '../layer/feature.ts';
import { openRingSheet, pixelsPerMetre } from '../soft/ring-sheet.ts';
import { cameraFeatures, flowFeatures } from './cameras.ts';
import { isSought, isStale, pursuitOf, useChase } from './chase.ts';
import { useEarlier } from './earlier.ts';
import { followFlow, useFlow } from './flow.ts';
import { placeOf } from './place.ts';
import { chased } from './show.ts';
import { stackFeature, stacksOf } from './stacks.ts';
import { earlierFeatures, nextFeatures, trailFeatures } from './trail.ts';

/** As often as the eye sees, and as the rest of the map is drawn. */
const PUSH_MS = 100;
const SOFT_MS = 1_000;
/** A ring that grew by less on the screen is not drawn again. CSS pixels. */
const STEP = 1;

export interface AnprPainter {
  /** The map lost what it was sent. */
  again(): void;
  /** All paint was set anew. */
  restyled(): void;
  close(): void;
}

/**
 * Keeps what the map shows of plate reading equal to what is known. A change costs the features that
 * changed; the growing ring costs two numbers of the paint, no source. `soft`: no graphics card, so
 * that a frame of the map is dear: there the rings have a sheet of their own over it.
 */
export function openAnprPainter(map: MapLibre, ready: () => boolean, soft: boolean): AnprPainter {
  const sent = new Map<string, Map<string, string>>();
  const sheet = soft ? openRingSheet(map) : undefined;
  let pursuit: Pursuit | undefined;
  /** Metres of the rings as painted. */
  let painted = { least: -1, most: -1, latitude: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = -Infinity;

  function push(source: string, features: readonly MapFeature[]): void {
    const known = sent.get(source) ?? new Map<string, string>();
    sent.set(source, known);
    const here = new Set(features.map(({ properties }) => properties.id));
    const add = features.filter((one) => {
      const json = JSON.stringify(one);
      const fresh = known.get(one.properties.id) !== json;
      known.set(one.properties.id, json);
      return fresh;
    });
    const remove = [...known.keys()].filter((id) => !here.has(id));
    for (const id of remove) known.delete(id);
    if (add.length + remove.length > 0)
      void map.getSource<GeoJSONSource>(source)?.updateData({ add, remove });
  }

  function draw(): void {
    timer = undefined;
    if (!ready()) return;
    drawnAt = performance.now();
    const { anpr } = usePicture.getState().shown;
    const { geo } = useGround.getState();
    const { health } = useAnpr.getState();
    const id = chased();
    push(ANPR_CAMERAS, cameraFeatures(geo, health));
    push(ANPR_FLOW, flowFeatures(useFlow.getState().latest, placeOf));
    const stacks = stacksOf(anpr, placeOf, id);
    push(ANPR_ALERTS, stacks.map((one) => stackFeature(one, id !== undefined))); // prettier-ignore

    const alert = id === undefined ? undefined : anpr.alerts.get(id);
    const trail = (id !== undefined && passagesByAlert(anpr.passages).get(id)) || [];
    const { answer, alert: of } = useEarlier.getState();
    const before = answer && of === id ? answer.rows : [];
    const now = serverNow();
    const found = alert && isSought(alert) ? pursuitOf(trail) : undefined;
    pursuit = found && useChase.getState().shown && !isStale(found, now) ? found : undefined;
    push(ANPR_TRAIL, [
      ...earlierFeatures(before, placeOf, trail[0]?.point),
      ...(pursuit ? nextFeatures(outlookAt(pursuit, now), trail) : []),
      ...trailFeatures(trail, alert?.restrictions !== undefined),
    ]);
    if (sheet) sheet.show(ringsNow());
    else push(ANPR_REACH, pursuit ? [middleOf(pursuit)] : []);
    grow();
  }

  const ringsNow = () => pursuit && { point: pursuit.point, ...reachAt(pursuit, serverNow()) };

  /** Only when it can be seen: at this zoom, and by so much that the eye notices. */
  function grow(): void {
    const rings = ringsNow();
    if (!rings || !ready()) return;
    if (sheet) return sheet.show(rings);
    const { least, most } = rings;
    const [, latitude] = rings.point;
    const grown = Math.abs(most - painted.most) * pixelsPerMetre(map.getZoom(), latitude);
    const same = painted.latitude === latitude && most >= painted.most;
    if (same && grown < STEP) return;
    painted = { least, most, latitude };
    for (const [layer, which] of Object.entries(RINGS))
      map.setPaintProperty(layer, 'circle-radius', pixelsOf(painted[which], latitude), {
        validate: false,
      });
  }

  const soon = () => {
    const rest = (soft ? SOFT_MS : PUSH_MS) - (performance.now() - drawnAt);
    timer ??= setTimeout(draw, Math.max(16, rest));
  };
  function restyled(): void {
    painted = { least: -1, most: -1, latitude: 0 };
    grow();
  }
  let standings = '';
  const clock = setInterval(() => {
    if (!pursuit) return;
    const now = serverNow();
    const next = outlookAt(pursuit, now).map(({ standing }) => standing).join(); // prettier-ignore
    // One is due, or was not seen, or it is all too long ago.
    if (next !== standings || isStale(pursuit, now)) soon();
    standings = next;
    grow();
  }, 1_000);
  const ends = [
    usePicture.subscribe((picture) => picture.shown.anpr, soon),
    useUi.subscribe(({ selected }, before) => selected !== before.selected && soon()),
    ...[useAnpr, useGround, useChase, useEarlier, useFlow].map((store) => store.subscribe(soon)),
    followFlow(),
  ];
  return {
    again() {
      for (const [source, known] of sent) {
        known.clear();
        void map.getSource<GeoJSONSource>(source)?.setData(nothing());
      }
      painted = { least: -1, most: -1, latitude: 0 };
      draw();
    },
    restyled,
    close() {
      clearInterval(clock);
      clearTimeout(timer);
      sheet?.close();
      for (const end of ends) end();
    },
  };
}

const middleOf = ({ point }: Pursuit): MapFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: point },
  properties: { id: 'reach', kind: 'anpr-reach', restricted: false },
});
