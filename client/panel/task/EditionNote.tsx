import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { difference } from '../../../shared/plan/difference.ts';
import type { Step, Workflow } from '../../../shared/plan/step.ts';
import type { Run } from '../../../shared/subject/task/schema.ts';
import { workflowOf } from '../../../shared/subject/task/steps.ts';
import { Button } from '../../part/Button.tsx';
import { usePlan } from '../../plan.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { useLang, useMay } from '../hooks.ts';
import { inLang } from './text.ts';
import css from './task.module.css';

/** The plan has a later edition than this run was begun with: what differs, and the key to take it over. */
export function EditionNote({ run, closed }: { run: Run; closed: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const task = usePicture((p) => p.shown.task);
  const mine = workflowOf({ task }, run);
  const now = usePlan(({ plan }) => plan.workflows.find(({ id }) => id === run.workflow));
  if (!mine || !now || mine.hash === now.hash || closed) return null;
  const editions = { mine: mine.edition, now: now.edition };
  return (
    <div className={css.edition} data-testid="edition">
      <p>{t('task.newerEdition', editions)}</p>
      <div className={css.buttons}>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('task.difference')}
        </Button>
        {open && may('task.takeOver') && (
          <Button
            size="small"
            kind="primary"
            onClick={() => send('task.takeOver', { run: run.id, edition: now.hash })}
          >
            {t('task.takeOver', editions)}
          </Button>
        )}
      </div>
      {open && <Differing run={run} mine={mine} now={now} />}
    </div>
  );
}

function Differing({ run, mine, now }: { run: Run; mine: Workflow; now: Workflow }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { added, removed, changed } = difference(mine, now);
  const done = ({ id }: Step) => ['done', 'skipped'].includes(run.tasks[id]?.state ?? '');
  const titles = (steps: readonly Step[]) => steps.map(({ title }) => inLang(title, lang));
  const lists: [string, string[]][] = [
    ['added', titles(added)],
    ['removed', titles(removed.filter((step) => !done(step)))],
    ['removedDone', titles(removed.filter(done))],
    [
      'changed',
      changed.map(({ step, fields }) =>
        t('task.changedFields', {
          title: inLang(step.title, lang),
          fields: fields.map((field) => t(`task.field-${field}`)).join(', '),
        }),
      ),
    ],
  ];
  return (
    <dl className={css.difference}>
      {lists
        .filter(([, texts]) => texts.length > 0)
        .map(([name, texts]) => (
          <div key={name}>
            <dt>{t(`task.${name}`)}</dt>
            {texts.map((text) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        ))}
    </dl>
  );
}
