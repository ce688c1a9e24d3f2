import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOver } from '../../../shared/subject/alarm/rule.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { Button } from '../../part/Button.tsx';
import { Empty } from '../../part/Empty.tsx';
import { usePicture } from '../../store.ts';
import { openDialog } from '../../ui.ts';
import { PART_ID } from '../focus.ts';
import { useMay } from '../hooks.ts';
import { AlarmCard } from './AlarmCard.tsx';
import css from './alarm.module.css';

/** Whom an incident calls together: what runs, the most urgent first, and what is over, folded. */
export function Calls({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const may = useMay();
  const alarms = usePicture((p) => p.shown.alarm.alarms);
  const [opened, setOpened] = useState<string>();
  const mine = useMemo(
    () =>
      [...alarms.values()]
        .filter((row) => row.incident === incident.id)
        .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || b.seq - a.seq),
    [alarms, incident.id],
  );
  const first = mine.find((row) => !isOver(row));
  // Opened by its key before it was there: the keyboard waits at the pane, and is meant for the first number.
  useEffect(() => {
    const place = document.getElementById(PART_ID);
    if (document.activeElement === place)
      place?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  const mayStart = may('alarm.start') && incident.status !== 'closed';
  return (
    <div className={css.calls} data-testid="calls">
      {mayStart && (
        <div className={css.bar}>
          <Button
            size="small"
            icon="plus"
            keys="Shift+R"
            data-first={mine.length === 0 || undefined}
            onClick={() => openDialog({ name: 'alarm-start', incident: incident.id })}
          >
            {t('alarm.start')}
          </Button>
        </div>
      )}
      {mine.length === 0 && <Empty title={t('alarm.none')} />}
      {mine.map((alarm) => (
        <AlarmCard
          key={alarm.id}
          alarm={alarm}
          first={alarm === first}
          open={!isOver(alarm) || opened === alarm.id}
          onToggle={() => setOpened(opened === alarm.id ? undefined : alarm.id)}
        />
      ))}
    </div>
  );
}
