import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../part/Button.tsx';
import { Field, Select } from '../../part/Field.tsx';
import { NEW_HOLD, type HoldForm } from './contact-form.ts';
import { inLang, placesOf, scopeOf, useNaming } from './names.ts';
import css from './directory.module.css';

const RANKS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const MOST = 20;

/** What somebody is for, where, in which rank and on which days. */
export function HoldFields({
  holds,
  change,
  errorAt,
}: {
  holds: HoldForm[];
  change(holds: HoldForm[]): void;
  errorAt(...paths: string[]): string | undefined;
}) {
  const { t } = useTranslation();
  const naming = useNaming();
  const { plan, lang } = naming;
  const list = useRef<HTMLUListElement>(null);
  const set = (i: number, patch: Partial<HoldForm>) =>
    change(holds.map((one, at) => (at === i ? { ...one, ...patch } : one)));
  const functions = plan.functions
    .map(({ id, name }) => ({ value: id, label: inLang(name, lang) }))
    .sort((a, b) => a.label.localeCompare(b.label, lang));
  return (
    <fieldset className={css.set}>
      <legend>{t('directory.holds')}</legend>
      <ul ref={list} className={css.rows}>
        {holds.map((one, i) => {
          const scope = scopeOf(plan, one.function);
          const at = `holds.${i}`;
          return (
            <li key={i} className={css.hold}>
              <Select
                label={t('directory.function')}
                value={one.function}
                onChange={(held) =>
                  // The same place again only where it means the same.
                  set(i, {
                    function: held,
                    ...(scopeOf(plan, held) === scope ? {} : { place: '' }),
                  })
                }
                error={errorAt(`${at}.function`)}
                options={functions}
                empty="…"
              />
              {scope === undefined || scope === 'region' ? (
                <Field
                  label={t('directory.place')}
                  value={scope === 'region' ? t('directory.region') : ''}
                  onChange={() => {}}
                  disabled
                />
              ) : (
                <Select
                  label={t(`directory.scope-${scope}`)}
                  value={one.place}
                  onChange={(place) => set(i, { place })}
                  error={errorAt(`${at}.municipality`, `${at}.zone`, `${at}.manager`)}
                  options={placesOf(scope, naming).map(({ id, name }) => ({
                    value: id,
                    label: name,
                  }))}
                  empty="…"
                />
              )}
              <Select
                label={t('directory.rank')}
                value={one.rank}
                onChange={(rank) => set(i, { rank })}
                error={errorAt(`${at}.rank`)}
                options={RANKS.map((rank) => ({
                  value: String(rank),
                  label:
                    rank === 1
                      ? t('directory.rankHolder')
                      : t('directory.rankDeputy', { rank: rank - 1 }),
                }))}
              />
              <Field
                label={t('directory.from')}
                type="date"
                value={one.from}
                onChange={(from) => set(i, { from })}
                error={errorAt(`${at}.from`)}
              />
              <Field
                label={t('directory.until')}
                type="date"
                value={one.until}
                onChange={(until) => set(i, { until })}
                error={errorAt(`${at}.until`)}
              />
              <IconButton
                icon="close"
                size="small"
                label={t('directory.takeHold', { n: i + 1 })}
                onClick={() => change(holds.filter((_, n) => n !== i))}
              />
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        icon="plus"
        disabled={holds.length >= MOST}
        onClick={() => {
          change([...holds, NEW_HOLD]);
          requestAnimationFrame(() =>
            list.current?.querySelector<HTMLElement>('li:last-child select')?.focus(),
          );
        }}
      >
        {t('directory.addHold')}
      </Button>
    </fieldset>
  );
}
