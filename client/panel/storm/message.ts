import { planInForce } from '../../plan.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';

const nameIn = (id: string, lang: 'nl' | 'fr'): string =>
  planInForce().sites.find((one) => one.id === id)?.name[lang] ?? id;

/** The one message, in both languages: what is asked, of which sites, and what comes after. */
export function messageOf(sites: readonly string[]): { nl: string; fr: string } {
  const list = (lang: 'nl' | 'fr') => sites.map((id) => nameIn(id, lang)).join(', ');
  return {
    nl: cut(
      `Sluit wegens hevige wind: ${list('nl')}. Meld wanneer gesloten. Heropenen pas na inspectie.`,
    ),
    fr: cut(
      `Fermez en raison du vent violent : ${list('fr')}. Signalez la fermeture. Réouverture après inspection seulement.`,
    ),
  };
}

/** A message may be so long; the board has the whole list. */
const LONGEST = 590;
const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;

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
