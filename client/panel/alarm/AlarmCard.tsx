import { useTranslation } from 'react-i18next';
import { isOver, missing, nextDial, reachedOf, turns } from '../../../shared/subject/alarm/rule.ts';
import type { Alarm } from '../../../shared/subject/alarm/schema.ts';
import { usePlan } from '../../plan.ts';
import { Button } from '../../part/Button.tsx';
import { Icon } from '../../part/Icon.tsx';
import { Notice } from '../../part/Notice.tsx';
import { Tag, type Tone } from '../../part/Tag.tsx';
import { momentOf, useNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { openDialog } from '../../ui.ts';
import { useIncident, useLang, useMay, useWaiting } from '../hooks.ts';
import { listedFor } from './because.ts';
import { alarmTitle, groupName, nameIn, ruleText } from './name.ts';
import { PersonRow } from './PersonRow.tsx';
import css from './alarm.module.css';

const TONES: Readonly<Record<Alarm['status'], Tone>> = {
  running: 'accent',
  exhausted: 'bad',
  reached: 'good',
  stopped: 'plain',
};

interface Props {
  alarm: Alarm;
  /** The first that runs: its next number takes the keyboard. */
  first: boolean;
  open: boolean;
  onToggle: () => void;
}

/** One alarm: what it is for, its rule and clock, and its people in order. */
export function AlarmCard({ alarm, first, open, onToggle }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const waiting = useWaiting().has(alarm.id);
  const over = isOver(alarm);
  const title = alarmTitle(alarm, plan, lang);
  const count = reachedOf(alarm).length;
  const of = alarm.need === 'all' ? alarm.groups.length : alarm.need;
  const next = nextDial(alarm);
  const inTurn = turns(alarm);
  const done = alarm.need === 'all' ? alarm.groups.length - missing(alarm) : count;
  return (
    <section className={css.card} data-status={alarm.status} data-testid="alarm" aria-label={title}>
      <header className={css.head}>
        {over ? (
          <button type="button" className={css.fold} aria-expanded={open} onClick={onToggle}>
            <span className={css.turn} data-open={open || undefined}>
              <Icon name="down" size={12} />
            </span>
            <b>{title}</b>
          </button>
        ) : (
          <h3>{title}</h3>
        )}
        <Tag tone={TONES[alarm.status]} solid={alarm.status === 'exhausted'}>
          {t(`alarm.status-${alarm.status}`)}
        </Tag>
        {waiting && (
          <Tag tone="warn" icon="clock">
            {t('queue.waiting')}
          </Tag>
        )}
      </header>
      <p className={css.dim}>
        <b className={css.count}>{t('alarm.reachedOf', { n: Math.min(done, of), of })}</b>
        {' · '}
        {over ? <Ended alarm={alarm} /> : ruleText(alarm, t)}
      </p>
      {alarm.status === 'exhausted' && <Notice tone="bad">{t('alarm.exhaustedNote')}</Notice>}
      {!over && <Moved alarm={alarm} />}
      {!over && <Clock alarm={alarm} />}
      {open &&
        alarm.groups.map((group, i) => (
          <div key={i} className={css.group} data-waits={i >= alarm.called || undefined}>
            <h4>
              {groupName(group, plan, lang)}
              {i >= alarm.called && !over && (
                <span className={css.dim}> · {t('alarm.notCalled')}</span>
              )}
            </h4>
            {group.missing && group.people.length === 0 && (
              <p className={css.missing}>
                <Icon name="warn" /> {t(`alarm.missing-${group.missing}`)}
              </p>
            )}
            <ol className={css.people}>
              {group.people.map((person) => (
                <PersonRow
                  key={person.contact}
                  alarm={alarm}
                  person={person}
                  turn={inTurn.some(({ contact }) => contact === person.contact)}
                  first={first && (next ?? { person: inTurn[0] }).person === person}
                />
              ))}
            </ol>
          </div>
        ))}
    </section>
  );
}

function Ended({ alarm: { ended, status } }: { alarm: Alarm }) {
  const { t } = useTranslation();
  if (!ended) return null;
  const why =
    status === 'stopped'
      ? t(`alarm.stopped-${ended.why ?? 'person'}`, { by: ended.by, reason: ended.reason ?? '' })
      : t('alarm.status-reached');
  return (
    <>
      {momentOf(ended.at)} · {why}
    </>
  );
}

/** Across a border other people are responsible; a list that was frozen does not follow, but says so. */
function Moved({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const incident = useIncident(alarm.incident);
  const then = listedFor(alarm.groups);
  const name = incident?.place?.municipality;
  const now = plan.municipalities.find((one) => one.name.nl === name)?.id;
  if (then === undefined || now === undefined || then === now) return null;
  const named = (id: string) => nameIn(plan.municipalities, id, lang);
  return <Notice tone="warn">{t('alarm.moved', { now: named(now), then: named(then) })}</Notice>;
}

/** When the next group is called, and what one can do about it. */
function Clock({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation();
  const may = useMay();
  const now = useNow();
  const last = alarm.called >= alarm.groups.length;
  const seconds = Math.ceil((Date.parse(alarm.until) - now) / 1000);
  const left =
    seconds > 0
      ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      : t('alarm.now');
  return (
    <div className={css.bar}>
      {alarm.status === 'running' && (
        <span className={css.clock} role="timer" data-testid="alarm-clock">
          <Icon name="clock" /> {t(last ? 'alarm.endsIn' : 'alarm.nextIn', { left })}
        </span>
      )}
      {alarm.status === 'running' && !last && may('alarm.advance') && (
        <Button
          size="small"
          keys="n"
          onClick={() =>
            send('alarm.advance', { alarm: alarm.id, called: alarm.called, early: true })
          }
        >
          {t('alarm.advance')}
        </Button>
      )}
      {may('alarm.stop') && (
        <Button
          size="small"
          keys="s"
          title={t('alarm.stopLong')}
          onClick={() => openDialog({ name: 'alarm-stop', alarm: alarm.id })}
        >
          {t('alarm.stop')}
        </Button>
      )}
    </div>
  );
}
