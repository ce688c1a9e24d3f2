import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session.ts';
import { alertIcon, nextIcon } from '../anpr-icon.ts';
import { mayFlow } from '../layers.ts';
import { LegendIcon } from './LegendIcon.tsx';
import { LegendSwatch } from './LegendSwatch.tsx';

/** Of plate reading, as much as this role can be shown. */
export function AnprLegend({
  row: Row,
  head: Head,
}: {
  row: ComponentType<{ mark: ReactNode; children: ReactNode }>;
  head: ComponentType<{ children: ReactNode }>;
}) {
  const { t } = useTranslation();
  const cleared = useSession((s) => s.me?.rights.cleared) ?? [];
  const [alerts, cameras] = [cleared.includes('plate'), cleared.includes('anpr')];
  if (!alerts && !cameras && !mayFlow()) return null;
  const icon = (name: string, scale?: number) => (
    <LegendIcon name={name} {...(scale === undefined ? {} : { scale })} />
  );
  return (
    <>
      <Head>{t('pursuit.legend')}</Head>
      {alerts && (
        <>
          <Row mark={icon(alertIcon(2, 'certain', true))}>{t('pursuit.legendCertain')}</Row>
          <Row mark={icon(alertIcon(2, 'possible', false))}>{t('pursuit.legendPossible')}</Row>
          <Row mark={<LegendSwatch kind="anpr-leg" />}>{t('pursuit.legendTrail')}</Row>
          <Row mark={<LegendSwatch kind="anpr-leg-possible" />}>
            {t('pursuit.legendTrailPossible')}
          </Row>
          <Row mark={<LegendSwatch kind="anpr-reach" />}>{t('pursuit.legendReach')}</Row>
          <Row mark={[icon(nextIcon(1, 'ahead')), icon(nextIcon(1, 'due'))]}>
            {t('pursuit.legendNext')}
          </Row>
          <Row mark={icon(nextIcon(1, 'overdue'))}>{t('pursuit.legendOverdue')}</Row>
        </>
      )}
      {cameras && (
        <Row
          mark={['ok', 'silent', 'clock-off', 'poor'].map((one) => (
            <LegendIcon key={one} name={`anpr-camera:${one}`} />
          ))}
        >
          {t('pursuit.legendHealth')}
        </Row>
      )}
      {mayFlow() && <Row mark={icon('anpr-flow:4')}>{t('pursuit.legendFlow')}</Row>}
    </>
  );
}
