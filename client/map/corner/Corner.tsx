import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.ts';
import { Button } from '../../part/Button.tsx';
import { closeCorner, toggleCorner, useCorner, type CornerName } from './corner.ts';
import { LayerList } from './LayerList.tsx';
import { changedLayers, useLayers } from '../layers.ts';
import { Legend } from './Legend.tsx';
import { ShareView } from './ShareView.tsx';
import { useMapState } from '../state.ts';
import css from '../MapPane.module.css';

const PANELS = { layers: LayerList, legend: Legend, share: ShareView } as const;
const BUTTONS = [
  ['layers', 'map.layers', 'v'],
  ['legend', 'map.legend', undefined],
  ['share', 'map.shareShort', undefined],
] as const satisfies readonly (readonly [CornerName, string, string | undefined])[];

/** The lower left corner: layers, legend, sharing; what is open stands above its buttons. */
export function Corner() {
  const { t } = useTranslation();
  const open = useCorner((corner) => corner.open);
  const unplaced = useMapState((map) => map.unplaced);
  const layers = useSession((s) => s.settings?.layers);
  const changed = useLayers((all) => changedLayers(layers ?? [], all.chosen).length);
  const row = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [open]);

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    closeCorner();
    row.current?.querySelector<HTMLElement>(`[data-corner=${open}]`)?.focus();
  };
  const Open = open && PANELS[open];
  return (
    <div className={css.corner} onKeyDown={leave}>
      {Open && (
        <section
          ref={panel}
          className={css.panel}
          aria-label={t(BUTTONS.find(([name]) => name === open)![1])}
          data-testid={`map-${open}`}
        >
          <Open />
        </section>
      )}
      <div ref={row} className={css.buttons}>
        {BUTTONS.map(([name, label, keys]) => (
          <Button
            key={name}
            size="small"
            keys={keys}
            aria-expanded={open === name}
            data-corner={name}
            onClick={() => toggleCorner(name)}
          >
            {t(label)}
            {name === 'layers' && changed > 0 && (
              <span className={css.changed} title={t('map.layersChanged', { count: changed })}>
                {changed}
              </span>
            )}
          </Button>
        ))}
        {unplaced > 0 && (
          <span className={css.unplaced}>{t('map.without', { count: unplaced })}</span>
        )}
      </div>
    </div>
  );
}
