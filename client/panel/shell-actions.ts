import type { Action } from '../action.ts';
import { currentLang } from '../i18n/lang.ts';
import { setLang } from '../i18n/i18n.ts';
import { mute, muteLeft } from '../sound.ts';
import { serverNow } from '../part/time.ts';
import { signOut, useSession } from '../session.ts';
import { openDialog, setUi, useUi } from '../ui.ts';
import { focusDetail, focusQueue, openPart } from './focus.ts';
import { mayOpen } from './screens.ts';

/** What the frame itself can do, whatever is selected. */
const GENERAL = 'shell.groupGeneral';
const DESK = 'shell.groupDesk';
const SCREENS = 'shell.groupScreens';
const open = (name: 'palette' | 'keys' | 'sound' | 'accounts' | 'outbox' | 'password') => () =>
  openDialog({ name });

export const shellActions: readonly Action[] = [
  {
    id: 'palette',
    label: 'shell.palette',
    group: GENERAL,
    keys: '$mod+k',
    whileTyping: true,
    run: open('palette'),
  },
  { id: 'keys', label: 'shell.keys', group: GENERAL, keys: '?', run: open('keys') },
  {
    id: 'next-region',
    label: 'shell.nextRegion',
    group: GENERAL,
    keys: 'F6',
    whileTyping: true,
    run: () => walkRegions(1),
  },
  {
    id: 'previous-region',
    label: 'shell.previousRegion',
    group: GENERAL,
    keys: 'Shift+F6',
    whileTyping: true,
    run: () => walkRegions(-1),
  },
  {
    id: 'escape',
    label: 'shell.escape',
    group: GENERAL,
    keys: 'Escape',
    whileTyping: true,
    run: escape,
  },
  ...(
    [
      ['directory', 'Shift+D'],
      ['plan', 'Shift+N'],
      ['storm', 'Shift+S'],
      ['channels', 'Shift+H'],
      ['anpr', 'Shift+Q'],
    ] as const
  ).map(([screen, keys]): Action => ({
    id: `screen-${screen}`,
    label: `shell.screen-${screen}`,
    group: SCREENS,
    keys,
    when: () => mayOpen(screen),
    run: () => setUi({ screen: useUi.getState().screen === screen ? 'console' : screen }),
  })),
  {
    id: 'screen-console',
    label: 'shell.screen-console',
    group: SCREENS,
    when: () => useUi.getState().screen !== 'console',
    run: () => setUi({ screen: 'console' }),
  },
  ...(
    [
      ['steps', 'Shift+T'],
      ['logbook', 'Shift+J'],
      ['calls', 'Shift+K'],
      ['coordination', 'Shift+C'],
    ] as const
  ).map(([part, keys]): Action => ({
    id: `part-${part}`,
    label: `shell.part-${part}`,
    group: SCREENS,
    keys,
    when: () => useUi.getState().selected?.kind === 'incident',
    run: () => openPart(part),
  })),
  { id: 'outbox', label: 'shell.outbox', group: GENERAL, keys: 'Shift+O', run: open('outbox') },
  {
    id: 'mute',
    label: 'shell.mute15',
    group: DESK,
    keys: 'Shift+M',
    run: () => mute(muteLeft(useUi.getState().mutedUntil, serverNow()) > 0 ? 0 : 15),
  },
  { id: 'sound', label: 'shell.soundSettings', group: DESK, run: open('sound') },
  {
    id: 'theme',
    label: 'shell.theme',
    group: DESK,
    keys: 'Shift+Y',
    run: () => setUi({ theme: useUi.getState().theme === 'dark' ? 'light' : 'dark' }),
  },
  ...(['nl', 'fr', 'en'] as const).map((lang, i): Action => ({
    id: `lang-${lang}`,
    label: `shell.${['inDutch', 'inFrench', 'inEnglish'][i]}`,
    group: DESK,
    when: () => currentLang() !== lang,
    run: () => void setLang(lang),
  })),
  {
    id: 'accounts',
    label: 'shell.accounts',
    group: GENERAL,
    when: () => useSession.getState().me?.rights.rights.includes('accounts') ?? false,
    run: open('accounts'),
  },
  { id: 'password', label: 'shell.password', group: GENERAL, run: open('password') },
  { id: 'sign-out', label: 'shell.signOut', group: GENERAL, run: () => void signOut() },
];

/** Queue, map, detail, bar and round again. */
function walkRegions(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((one) => one.contains(document.activeElement));
  const next = regions.at((at + by + (at < 0 && by < 0 ? 1 : 0)) % regions.length);
  const name = next?.dataset['region'];
  if (name === 'queue') focusQueue();
  else if (name === 'detail') focusDetail();
  if (next && !next.contains(document.activeElement)) {
    const first = next.querySelector<HTMLElement>('button:not(:disabled), canvas, [tabindex="0"]');
    (first ?? next).focus();
  }
}

/** Dialogs and menus close by themselves; under them, Esc leaves what one is in. */
function escape(): void {
  const { placing } = useUi.getState();
  const here = document.activeElement;
  if (placing) setUi({ placing: undefined });
  else if (useUi.getState().screen !== 'console' && here === document.body)
    setUi({ screen: 'console' });
  else if (here instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(here.tagName))
    here.blur();
}
