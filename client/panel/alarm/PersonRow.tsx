import { useTranslation } from 'react-i18next';
import { isOver, isSpent } from '../../../shared/subject/alarm/rule.ts';
import type { Alarm, Person } from '../../../shared/subject/alarm/schema.ts';
import { isDead } from '../../../shared/subject/channel/select.ts';
import { Icon } from '../../part/Icon.tsx';
import { Tag } from '../../part/Tag.tsx';
import { timeOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useNaming } from '../directory/names.ts';
import { useMay } from '../hooks.ts';
import { becauseText } from './because.ts';
import { DialStrip } from './DialStrip.tsx';
import { rowKey, ROW, toggleDial, useDial, wayOf } from './dial.ts';
import { channelName } from './name.ts';
import { History } from './History.tsx';
import css from './alarm.module.css';

interface Props {
  alarm: Alarm;
  person: Person;
  turn: boolean;
  first: boolean;
}

/** One person: name, why, the number to dial large enough, and what became of it so far. Enter opens the dialling. */
export function PersonRow({ alarm, person, turn, first }: Props) {
  const { t } = useTranslation();
  const naming = useNaming();
  const { plan, lang } = naming;
  const may = useMay();
  const key = rowKey(alarm.id, person.contact);
  const dial = useDial((state) => (state.dial?.key === key ? state.dial : undefined));
  const way = dial?.way ?? wayOf(alarm, person);
  const channel = person.channels[way];
  const byHand = channel !== undefined && !channel.auto;
  const dead = usePicture((p) => byHand && isDead(p.shown, channel.id));
  const address = alarm.ways?.[person.contact]?.[way];
  const organisation = person.organisation[lang] ?? person.organisation.nl;
  const called = alarm.calls[person.contact];
  const mayDial = byHand && may('alarm.try');
  return (
    <li className={css.person} data-turn={turn || undefined} data-testid="call">
      <button
        type="button"
        className={css.row}
        aria-expanded={mayDial ? dial !== undefined : undefined}
        aria-controls={dial ? `${key}-dial` : undefined}
        data-first={first || undefined}
        onClick={() => mayDial && toggleDial(alarm, person)}
        {...{ [ROW]: key }}
      >
        <span className={css.who}>
          <b>{person.name}</b>
          <span className={css.dim}>
            {organisation} · {becauseText(person.because, t, naming)}
          </span>
        </span>
        <span className={css.state}>
          {called?.reached ? (
            <Tag tone="good" icon="tick" solid>
              {t('alarm.reached')} {timeOf(called.reached.at)}
            </Tag>
          ) : called?.refused ? (
            <Tag tone="bad" icon="close">
              {t('alarm.refused')}
            </Tag>
          ) : turn ? (
            <Tag tone="accent">{t('alarm.turn')}</Tag>
          ) : !isOver(alarm) && isSpent(alarm, person) && called ? (
            <Tag tone="warn">{t('alarm.spent')}</Tag>
          ) : null}
        </span>
        {byHand && (
          <span className={css.number}>
            <span className={css.channel}>{channelName(plan, channel.id, lang)}</span>
            {dead && <b className={css.dead}>{t('alarm.health-dead')}</b>}
            {address ?? <i className={css.dim}>{t('alarm.hiddenAddress')}</i>}
          </span>
        )}
        {person.channels.length === 0 && (
          <span className={css.missing}>
            <Icon name="warn" /> {t('alarm.noWays')}
          </span>
        )}
      </button>
      {dial && mayDial && (
        <DialStrip id={`${key}-dial`} alarm={alarm} person={person} way={way} note={dial.note} />
      )}
      <History alarm={alarm} person={person} />
    </li>
  );
}
