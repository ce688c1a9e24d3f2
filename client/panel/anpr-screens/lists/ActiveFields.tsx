import { useTranslation } from 'react-i18next';
import type { Active } from '../../../../shared/anpr/list.ts';
import { Field, Select } from '../../../part/Field.tsx';
import { usePicture } from '../../../store.ts';
import { useNames, useOpenIncidents } from '../../hooks.ts';
import type { Definition } from './definition.ts';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

const KINDS: readonly Active['kind'][] = ['always', 'off', 'window', 'incident'];
export type Part = Pick<Definition, 'form' | 'change' | 'errorAt'>;

/** When the list counts: always, off, in a window of time, or while an incident is open. */
export function ActiveFields({ form, change, errorAt }: Part) {
  const { t } = useTranslation();
  const names = useNames();
  const open = useOpenIncidents();
  const set = usePicture((p) => p.shown.incident.incidents.get(form.incident));
  const incidents = set && !open.includes(set) ? [...open, set] : open;
  const options = incidents.map(({ id, title, type }) => ({
    value: id,
    label: title || names.type(type),
  }));
  if (form.incident && !options.some(({ value }) => value === form.incident))
    options.push({ value: form.incident, label: t('hotlist.unknownIncident') });
  return (
    <fieldset className={css.set}>
      <legend>{t('hotlist.activeHead')}</legend>
      <div className={css.choices} role="radiogroup" aria-label={t('hotlist.activeHead')}>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="active"
              checked={form.kind === kind}
              onChange={() => change({ kind })}
            />
            {t(`hotlist.active-${kind}`)}
          </label>
        ))}
      </div>
      <p className={frame.dim}>{t(`hotlist.activeNote-${form.kind}`)}</p>
      {form.kind === 'window' && (
        <div className={frame.pair}>
          {(['from', 'until'] as const).map((one) => (
            <Field
              key={one}
              type="datetime-local"
              label={t(`hotlist.${one}`)}
              value={form[one]}
              onChange={(value) => change({ [one]: value })}
              error={errorAt(one)}
              required
            />
          ))}
        </div>
      )}
      {form.kind === 'incident' && (
        <Select
          label={t('hotlist.incident')}
          value={form.incident}
          onChange={(incident) => change({ incident })}
          error={errorAt('incident')}
          options={options}
          empty="…"
          required
        />
      )}
    </fieldset>
  );
}
