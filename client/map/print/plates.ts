import type { LayerSpecification } from 'maplibre-gl';
import { outlookAt, reachAt, type Reach } from '../../../shared/anpr/pursuit.ts';
import { boxOf, type Box } from '../../../shared/geo/feature.ts';
import { useAnpr } from '../../anpr.ts';
import { useGround } from '../../ground.ts';
import { passagesByAlert } from '../../panel/anpr/passes.ts';
import { cameraFeatures, flowFeatures } from '../anpr/cameras.ts';
import { isSought, isStale, pursuitOf, useChase } from '../anpr/chase.ts';
import { useFlow } from '../anpr/flow.ts';
import { placeOf } from '../anpr/place.ts';
import { stackFeature, stacksOf } from '../anpr/stacks.ts';
import { nextFeatures, trailFeatures } from '../anpr/trail.ts';
import {
  ANPR_ALERTS,
  ANPR_CAMERAS,
  ANPR_FLOW,
  ANPR_REACH,
  ANPR_TRAIL,
  pixelsOf,
  RINGS,
} from '../layer/anpr.ts';
import type { MapFeature } from '../layer/feature.ts';
import type { Moment } from './rows.ts';

/** Plate reading on paper, as it was at the moment that is printed. No plates. */
export interface SheetPlates {
  /** By source of the map's style. */
  things: Readonly<Record<string, MapFeature[]>>;
  /** The rings, where they are drawn, and their middle's latitude. */
  reach: (Reach & { latitude: number }) | undefined;
  /** Whom each thing may be shown to, with what it takes of the map. */
  closed: readonly { box: Box; restrictions: readonly string[] }[];
}

/** `alerts`: wanted at all; `chased`: the one that is selected, whose trail is drawn. */
export function platesOn(
  { state, at }: Pick<Moment, 'state' | 'at'>,
  { alerts, chased }: { alerts: boolean; chased: string | undefined },
): SheetPlates {
  const things: Record<string, MapFeature[]> = {
    [ANPR_CAMERAS]: cameraFeatures(useGround.getState().geo, useAnpr.getState().health),
    [ANPR_FLOW]: flowFeatures(useFlow.getState().latest, placeOf),
  };
  if (!alerts) return { things, reach: undefined, closed: [] };
  const chasedOne = chased === undefined ? undefined : state.anpr.alerts.get(chased);
  const stacks = stacksOf(state.anpr, placeOf, chasedOne?.id);
  things[ANPR_ALERTS] = stacks.map((one) => stackFeature(one, false));
  const closed = stacks.flatMap(({ point, alerts: rows }) =>
    rows.map(({ restrictions = [] }) => ({ box: [...point, ...point] as Box, restrictions })),
  );
  const trail = chasedOne && passagesByAlert(state.anpr.passages).get(chasedOne.id);
  if (!chasedOne || !trail) return { things, reach: undefined, closed };

  const found = isSought(chasedOne) && useChase.getState().shown ? pursuitOf(trail) : undefined;
  const pursuit = found && !isStale(found, at) ? found : undefined;
  things[ANPR_TRAIL] = [
    ...(pursuit ? nextFeatures(outlookAt(pursuit, at), trail) : []),
    ...trailFeatures(trail, chasedOne.restrictions !== undefined),
  ];
  const { restrictions = [] } = chasedOne;
  const geometries = things[ANPR_TRAIL].map(({ geometry }) => geometry);
  const box = boxOf({ type: 'GeometryCollection', geometries });
  if (box) closed.push({ box, restrictions });
  if (!pursuit) return { things, reach: undefined, closed };
  const [, latitude] = pursuit.point;
  things[ANPR_REACH] = [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: pursuit.point },
      properties: { id: 'reach', kind: 'anpr-reach', restricted: false },
    },
  ];
  return { things, closed, reach: { ...reachAt(pursuit, at), latitude } };
}

/** The layer with its ring as wide as it was. */
export function withReach(
  layer: LayerSpecification,
  reach: SheetPlates['reach'],
): LayerSpecification {
  const which = RINGS[layer.id as keyof typeof RINGS] as 'least' | 'most' | undefined;
  if (!which || !reach || layer.type !== 'circle') return layer;
  const radius = pixelsOf(reach[which], reach.latitude);
  return { ...layer, paint: { ...layer.paint, 'circle-radius': radius } };
}

/** Restrictions of the alerts that reach onto the sheet. */
export const restrictionsOfPlates = ({ closed }: SheetPlates, box: Readonly<Box>): string[] =>
  closed
    .filter(
      ({ box: own }) =>
        own[0] <= box[2] && own[2] >= box[0] && own[1] <= box[3] && own[3] >= box[1],
    ) // prettier-ignore
    .flatMap(({ restrictions }) => restrictions);
