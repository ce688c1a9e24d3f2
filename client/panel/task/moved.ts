import { useMemo } from 'react';
import { changed, resolve, whereIs, type Resolved } from '../../../shared/plan/resolve.ts';
import type { Reach } from '../../../shared/plan/step.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Place } from '../../../shared/value.ts';
import { usePlan } from '../../plan.ts';
import { usePicture } from '../../store.ts';
import { useLogbook } from '../hooks.ts';

/** The incident was moved, and other people are to be reached for it: when, from and to where, and for which functions. */
export interface Moved {
  at: string;
  from: string | undefined;
  to: string | undefined;
  wanted: Resolved['wanted'][];
}

export function useMoved(reach: Reach, incident: Incident): Moved | undefined {
  const entries = useLogbook(incident.id);
  const directory = usePicture((p) => p.shown.directory);
  const plan = usePlan((one) => one.plan);
  return useMemo(() => {
    const places = entries
      .filter(({ auto }) => ['incident.opened', 'incident.located'].includes(auto?.type ?? ''))
      .map(({ at, auto }) => ({ at, place: auto?.data['place'] as Place | undefined }));
    const [before, after] = places.slice(-2);
    if (!before?.place || !after) return undefined;
    const people = ({ place }: { place: Place | undefined }) =>
      resolve(reach, whereIs(place, after.at, plan), after.at, { directory, plan });
    const wanted = changed(people(before), people(after)).map((one) => one.wanted);
    if (wanted.length === 0) return undefined;
    return {
      at: after.at,
      from: before.place.municipality,
      to: after.place?.municipality,
      wanted,
    };
  }, [entries, reach, directory, plan]);
}
