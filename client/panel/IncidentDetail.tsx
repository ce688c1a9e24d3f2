import { Suspense } from 'react';
import { later } from '../later.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { Disciplines } from './Disciplines.tsx';
import { IncidentHead } from './IncidentHead.tsx';
import { LogbookPanel } from './LogbookPanel.tsx';
import { Related } from './Related.tsx';
import css from './detail.module.css';

const Perimeters = later<{ incident: Incident }>(
  async () => (await import('./perimeter/Perimeters.tsx')).Perimeters,
);

/** An incident: what it is, who is on it, what belongs to it, and its logbook. */
export function IncidentDetail({ incident }: { incident: Incident }) {
  return (
    <>
      <header className={css.head} data-testid="incident-head">
        <IncidentHead incident={incident} />
        <Disciplines incident={incident} />
        <Related incident={incident} />
        <Suspense fallback={null}>
          <Perimeters incident={incident} />
        </Suspense>
      </header>
      <LogbookPanel incident={incident.id} />
    </>
  );
}
