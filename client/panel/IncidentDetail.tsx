import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../later.ts';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { setUi, useUi, type PartName } from '../ui.ts';
import { Disciplines } from './Disciplines.tsx';
import { PART_ID } from './focus.ts';
import { IncidentHead } from './IncidentHead.tsx';
import { LogbookPanel } from './LogbookPanel.tsx';
import { Related } from './Related.tsx';
import css from './detail.module.css';

interface OfIncident {
  incident: Incident;
}
const Perimeters = later<OfIncident>(
  async () => (await import('./perimeter/Perimeters.tsx')).Perimeters,
);
const LinkedAlerts = later<OfIncident>(
  async () => (await import('./anpr/LinkedAlerts.tsx')).LinkedAlerts,
);
const Steps = later<OfIncident>(async () => (await import('./task/Steps.tsx')).Steps);
const Calls = later<OfIncident>(async () => (await import('./alarm/Calls.tsx')).Calls);
const Coordination = later<OfIncident>(
  async () => (await import('./phase/Coordination.tsx')).Coordination,
);

/** An incident: what it is, who is on it, what belongs to it; below, one of its parts. */
export function IncidentDetail({ incident }: OfIncident) {
  const part = useUi((ui) => ui.part);
  return (
    <>
      <header className={css.head} data-testid="incident-head" data-part={part}>
        <IncidentHead incident={incident} />
        <Disciplines incident={incident} />
        <Related incident={incident} />
        <Suspense fallback={null}>
          <LinkedAlerts incident={incident} />
          <Perimeters incident={incident} />
        </Suspense>
      </header>
      <Parts />
      <div
        id={PART_ID}
        className={css.panel}
        role="tabpanel"
        aria-labelledby={`part-${part}`}
        tabIndex={-1}
      >
        <Suspense fallback={null}>
          {part === 'steps' && <Steps incident={incident} />}
          {part === 'logbook' && <LogbookPanel incident={incident.id} />}
          {part === 'calls' && <Calls incident={incident} />}
          {part === 'coordination' && <Coordination incident={incident} />}
        </Suspense>
      </div>
    </>
  );
}

const PARTS: readonly PartName[] = ['steps', 'logbook', 'calls', 'coordination'];

function Parts() {
  const { t } = useTranslation();
  const part = useUi((ui) => ui.part);
  return (
    <div className={css.parts} role="tablist" aria-label={t('shell.parts')}>
      {PARTS.map((one) => (
        <button
          key={one}
          id={`part-${one}`}
          type="button"
          role="tab"
          aria-selected={part === one}
          className={css.tab}
          onClick={() => setUi({ part: one })}
        >
          {t(`shell.part-${one}`)}
        </button>
      ))}
    </div>
  );
}
