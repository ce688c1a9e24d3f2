import { useMemo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { boxOf, type Box } from '../../../shared/geo/feature.ts';
import type { Layer } from '../../../shared/geo/layer.ts';
import type { Lang } from '../../../shared/refusal.ts';
import { useGround } from '../../ground.ts';
import { Button } from '../../part/Button.tsx';
import { serverNow } from '../../part/time.ts';
import { usePositions } from '../../positions.ts';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { situations, whereOf } from '../layer/traffic.ts';
import {
  changedLayers,
  FLOW_ID,
  isShown,
  resetLayers,
  showLayer,
  switches,
  UNIT_SWITCH,
  useLayers,
  type Switch,
} from '../layers.ts';
import { LegendSwatch } from './LegendSwatch.tsx';
import { picturedKinds } from '../pictured.ts';
import { useSeen } from '../seen.ts';
import css from '../MapPane.module.css';

const GROUPS = ['services', 'control', 'transport', 'ground'] as const;
const NONE: readonly Layer[] = [];

/** What of the ground is drawn, by group, with its picture and how much of it is in view. */
export function LayerList() {
  const { t, i18n } = useTranslation();
  const lang = i18n.language as Lang;
  const layers = useSession((s) => s.settings?.layers) ?? NONE;
  const chosen = useLayers((all) => all.chosen);
  const counts = useCounts();
  const changed = changedLayers(layers, chosen).length > 0;
  const titles = new Map(layers.map(({ id, title }) => [id, title[lang]]));
  const titleOf = ({ id }: Switch) =>
    id === UNIT_SWITCH.id
      ? t('map.layer-units')
      : id === FLOW_ID
        ? t('pursuit.flow')
        : titles.get(id);

  return (
    <div className={css.layers} onKeyDown={walk}>
      {GROUPS.map((group) => {
        const rows = switches(layers).filter((layer) => layer.group === group);
        if (rows.length === 0) return null;
        return (
          <fieldset key={group}>
            <legend>{t(`map.group-${group}`)}</legend>
            {rows.map((layer) => (
              <label key={layer.id} data-changed={isShown(layer, chosen) !== layer.on || undefined}>
                <input
                  type="checkbox"
                  checked={isShown(layer, chosen)}
                  onChange={(event) => showLayer(layer.id, event.target.checked)}
                />
                <span className={css.swatches}>
                  {picturedKinds(layer.kinds).map((kind) => (
                    <LegendSwatch key={kind} kind={kind} />
                  ))}
                </span>
                <span>{titleOf(layer)}</span>
                <output title={t('map.inView')}>{countOf(layer, counts)}</output>
              </label>
            ))}
          </fieldset>
        );
      })}
      <Button size="small" disabled={!changed} onClick={resetLayers} data-testid="layers-reset">
        {t('map.layersReset')}
      </Button>
    </div>
  );
}

const countOf = ({ kinds }: Switch, counts: ReadonlyMap<string, number> | undefined) =>
  counts && kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);

/** How many of each kind are in view, counted when the map comes to rest; undefined before. */
function useCounts(): ReadonlyMap<string, number> | undefined {
  const seen = useSeen((all) => all.box);
  const geo = useGround((ground) => ground.geo);
  const units = usePositions((all) => all.units);
  const report = usePicture((p) => p.shown.report);
  const boxed = useMemo(
    () =>
      geo?.features.map(({ geometry, properties }) => [boxOf(geometry), properties.kind] as const),
    [geo],
  );
  return useMemo(() => {
    if (!seen || !boxed) return undefined;
    const counts = new Map<string, number>();
    const add = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const [box, kind] of boxed) if (box && touch(box, seen)) add(kind);
    for (const { fix } of units.values())
      if (touch([...fix.point, ...fix.point] as Box, seen)) add('unit');
    for (const one of situations({ report }, new Date(serverNow()).toISOString())) {
      const box = boxOf(whereOf(one));
      if (box && touch(box, seen)) add('traffic');
    }
    return counts;
  }, [seen, boxed, units, report]);
}

const touch = (a: Readonly<Box>, b: Readonly<Box>): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** Arrows, Home and End walk the list; Space, by the browser, switches. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input, button:not(:disabled)'),
  ];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  rows[(to + rows.length) % rows.length]?.focus();
}
