import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Way } from '../../../shared/plan/directory.ts';
import { Button, IconButton } from '../../part/Button.tsx';
import { Field, Select } from '../../part/Field.tsx';
import { moved, newWay } from './contact-form.ts';
import { inLang, useNaming } from './names.ts';
import css from './directory.module.css';

const HOURS = ['always', 'office', 'outside'] as const;
const MOST = 12;

/** How somebody is reached, in the order in which it is tried; Alt with the arrows moves one. Absent ways are not for this reader. */
export function WayFields({
  ways,
  change,
  errorAt,
}: {
  ways: Way[] | undefined;
  change(ways: Way[]): void;
  errorAt(...paths: string[]): string | undefined;
}) {
  const { t } = useTranslation();
  const { plan, lang } = useNaming();
  const list = useRef<HTMLOListElement>(null);
  if (!ways) return <p className={css.hidden}>{t('directory.hiddenKept')}</p>;
  const focus = (i: number, what = 'input') =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`li:nth-child(${i + 1}) ${what}`)?.focus(),
    );
  const set = (i: number, patch: Partial<Way>) =>
    change(ways.map((way, at) => (at === i ? { ...way, ...patch } : way)));
  const move = (i: number, by: number) => {
    change(moved(ways, i, by));
    focus(Math.max(0, Math.min(ways.length - 1, i + by)));
  };
  const keys = (i: number) => (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    move(i, by);
  };
  return (
    <fieldset className={css.set}>
      <legend>
        {t('directory.ways')} <span className={css.dim}>{t('directory.waysHint')}</span>
      </legend>
      <ol ref={list} className={css.rows}>
        {ways.map((way, i) => (
          <li key={i} className={css.way} onKeyDown={keys(i)}>
            <Select
              label={t('directory.channelNo', { n: i + 1 })}
              quiet
              value={way.channel}
              onChange={(channel) => set(i, { channel })}
              error={errorAt(`ways.${i}.channel`)}
              options={plan.channels.map(({ id, name }) => ({
                value: id,
                label: inLang(name, lang),
              }))}
            />
            <Field
              label={t('directory.addressNo', { n: i + 1 })}
              quiet
              value={way.address}
              onChange={(address) => set(i, { address })}
              error={errorAt(`ways.${i}.address`)}
              placeholder={t('directory.address')}
              maxLength={200}
            />
            <Select
              label={t('directory.hoursNo', { n: i + 1 })}
              quiet
              value={way.hours}
              onChange={(hours) => set(i, { hours: hours as Way['hours'] })}
              options={HOURS.map((one) => ({ value: one, label: t(`directory.hours-${one}`) }))}
            />
            <span className={css.acts}>
              <Button
                size="small"
                disabled={i === 0}
                aria-label={t('directory.up', { n: i + 1 })}
                onClick={() => move(i, -1)}
              >
                ↑
              </Button>
              <Button
                size="small"
                disabled={i === ways.length - 1}
                aria-label={t('directory.down', { n: i + 1 })}
                onClick={() => move(i, 1)}
              >
                ↓
              </Button>
              <IconButton
                icon="close"
                size="small"
                label={t('directory.takeWay', { n: i + 1 })}
                onClick={() => change(ways.filter((_, at) => at !== i))}
              />
            </span>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        icon="plus"
        disabled={ways.length >= MOST}
        onClick={() => {
          change([...ways, newWay(plan.channels[0]?.id ?? '')]);
          focus(ways.length, 'select');
        }}
      >
        {t('directory.addWay')}
      </Button>
    </fieldset>
  );
}
