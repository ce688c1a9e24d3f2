import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PERIMETERS } from '../../../shared/subject/perimeter/schema.ts';
import { TRAFFIC_KINDS } from '../../../shared/subject/report/traffic.ts';
import { AnprLegend } from './AnprLegend.tsx';
import { incidentIcon, markIcon, reportIcon } from '../icon.ts';
import { LegendIcon } from './LegendIcon.tsx';
import { LegendSwatch } from './LegendSwatch.tsx';
import { UNIT_SHAPES } from '../unit-icon.ts';
import css from '../MapPane.module.css';

const PRIORITIES = [1, 2, 3, 4] as const;
const LOOKS = ['open', 'active', 'controlled', 'closed', 'waiting'] as const;
/** What the plates say without colour: who helps, transport, control, the rest. */
const PLATES = [
  ['help', 'hospital', 'fire-station', 'police-station'],
  ['transport', 'metro-station', 'station'],
  ['control', 'camera', 'anpr-camera'],
  ['quiet', 'building', 'school', 'event-ground'],
] as const;

/** What the marks mean: shape and colour, each saying it alone. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <dl className={css.marks} tabIndex={0}>
      <Row
        mark={PRIORITIES.map((one) => (
          <LegendIcon key={one} name={markIcon(one)} />
        ))}
      >
        {t('map.priorities')}
      </Row>
      {LOOKS.map((look) => (
        <Row key={look} mark={<LegendIcon name={incidentIcon(2, 'car', look)} scale={0.66} />}>
          {t('map.incident')}: {t(look === 'waiting' ? 'queue.waiting' : `incident.status-${look}`)}
        </Row>
      ))}
      <Row mark={<LegendIcon name={reportIcon(1, false)} />}>{t('map.urgent')}</Row>
      <Row mark={<LegendIcon name={reportIcon(3, false)} />}>{t('map.report')}</Row>
      <Row mark={<LegendIcon name={reportIcon(3, false)} faint />}>{t('map.merged')}</Row>
      <Row mark={<i className={css.cluster}>12</i>}>{t('map.cluster')}</Row>
      <Row mark={<LegendIcon name="wind" scale={0.5} />}>{t('print.wind')}</Row>
      <Row mark={<LegendIcon name="lock" />}>{t('map.restricted')}</Row>
      <Row mark={<i className={css.ring} />}>{t('map.selected')}</Row>
      <Head>{t('map.legendPerimeters')}</Head>
      {PERIMETERS.map((kind) => (
        <Row key={kind} mark={<LegendSwatch kind={kind} />}>
          {t(`perimeter.kind-${kind}`)}
        </Row>
      ))}
      <Head>{t('map.layer-units')}</Head>
      {UNIT_SHAPES.map((shape) => (
        <Row key={shape} mark={<LegendIcon name={`unit:${shape}:${shape}:fresh`} />}>
          {t(shape.startsWith('D') ? `incident.${shape}` : `unit.of-${shape}`)}
        </Row>
      ))}
      <Row mark={<LegendIcon name="unit:D1:D1:stale" />}>{t('unit.staleMark')}</Row>
      <Head>{t('traffic.legend')}</Head>
      {TRAFFIC_KINDS.map((kind) => (
        <Row key={kind} mark={<LegendIcon name={`traffic:${kind}:now`} />}>
          {t(`traffic.${kind}`)}
        </Row>
      ))}
      <Row mark={<LegendIcon name="traffic:works:planned" />}>{t('traffic.planned')}</Row>
      <Row mark={<LegendSwatch kind="traffic-line" />}>{t('traffic.line')}</Row>
      <AnprLegend row={Row} head={Head} />
      <Head>{t('map.legendPlaces')}</Head>
      {PLATES.map(([plate, ...kinds]) => (
        <Row
          key={plate}
          mark={kinds.map((kind) => (
            <LegendSwatch key={kind} kind={kind} />
          ))}
        >
          {t(`map.plate-${plate}`)}
        </Row>
      ))}
    </dl>
  );
}

const Row = ({ mark, children }: { mark: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{mark}</dt>
    <dd>{children}</dd>
  </div>
);

const Head = ({ children }: { children: ReactNode }) => (
  <div className={css.legendHead}>{children}</div>
);
