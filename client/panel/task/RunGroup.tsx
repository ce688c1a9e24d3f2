import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { Icon } from '../../part/Icon.tsx';
import { Tag } from '../../part/Tag.tsx';
import { momentOf } from '../../part/time.ts';
import { useLang } from '../hooks.ts';
import { EditionNote } from './EditionNote.tsx';
import type { Group, Row } from './rows.ts';
import { StepRow } from './StepRow.tsx';
import { inLang } from './text.ts';
import css from './task.module.css';

interface Props {
  group: Group;
  incident: Incident;
  /** The row that Tab comes to. */
  first: string | undefined;
  now: number;
}

/** One workflow, block, or the steps of our own: what can be done now, then what waits and what is done, folded. */
export function RunGroup({ group, incident, first, now }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { run, workflow, late } = group;
  const title = workflow ? inLang(workflow.title, lang) : t('task.own');
  const all = group.now.length + group.waiting.length + group.settled.length;
  const rows = (list: readonly Row[]) => (
    <ul className={css.rows}>
      {list.map((row) => (
        <StepRow key={row.id} row={row} incident={incident} first={row.id === first} now={now} />
      ))}
    </ul>
  );
  return (
    <section className={css.run} aria-label={title} data-testid="run" data-workflow={run.workflow}>
      <h3 className={css.heading}>
        <span className={css.name}>{title}</span>
        {late > 0 && (
          <Tag tone="bad" icon="warn">
            {t('task.lateCount', { count: late })}
          </Tag>
        )}
        <span className={css.count}>{t('task.progress', { done: group.settled.length, all })}</span>
      </h3>
      {run.stopped ? (
        <p className={css.dim}>{t('task.stopped', { at: momentOf(run.stopped.at) })}</p>
      ) : (
        <EditionNote run={run} closed={incident.status === 'closed'} />
      )}
      {group.now.length > 0 && rows(group.now)}
      {group.now.length === 0 && !run.stopped && (
        <p className={css.dim}>
          {t(group.waiting.length === 0 ? 'task.allSettled' : 'task.nothingNow')}
        </p>
      )}
      {group.waiting.length > 0 && (
        <Fold label={t('task.waitingCount', { count: group.waiting.length })} name="waiting">
          {() => rows(group.waiting)}
        </Fold>
      )}
      {group.settled.length > 0 && (
        <Fold label={t('task.doneCount', { count: group.settled.length })} name="settled">
          {() => rows(group.settled)}
        </Fold>
      )}
    </section>
  );
}

function Fold(props: { label: string; name: string; children: () => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={css.fold}
        aria-expanded={open}
        data-testid={`fold-${props.name}`}
        onClick={() => setOpen(!open)}
      >
        <span className={css.turn} data-open={open || undefined}>
          <Icon name="down" size={12} />
        </span>
        {props.label}
      </button>
      {open && props.children()}
    </>
  );
}
