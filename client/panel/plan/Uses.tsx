import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInBrussels } from '../../../shared/day.ts';
import { cleanText } from '../../../shared/clean.ts';
import { Button } from '../../part/Button.tsx';
import { Field } from '../../part/Field.tsx';
import { fullOf, serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { useMay } from '../hooks.ts';
import { useUse } from './use.ts';
import css from './plan.module.css';

/** How often its steps were carried out in incidents, how fast, and when it was last practised. */
export function Uses({ measure }: { measure: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const use = useUse(measure);
  const [adding, setAdding] = useState(false);
  const figures = [
    ['stepsDone', use.done],
    ['stepsSkipped', use.skipped],
    ['stepsLate', use.late],
    ['mean', use.mean === undefined ? '–' : `${use.mean.toFixed(1)} min`],
    ['lastUsed', use.last ? fullOf(use.last) : t('plan.never')],
    ['exercised', use.rehearsals.length],
    ['lastExercised', use.rehearsals[0]?.day ?? t('plan.never')],
  ] as const;
  return (
    <section>
      <h3>{t('plan.uses')}</h3>
      <dl className={css.numbers}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`plan.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {use.rehearsals.length > 0 && (
        <p className={css.dim}>
          {use.rehearsals
            .slice(0, 5)
            .map(({ name, day }) => `${name} (${day})`)
            .join(' · ')}
        </p>
      )}
      {may('measure.rehearse') &&
        (adding ? (
          <Rehearsal measure={measure} onDone={() => setAdding(false)} />
        ) : (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('plan.addExercise')}
          </Button>
        ))}
    </section>
  );
}

function Rehearsal({ measure, onDone }: { measure: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [day, setDay] = useState(() => dayInBrussels(serverNow()));
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        const told = cleanText(name, 200);
        if (!told || !day) return;
        send('measure.rehearse', {
          exercise: crypto.randomUUID(),
          name: told,
          day,
          measures: [measure],
        });
        onDone();
      }}
    >
      <div className={css.grow}>
        <Field label={t('plan.exerciseName')} value={name} onChange={setName} autoFocus required />
      </div>
      <Field label={t('plan.day')} type="date" value={day} onChange={setDay} required />
      <Button type="submit" kind="primary">
        {t('plan.add')}
      </Button>
      <Button onClick={onDone}>{t('common.cancel')}</Button>
    </form>
  );
}
