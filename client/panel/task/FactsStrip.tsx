import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { questionFor } from '../../../shared/subject/task/steps.ts';
import { momentOf } from '../../part/time.ts';
import { usePlan } from '../../plan.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { useLang, useMay } from '../hooks.ts';
import { AnswerField } from './AnswerField.tsx';
import { factName, valueText } from './text.ts';
import css from './task.module.css';

/** What was asked and answered so far; each can be answered anew. */
export function FactsStrip({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const task = usePicture((p) => p.shown.task);
  const workflows = usePlan(({ plan }) => plan.workflows);
  const [editing, setEditing] = useState<string>();
  const { id } = incident;
  const known = task.facts.get(id)?.values ?? {};
  const fixed = incident.status === 'closed' || !may('task.answer');
  const question = (fact: string) => questionFor({ task }, id, fact, workflows);
  const asked = editing === undefined ? undefined : question(editing);
  const leave = () => {
    setEditing(undefined);
    requestAnimationFrame(() => document.getElementById(`fact-${editing}`)?.focus());
  };
  return (
    <div className={css.facts} role="group" aria-label={t('task.facts')} data-testid="facts">
      {Object.entries(known).map(([fact, { value, by, at }]) => (
        <button
          key={fact}
          id={`fact-${fact}`}
          type="button"
          className={css.fact}
          disabled={fixed || !question(fact)}
          aria-expanded={editing === fact}
          title={t('task.factBy', { by, at: momentOf(at) })}
          onClick={() => setEditing(editing === fact ? undefined : fact)}
        >
          {factName(fact, t)} <b>{valueText(value, question(fact), t, lang)}</b>
        </button>
      ))}
      {asked && (
        <div className={css.refact}>
          <AnswerField
            key={asked.fact}
            question={asked}
            label={factName(asked.fact, t)}
            value={known[asked.fact]?.value}
            onLeave={leave}
            onAnswer={(value) => {
              leave();
              send('task.answer', { incident: id, fact: asked.fact, value });
            }}
          />
        </div>
      )}
    </div>
  );
}
