import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lang } from '../../../shared/refusal.ts';
import { Icon } from '../../part/Icon.tsx';
import { incidentIcon, markIcon, reportIcon } from '../icon.ts';
import { LegendIcon } from '../corner/LegendIcon.tsx';
import { LegendSwatch } from '../corner/LegendSwatch.tsx';
import { picturedKinds } from '../pictured.ts';
import type { SheetLegend } from './legend.ts';
import { PlateMark, plateWord } from './PlateMark.tsx';
import css from './print.module.css';

/** More rows than this are set smaller and closer. */
const DENSE = 17;

/** What is on the sheet, and nothing else. */
export function SheetLegendList({ legend }: { legend: SheetLegend }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language as Lang;
  const rows: [key: string, mark: ReactNode, text: string][] = [
    ...legend.perimeters.map((kind): [string, ReactNode, string] => [
      kind,
      <LegendSwatch kind={kind} />,
      t(`perimeter.kind-${kind}`),
    ]),
  ];
  const add = (key: string, mark: ReactNode, text: string) => rows.push([key, mark, text]);
  if (legend.wind) add('wind', <LegendIcon name="wind" scale={0.36} />, t('print.wind'));
  if (legend.priorities.length > 0)
    add(
      'priorities',
      legend.priorities.map((one) => <LegendIcon key={one} name={markIcon(one)} scale={0.72} />),
      t('print.priority'),
    );
  for (const look of legend.looks)
    add(
      look,
      <LegendIcon name={incidentIcon(legend.priorities[0] ?? 1, 'other', look)} scale={0.45} />,
      `${t('map.incident')} · ${t(look === 'waiting' ? 'queue.waiting' : `incident.status-${look}`)}`,
    );
  const pin = reportIcon(legend.priorities.at(-1) ?? 3, false);
  if (legend.reports) add('report', <LegendIcon name={pin} scale={0.55} />, t('map.report'));
  if (legend.merged) add('merged', <LegendIcon name={pin} scale={0.5} faint />, t('map.merged'));
  if (legend.clusters) add('cluster', <i className={css.cluster}>9</i>, t('map.cluster'));
  for (const shape of legend.units)
    add(
      `unit-${shape}`,
      <LegendIcon name={`unit:${shape}:${shape}:fresh`} scale={0.6} />,
      t(shape.startsWith('D') ? `incident.${shape}` : `unit.of-${shape}`),
    );
  if (legend.staleUnits)
    add('stale', <LegendIcon name="unit:D1:D1:stale" scale={0.6} />, t('unit.staleMark'));
  for (const sign of legend.plates ?? [])
    add(`anpr-${sign}`, <PlateMark sign={sign} />, t(plateWord(sign)));
  if (legend.restricted) add('lock', <LegendIcon name="lock" />, t('map.restricted'));
  for (const { layer, kinds } of legend.layers)
    add(
      `layer-${layer.id}`,
      picturedKinds(kinds).map((kind) => <LegendSwatch key={kind} kind={kind} />),
      layer.title[lang],
    );
  const closed = new Set(
    legend.layers.filter(({ layer }) => layer.clearance).map(({ layer }) => `layer-${layer.id}`),
  );
  return (
    <section className={css.legend} data-dense={rows.length > DENSE || undefined}>
      <h2>{t('print.legend')}</h2>
      <dl data-testid="sheet-legend">
        {rows.map(([key, mark, text]) => (
          <div key={key} data-entry={key}>
            <dt>{mark}</dt>
            <dd>
              {text} {closed.has(key) && <Icon name="lock" size={9} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
