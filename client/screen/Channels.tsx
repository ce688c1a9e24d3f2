import { useTranslation } from 'react-i18next';
import { board, type BoardRow } from '../../shared/subject/channel/select.ts';
import type { Health } from '../../shared/subject/channel/schema.ts';
import { usePlan } from '../plan.ts';
import { nameIn, reasonText } from '../panel/alarm/name.ts';
import { useLang, useMay } from '../panel/hooks.ts';
import { Button } from '../part/Button.tsx';
import { Empty } from '../part/Empty.tsx';
import { Icon, type IconName } from '../part/Icon.tsx';
import { Notice } from '../part/Notice.tsx';
import { Tag } from '../part/Tag.tsx';
import { fullOf, momentOf, serverNow, useNow } from '../part/time.ts';
import { useSession } from '../session.ts';
import { usePicture } from '../store.ts';
import { openDialog } from '../ui.ts';
import css from './Channels.module.css';

/** All means of reaching people, and how they are (measure M10.9): read from two metres, and printed for the day that nothing works. */
export function Channels() {
  const { t } = useTranslation();
  const { plan } = usePlan();
  const channel = usePicture((p) => p.shown.channel);
  const seq = usePicture((p) => p.seq);
  const demo = useSession((s) => s.settings?.demo ?? false);
  const now = useNow(60_000);
  const rows = board({ channel }, plan.channels, now);
  const dead = rows.filter(({ row }) => row?.health === 'dead').length;
  const late = rows.filter(({ overdue }) => overdue > 0).length;
  return (
    <div className={css.screen} data-testid="channels">
      <header className={css.head}>
        <h1>{t('alarm.channels')}</h1>
        <Tag tone={dead > 0 ? 'bad' : 'good'} icon={dead > 0 ? 'warn' : 'tick'} solid={dead > 0}>
          {dead > 0 ? t('alarm.deadCount', { count: dead }) : t('alarm.allWell')}
        </Tag>
        {late > 0 && (
          <Tag tone="warn" icon="clock">
            {t('alarm.overdueCount', { count: late })}
          </Tag>
        )}
        <span className={css.grow} />
        <Button onClick={() => print()}>{t('alarm.print')}</Button>
      </header>
      <p className={css.dim}>{t('alarm.channelsNote')}</p>
      {demo && <Notice tone="plain">{t('alarm.demo')}</Notice>}
      <p className={css.paper}>
        {t('alarm.printed', { at: fullOf(new Date(serverNow()).toISOString()), seq })}
      </p>
      {rows.length === 0 && <Empty title={t('alarm.noChannels')} />}
      <ul className={css.board}>
        {rows.map((one) => (
          <Card key={one.channel.id} {...one} />
        ))}
      </ul>
    </div>
  );
}

const ICONS: Readonly<Record<Health, IconName>> = {
  ok: 'tick',
  failing: 'warn',
  dead: 'close',
  unknown: 'more',
};

function Card({ channel, row, overdue }: BoardRow) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const health = row?.health ?? 'unknown';
  const { test } = row ?? {};
  const auto = channel.kind !== 'operator';
  const mayTest = may(auto ? 'channel.probe' : 'channel.test');
  return (
    <li
      className={css.card}
      data-health={health}
      data-testid="channel"
      data-id={channel.id}
      aria-label={nameIn([channel], channel.id, lang)}
    >
      <h2>{nameIn([channel], channel.id, lang)}</h2>
      <p className={css.state} data-health={health}>
        <Icon name={ICONS[health]} size={30} />
        {t(`alarm.health-${health}`)}
      </p>
      {row && health !== 'ok' && row.reason && (
        <p className={css.reason}>{reasonText(row.reason, t)}</p>
      )}
      <p className={css.dim}>
        {t(`alarm.kind-${channel.kind}`)}
        {row && ` · ${t('alarm.since', { at: momentOf(row.since) })}`}
        {row?.by && ` · ${t('alarm.setBy', { by: row.by })}`}
      </p>
      {overdue > 0 && (
        <p className={css.late} data-testid="channel-overdue">
          <Icon name="clock" />
          {test ? t('alarm.overdue', { count: overdue }) : t('alarm.overdueNever')}
        </p>
      )}
      <dl className={css.facts}>
        <dt>{t('alarm.lastTest')}</dt>
        <dd>
          {test
            ? [
                t('alarm.testedBy', {
                  ...{ at: momentOf(test.at), by: test.by },
                  ok: t(test.ok ? 'alarm.testOk' : 'alarm.testBad'),
                }),
                test.note ?? (test.reason && reasonText(test.reason, t)),
              ]
                .filter(Boolean)
                .join(' · ')
            : t('alarm.neverTested')}
        </dd>
        {row?.success && (
          <>
            <dt>{t('alarm.lastSuccess')}</dt>
            <dd>{momentOf(row.success)}</dd>
          </>
        )}
        {row?.failure && (
          <>
            <dt>{t('alarm.lastFailure')}</dt>
            <dd>{momentOf(row.failure.at)}</dd>
          </>
        )}
      </dl>
      <p className={css.dim}>{t('alarm.every', { days: channel.testEvery })}</p>
      {row?.probe && (
        <p role="status">{t('alarm.probing', { by: row.probe.by, at: momentOf(row.probe.at) })}</p>
      )}
      <div className={css.bar}>
        {mayTest && (
          <Button
            data-testid="channel-test"
            onClick={() => openDialog({ name: 'channel-test', channel: channel.id })}
          >
            {t('alarm.test')}
          </Button>
        )}
        {may('channel.set') && (
          <Button
            kind="quiet"
            data-testid="channel-set"
            onClick={() => openDialog({ name: 'channel-set', channel: channel.id })}
          >
            {t('alarm.set')}
          </Button>
        )}
      </div>
    </li>
  );
}
