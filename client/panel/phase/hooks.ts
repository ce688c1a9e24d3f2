import { useMemo } from 'react';
import { placeOf, resolve, type Candidate } from '../../../shared/plan/resolve.ts';
import { holdersOf } from '../../../shared/subject/phase/decider.ts';
import { inForce, phasesOf } from '../../../shared/subject/phase/select.ts';
import { usePlan } from '../../plan.ts';
import { serverNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';

export function usePhases(incident: string) {
  const phase = usePicture((p) => p.shown.phase);
  return useMemo(
    () => ({ standing: inForce({ phase }, incident), all: phasesOf({ phase }, incident) }),
    [phase, incident],
  );
}

export interface DeciderRow extends Candidate {
  /** 1 the holder, from 2 on a deputy. */
  rank: number;
}

/** Who may decide in this office now: those whom the server will accept, in the order in which one would call them. */
export function useDeciders(office: {
  function: string;
  municipality: string | undefined;
}): DeciderRow[] {
  const directory = usePicture((p) => p.shown.directory);
  const { plan } = usePlan();
  const { function: held, municipality } = office;
  return useMemo(() => {
    const at = new Date(serverNow()).toISOString();
    const where = municipality === undefined ? {} : placeOf(municipality, at, plan);
    const [found] = resolve({ functions: [held] }, where, at, { directory, plan });
    const may = new Map(
      holdersOf(directory, { function: held, municipality }, at).map(({ contact, rank }) => [
        contact.id,
        rank,
      ]),
    );
    return (found?.people ?? []).flatMap((one) => {
      const rank = may.get(one.contact);
      return rank === undefined ? [] : [{ ...one, rank }];
    });
  }, [directory, plan, held, municipality]);
}
