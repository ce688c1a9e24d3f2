import type { TFunction } from 'i18next';
import { useGround } from '../../ground.ts';
import { planInForce } from '../../plan.ts';
import { currentLang } from '../../i18n/lang.ts';

const SHOWN = 4;

/** A site's name in the reader's language; its id while the plan has not come. */
export function siteName(id: string): string {
  const lang = currentLang();
  const { name } = planInForce().sites.find((one) => one.id === id) ?? {};
  return name?.[lang] ?? name?.nl ?? id;
}

export function managerName(id: string | undefined): string {
  const manager = id === undefined ? undefined : useGround.getState().managers.get(id);
  return manager?.[currentLang()] ?? id ?? '';
}

/** Tells what happened on the board of green spaces; undefined for other events. */
export function tellSite(
  type: string,
  data: Readonly<Record<string, unknown>>,
  t: TFunction,
): string | undefined {
  switch (type) {
    case 'site.warned':
      return t('storm.autoWarned', {
        colour: t(`storm.colour-${data['colour'] as string}`),
        source: data['source'],
      });
    case 'site.warningEnded':
      return t('storm.autoWarningEnded');
    case 'site.advised': {
      const { count, why } = data as { count: number; why: { gust: number } };
      return t('storm.autoAdvised', { count, gust: why.gust });
    }
    case 'site.changed': {
      const { sites, state, note, safe, inspector } = data as {
        sites: string[];
        state: string;
        note?: string;
        safe?: boolean;
        inspector?: string;
      };
      const more = sites.length > SHOWN ? ` +${sites.length - SHOWN}` : '';
      const key = safe === undefined ? state : safe ? 'safe' : 'unsafe';
      const told = t(`storm.auto-${key}`, {
        sites: sites.slice(0, SHOWN).map(siteName).join(', ') + more,
        inspector,
      });
      return note ? `${told} (${note})` : told;
    }
    default:
      return undefined;
  }
}
