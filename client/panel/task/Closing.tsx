import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { Notice } from '../../part/Notice.tsx';
import { useNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { groupsOf } from './rows.ts';
import { Summary } from './Summary.tsx';

/** Before an incident is closed: what stands open, what was late, what was skipped. It forbids nothing. */
export function Closing({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const task = usePicture((p) => p.shown.task);
  const at = Math.floor(useNow(10_000) / 10_000) * 10_000;
  const { id } = incident;
  const groups = useMemo(
    () => groupsOf({ task }, id, new Date(at).toISOString()).filter(({ run }) => !run.stopped),
    [task, id, at],
  );
  if (groups.length === 0) return null;
  const sum = (count: (group: (typeof groups)[number]) => number) =>
    groups.reduce((total, group) => total + count(group), 0);
  const open = sum(({ now, waiting }) => now.length + waiting.length);
  const skipped = sum(
    ({ settled }) => settled.filter((row) => row.task.state === 'skipped').length,
  );
  return (
    <>
      {open + skipped > 0 && (
        <Notice tone="warn">
          <span data-testid="open-steps">
            {t('task.closing', { count: open, late: sum(({ late }) => late), skipped })}
          </span>
        </Notice>
      )}
      <Summary incident={id} />
    </>
  );
}
