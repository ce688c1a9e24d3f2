import { planInForce } from '../../plan.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { letterOf } from './letter.ts';

const nameIn = (id: string, lang: 'nl' | 'fr'): string =>
  planInForce().sites.find((one) => one.id === id)?.name[lang] ?? id;

/** The one message, in both languages: what is asked, of which sites, and what comes after. */
export function messageOf(sites: readonly string[]): { nl: string; fr: string } {
  const letter = (lang: 'nl' | 'fr') =>
    letterOf(
      sites.map((id) => nameIn(id, lang)),
      lang,
    );
  return { nl: letter('nl'), fr: letter('fr') };
}

/** Asks all managers to close; where a storm is under way as an incident, the calls belong to it. */
export function sendMessage(
  sites: readonly string[],
  managers: readonly string[],
  message: { nl: string; fr: string },
): void {
  send('site.close', { sites });
  const { incidents } = usePicture.getState().shown.incident;
  const storm = incidents
    .valueSeq()
    .filter(({ type, status }) => type === 'storm' && status !== 'closed')
    .maxBy(({ seq }) => seq);
  send('alarm.start', {
    // Without one, it is the region's own.
    incident: storm?.id ?? null,
    ...{ functions: ['park-manager'], managers, need: 'all', within: 10, message },
  });
}
