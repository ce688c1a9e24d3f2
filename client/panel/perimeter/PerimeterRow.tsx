import { useTranslation } from 'react-i18next';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import { Button } from '../../part/Button.tsx';
import { Icon } from '../../part/Icon.tsx';
import { Tag } from '../../part/Tag.tsx';
import { momentOf } from '../../part/time.ts';
import { takeUp } from '../../map/draw/state.ts';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { useLang, useMay, useWaiting } from '../hooks.ts';
import { flyTo, rewind, ROW } from './do.ts';
import { InsideOf } from './InsideOf.tsx';
import { KindSwatch } from './KindSwatch.tsx';
import { OrderState } from './OrderState.tsx';
import { sizeText } from './size.ts';
import { windValues } from './wind-text.ts';
import { latestWind, windChanged } from './wind.ts';
import css from './perimeter.module.css';

interface Props {
  row: Perimeter;
  opened: boolean;
  onToggle: () => void;
}

/** One perimeter: colour, stroke and word; its size; opened, whose it is, what may be done, and who lies inside. */
export function PerimeterRow({ row, opened, onToggle }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const waiting = useWaiting().has(row.id);
  const word = t(`perimeter.short-${row.kind}`);
  return (
    <li className={css.row} data-testid="perimeter" data-kind={row.kind} data-id={row.id}>
      <div className={css.line}>
        <button
          type="button"
          className={css.name}
          aria-expanded={opened}
          title={`${t(`perimeter.kind-${row.kind}`)} (${t(`perimeter.colour-${row.kind}`)})`}
          onClick={onToggle}
          {...{ [ROW]: row.id }}
        >
          <KindSwatch kind={row.kind} />
          <b>{word}</b>
          {row.label && <span className={css.cut}>{row.label}</span>}
          <span className={css.size} title={sizeText(row.shape, t, lang)}>
            {sizeText(row.shape, t, lang)}
          </span>
          <span className={css.turn} data-open={opened || undefined}>
            <Icon name="down" size={12} />
          </span>
        </button>
        {waiting && (
          <Tag tone="warn" icon="clock">
            {t('queue.waiting')}
          </Tag>
        )}
        {row.kind === 'effect' ? (
          <Tag tone="warn">{t('perimeter.firstEstimate')}</Tag>
        ) : (
          <OrderState row={row} brief />
        )}
      </div>
      <WindChanged row={row} />
      {opened && <Opened row={row} />}
    </li>
  );
}

function Opened({ row }: { row: Perimeter }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const { id, kind, owner, drawn, before, estimate } = row;
  const redrawn = before.at(-1)?.until;
  return (
    <div className={css.opened} {...{ [ROW]: id }} tabIndex={-1}>
      <p className={css.dim}>
        {redrawn
          ? t('perimeter.changed', {
              ...{ drawn: momentOf(drawn), at: momentOf(redrawn), by: owner.name },
            })
          : t('perimeter.since', { by: owner.name, at: momentOf(drawn) })}
      </p>
      {estimate && (
        <p className={css.dim}>
          {t(`perimeter.agent-${estimate.agent}`)} ·{' '}
          {t('perimeter.windTold', windValues(estimate.wind, lang))} · {estimate.wind.source},{' '}
          {momentOf(estimate.wind.at)}
        </p>
      )}
      {row.order && <OrderState row={row} />}
      <div className={css.bar}>
        {may('perimeter.redraw') && (
          <Button size="small" keys="r" onClick={() => takeUp((tools) => tools.startRedraw(row))}>
            {t('perimeter.redraw')}
          </Button>
        )}
        {may('perimeter.order') && kind !== 'effect' && (
          <Button
            size="small"
            keys="o"
            onClick={() => openDialog({ name: 'perimeter-order', perimeter: id })}
          >
            {t('perimeter.order')}
          </Button>
        )}
        {may('perimeter.lift') && (
          <Button
            size="small"
            keys="l"
            onClick={() => openDialog({ name: 'perimeter-lift', perimeter: id })}
          >
            {t('perimeter.lift')}
          </Button>
        )}
        <Button
          size="small"
          kind="quiet"
          icon="pin"
          keys="f"
          title={`${t('perimeter.fly')} (F)`}
          aria-label={t('perimeter.fly')}
          onClick={() => flyTo(row)}
        />
      </div>
      <InsideOf row={row} />
    </div>
  );
}

/** The wind turned, or has another class of speed, since the sector was drawn. */
function WindChanged({ row }: { row: Perimeter }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const wind = usePicture((p) => p.shown.wind);
  const now = latestWind(wind);
  if (!now || !windChanged(row, now)) return null;
  return (
    <div className={css.changed} role="status" data-testid="wind-changed">
      <Icon name="warn" />
      <span>
        <b>{t('perimeter.windChanged')}</b>: {t('perimeter.windShort', windValues(now, lang))} (
        {now.name}, {momentOf(now.observed)})
      </span>
      {may('perimeter.redraw') && (
        <Button
          size="small"
          keys="Shift+E"
          title={`${t('perimeter.rewind')} (⇧E)`}
          onClick={() => rewind(row)}
        >
          {t('perimeter.rewindShort')}
        </Button>
      )}
    </div>
  );
}
