import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm, Person } from '../../../shared/subject/alarm/schema.ts';
import { OUTCOMES } from '../../../shared/subject/alarm/outcome.ts';
import { isDead } from '../../../shared/subject/channel/select.ts';
import { usePlan } from '../../plan.ts';
import { Button } from '../../part/Button.tsx';
import { Field } from '../../part/Field.tsx';
import { usePicture } from '../../store.ts';
import { useLang } from '../hooks.ts';
import { record, ROW, rowKey, useDial } from './dial.ts';
import { channelName } from './name.ts';
import css from './alarm.module.css';

interface Props {
  id: string;
  alarm: Alarm;
  person: Person;
  way: number;
  note: string;
}

/** Dialling: by which number, and one key per outcome. */
export function DialStrip({ id, alarm, person, way, note }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const channel = usePicture((p) => p.shown.channel);
  const key = rowKey(alarm.id, person.contact);
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const set = (patch: { way?: number; note?: string }) =>
    useDial.setState({ dial: { key, way, note, ...patch } });
  const ways = person.channels.map((one, i) => ({ ...one, way: i })).filter(({ auto }) => !auto);
  return (
    <div ref={strip} id={id} className={css.dial} data-testid="dial" {...{ [ROW]: key }}>
      <div className={css.outcomes} role="group" aria-label={t('alarm.outcome')}>
        {OUTCOMES.map((outcome, i) => (
          <Button
            key={outcome}
            size="small"
            kind={outcome === 'reached' ? 'primary' : 'plain'}
            keys={String(i + 1)}
            onClick={() => record({ alarm, person }, outcome)}
          >
            {t(`alarm.outcome-${outcome}`)}
          </Button>
        ))}
      </div>
      {ways.length > 1 && (
        <fieldset className={css.ways}>
          <legend className={css.dim}>
            {t('alarm.by')} <kbd aria-hidden="true">W</kbd>
          </legend>
          {ways.map((one) => {
            const dead = isDead({ channel }, one.id);
            return (
              <label key={one.way} className={css.way} data-dead={dead || undefined}>
                <input
                  type="radio"
                  name={`${key}-way`}
                  checked={one.way === way}
                  onChange={() => set({ way: one.way })}
                />
                <span>
                  {channelName(plan, one.id, lang)}
                  {dead && <b className={css.dead}> {t('alarm.health-dead')}</b>}
                </span>
                <span className={css.digits}>{alarm.ways?.[person.contact]?.[one.way]}</span>
              </label>
            );
          })}
        </fieldset>
      )}
      <Field
        label={t('alarm.note')}
        maxLength={500}
        value={note}
        onChange={(text) => set({ note: text })}
      />
    </div>
  );
}
