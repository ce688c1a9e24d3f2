import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInBrussels } from '../../../shared/day.ts';
import type { IndicatorRow } from '../../../shared/subject/measure/schema.ts';
import { cleanText } from '../../../shared/clean.ts';
import { Button } from '../../part/Button.tsx';
import { Field, Select } from '../../part/Field.tsx';
import { Tag } from '../../part/Tag.tsx';
import { serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { useLang, useMay } from '../hooks.ts';
import { useUse } from './use.ts';
import css from './plan.module.css';

/** What the centre chose to measure: the plan leaves its indicators to be fixed with the partners. */
export function Indicators({ measure }: { measure: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { indicators } = useUse(measure);
  const [adding, setAdding] = useState(false);
  return (
    <section>
      <h3>{t('plan.indicators')}</h3>
      {indicators.length === 0 && <p className={css.dim}>{t('plan.noIndicators')}</p>}
      <ul className={css.rows}>
        {indicators.map((row) => (
          <Indicator key={row.id} row={row} />
        ))}
      </ul>
      {may('measure.choose') &&
        (adding ? (
          <Choose measure={measure} onDone={() => setAdding(false)} />
        ) : (
          <p className={css.form}>
            <Button size="small" onClick={() => setAdding(true)}>
              {t('plan.addIndicator')}
            </Button>
          </p>
        ))}
    </section>
  );
}

const numberOf = (text: string): number => (text.trim() ? Number(text.replace(',', '.')) : NaN);

function Indicator({ row }: { row: IndicatorRow }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const { target, values, unit } = row;
  const last = values.at(-1);
  const met =
    last && target
      ? target.aim === 'atLeast'
        ? last.value >= target.value
        : last.value <= target.value
      : undefined;
  return (
    <li className={css.item} data-testid="plan-indicator">
      <span className={css.grow}>{lang === 'fr' ? row.name.fr : row.name.nl}</span>
      <b>{last ? `${last.value} ${unit}` : t('plan.noValue')}</b>
      {last && <span className={css.dim}>{last.day}</span>}
      {target && (
        <span className={css.dim}>{t(`plan.${target.aim}`, { value: target.value, unit })}</span>
      )}
      {met !== undefined && (
        <Tag tone={met ? 'good' : 'warn'}>{t(met ? 'plan.met' : 'plan.notMet')}</Tag>
      )}
      {may('measure.measure') && (
        <form
          className={css.line}
          onSubmit={(event) => {
            event.preventDefault();
            const value = numberOf(typed);
            if (!Number.isFinite(value)) return;
            send('measure.measure', { indicator: row.id, day: dayInBrussels(serverNow()), value });
            setTyped('');
          }}
        >
          <Field
            label={t('plan.value')}
            quiet
            placeholder={t('plan.value')}
            inputMode="decimal"
            size={8}
            value={typed}
            onChange={setTyped}
          />
          <Button size="small" type="submit" disabled={!Number.isFinite(numberOf(typed))}>
            {t('plan.add')}
          </Button>
        </form>
      )}
      {may('measure.drop') && (
        <Button
          size="small"
          kind="quiet"
          icon="close"
          aria-label={t('plan.drop')}
          title={t('plan.drop')}
          onClick={() => send('measure.drop', { indicator: row.id, reason: t('plan.drop') })}
        />
      )}
    </li>
  );
}

function Choose({ measure, onDone }: { measure: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [form, set] = useState({ nl: '', fr: '', unit: '', target: '', aim: 'atLeast' });
  const target = numberOf(form.target);
  const wrong = !form.nl.trim() || !form.fr.trim();
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong) return;
        send('measure.choose', {
          measure,
          name: { nl: cleanText(form.nl, 200), fr: cleanText(form.fr, 200) },
          unit: cleanText(form.unit, 40),
          ...(Number.isFinite(target) ? { target: { value: target, aim: form.aim } } : {}),
        });
        onDone();
      }}
    >
      <Field
        label={t('plan.indicatorNl')}
        value={form.nl}
        onChange={(nl) => set({ ...form, nl })}
        autoFocus
      />
      <Field
        label={t('plan.indicatorFr')}
        value={form.fr}
        onChange={(fr) => set({ ...form, fr })}
      />
      <Field
        label={t('plan.unit')}
        size={8}
        value={form.unit}
        onChange={(unit) => set({ ...form, unit })}
      />
      <Select
        label={t('plan.aim')}
        value={form.aim}
        onChange={(aim) => set({ ...form, aim })}
        options={[
          { value: 'atLeast', label: t('plan.aimAtLeast') },
          { value: 'atMost', label: t('plan.aimAtMost') },
        ]}
      />
      <Field
        label={t('plan.target')}
        inputMode="decimal"
        size={8}
        value={form.target}
        onChange={(value) => set({ ...form, target: value })}
      />
      <Button type="submit" kind="primary" disabled={wrong}>
        {t('plan.add')}
      </Button>
      <Button onClick={onDone}>{t('common.cancel')}</Button>
    </form>
  );
}
