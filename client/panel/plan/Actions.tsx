import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInBrussels } from '../../../shared/day.ts';
import { cleanText } from '../../../shared/clean.ts';
import { Button } from '../../part/Button.tsx';
import { Field } from '../../part/Field.tsx';
import { Tag } from '../../part/Tag.tsx';
import { serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { useMay } from '../hooks.ts';
import { useUse } from './use.ts';
import css from './plan.module.css';

/** Action points of a measure: what came out of incidents, exercises and meetings, and is not done yet. */
export function Actions({ measure }: { measure: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { actions } = useUse(measure);
  const [form, set] = useState({ title: '', owner: '', due: '' });
  const open = actions.filter((row) => row.state === 'open');
  const today = dayInBrussels(serverNow());
  return (
    <section>
      <h3>{t('plan.actions')}</h3>
      {open.length === 0 && <p className={css.dim}>{t('plan.noActions')}</p>}
      <ul className={css.rows}>
        {open.map((row) => {
          const late = row.due !== undefined && row.due < today;
          return (
            <li key={row.id} className={css.item} data-late={late} data-testid="plan-action">
              <span className={css.grow}>{row.title}</span>
              {row.owner && <span className={css.dim}>{row.owner}</span>}
              {row.due && <span className={css.dim}>{row.due}</span>}
              {late && <Tag tone="bad">{t('plan.late')}</Tag>}
              {may('measure.settle') && (
                <Button size="small" onClick={() => send('measure.settle', { action: row.id })}>
                  {t('plan.settle')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {actions.length > open.length && (
        <p className={css.dim}>{t('plan.doneActions', { count: actions.length - open.length })}</p>
      )}
      {may('measure.act') && (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            const title = cleanText(form.title, 300);
            if (!title) return;
            const owner = cleanText(form.owner, 120);
            send('measure.act', {
              ...{ measure, title },
              ...(owner ? { owner } : {}),
              ...(form.due ? { due: form.due } : {}),
            });
            set({ title: '', owner: '', due: '' });
          }}
        >
          <div className={css.grow}>
            <Field
              label={t('plan.action')}
              value={form.title}
              onChange={(title) => set({ ...form, title })}
            />
          </div>
          <Field
            label={t('plan.owner')}
            value={form.owner}
            onChange={(owner) => set({ ...form, owner })}
          />
          <Field
            label={t('plan.due')}
            type="date"
            value={form.due}
            onChange={(due) => set({ ...form, due })}
          />
          <Button type="submit" disabled={!form.title.trim()}>
            {t('plan.add')}
          </Button>
        </form>
      )}
    </section>
  );
}
