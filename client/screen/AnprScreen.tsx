import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Access } from '../panel/anpr-screens/access/Access.tsx';
import { AnprDialogs } from '../panel/anpr-screens/AnprDialogs.tsx';
import { Cameras } from '../panel/anpr-screens/cameras/Cameras.tsx';
import { Lists } from '../panel/anpr-screens/lists/Lists.tsx';
import { Look } from '../panel/anpr-screens/lookback/Look.tsx';
import { openTab, setPlates } from '../panel/anpr-screens/state.ts';
import { tabFor, tabsOf } from '../panel/anpr-screens/tabs.ts';
import { Button } from '../part/Button.tsx';
import { useSession } from '../session.ts';
import { useUi } from '../ui.ts';
import css from '../panel/anpr-screens/anpr-screens.module.css';

const PARTS = { lists: Lists, lookback: Look, cameras: Cameras, access: Access } as const;

/**
 * Measure M6.4 beside the alerts: hot lists, looking back, the cameras and how many pass them, and who
 * looked at what. Each part only for whom it is; the server sends the others nothing.
 */
export function AnprScreen() {
  const { t } = useTranslation();
  const rights = useSession((s) => s.me?.rights);
  const wanted = useUi((ui) => ui.anprTab);
  const tab = tabFor(rights, wanted);
  // What was asked about a plate does not outlive the part in which it was asked.
  useEffect(() => () => setPlates({ asking: undefined, access: undefined }), [tab]);
  if (!tab) return null;
  const Part = PARTS[tab];
  return (
    <div className={css.screen} data-testid="anpr-screen">
      <header className={css.head}>
        <h1>
          {t('plates.title')} <span className={css.measure}>M6.4</span>
        </h1>
        <div className={css.bar} role="group" aria-label={t('plates.parts')}>
          {tabsOf(rights).map((one, i) => (
            <Button
              key={one}
              aria-pressed={tab === one}
              keys={String(i + 1)}
              data-testid={`anpr-tab-${one}`}
              onClick={() => openTab(one)}
            >
              {t(`plates.tab-${one}`)}
            </Button>
          ))}
        </div>
      </header>
      <Part />
      <AnprDialogs />
    </div>
  );
}
