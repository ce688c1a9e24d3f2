import type { Role } from '../../../shared/roles.ts';
import type { AnprTab } from '../../ui.ts';

export const TABS: readonly AnprTab[] = ['lists', 'lookback', 'cameras', 'access'];

type Rights = Pick<Role, 'rights' | 'cleared'>;

/** Whose each part of the plate-reading screen is; the server holds it too. */
const IS_FOR: Readonly<Record<AnprTab, (rights: Rights) => boolean>> = {
  lists: ({ rights, cleared }) => rights.includes('anpr-lists') || cleared.includes('plate'),
  lookback: ({ rights }) => rights.includes('anpr-lookback'),
  cameras: ({ rights }) => rights.includes('anpr-flow'),
  access: ({ rights }) => rights.includes('anpr-audit'),
};

/** The parts that somebody with these rights has, in their order. */
export const tabsOf = (rights: Rights | undefined): AnprTab[] =>
  rights ? TABS.filter((tab) => IS_FOR[tab](rights)) : [];

/** The part that is shown: the one that was asked for, else the first that is theirs. */
export const tabFor = (rights: Rights | undefined, wanted: AnprTab): AnprTab | undefined => {
  const tabs = tabsOf(rights);
  return tabs.includes(wanted) ? wanted : tabs[0];
};
