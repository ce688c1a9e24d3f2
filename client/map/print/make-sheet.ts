import type { Lang } from '../../../shared/refusal.ts';
import { useGround } from '../../ground.ts';
import { incidentType, useSession } from '../../session.ts';
import { openFieldLook } from '../field/look.ts';
import { graticule } from '../layer/base.ts';
import { hiddenKinds, useLayers } from '../layers.ts';
import { readTokens } from '../tokens.ts';
import { restrictionsOn, rowsOf, type Moment } from './rows.ts';
import type { Choice, Plan } from './choice.ts';
import { platesOn, restrictionsOfPlates } from './plates.ts';
import { chased } from '../anpr/show.ts';
import { drawSheet, type SheetImage } from './draw-sheet.ts';
import { listInside, type Listed } from './inside.ts';
import { closedLayers, legendOf, type SheetLegend } from './legend.ts';
import { PX_PER_MM, zoomOf } from './scale.ts';
import { sheetStyle } from './sheet-style.ts';

/** Everything that a sheet shows, made once. */
export interface SheetData {
  image: SheetImage;
  zoom: number;
  legend: SheetLegend;
  /** Undefined: not asked for. */
  inside: Listed[] | undefined;
  /** Whom it may be shown to only, and which closed layers are on it, in words. */
  closed: string[];
  /** Layers as this person chose them: the QR code leads to the same. */
  layers: Readonly<Record<string, boolean>>;
  /** Whom to name for a field base map. */
  attribution: readonly string[];
}

/** `paper`: an element that wears the colours of paper. */
export async function makeSheet(
  paper: Element,
  lang: Lang,
  choice: Choice,
  plan: Plan,
  moment: Moment,
): Promise<SheetData> {
  const { settings } = useSession.getState();
  const layers = settings?.layers ?? [];
  const { chosen } = useLayers.getState();
  const tokens = readTokens(paper);
  const field = await openFieldLook();
  const hidden = hiddenKinds(layers, chosen);
  const all = rowsOf(moment, { ...choice, incident: plan.incident?.id });
  const rows = hidden.includes('traffic') ? { ...all, traffic: [] } : all;
  const zoom = zoomOf(plan.scale, plan.center[1]);
  const plates = platesOn(moment, { alerts: choice.plates === true, chased: chased() });
  const style = sheetStyle({
    ...{ tokens, lang, field, rows, plates },
    ground: useGround.getState().geo ?? graticule(plan.center),
    hidden,
    glyph: (type) => incidentType(settings, type)?.icon ?? 'other',
  });
  const size = {
    width: Math.floor(plan.map.width * PX_PER_MM),
    height: Math.floor(plan.map.height * PX_PER_MM),
  };
  const image = await drawSheet({
    style,
    tokens,
    center: plan.center,
    zoom,
    size,
    paper: plan.map,
  });
  const legend = legendOf(image.drawn, layers);
  const inside = choice.inside ? await listInside(rows, plan, layers) : undefined;
  const listed = inside?.map(({ perimeter }) => perimeter);
  const restrictions = new Set([
    ...restrictionsOn(rows, plan.box, listed),
    ...restrictionsOfPlates(plates, plan.box),
  ]);
  return {
    ...{ image, zoom, legend, inside },
    closed: [
      ...[...restrictions].map((id) => settings?.restrictions[id]?.[lang] ?? id),
      ...closedLayers(legend, inside, layers).map(({ title }) => title[lang]),
    ],
    layers: chosen,
    attribution: field?.attribution ?? [],
  };
}
