import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { followAnpr } from '../anpr.ts';
import { actions, fetchMapActions } from '../actions.ts';
import { bindKeys } from '../keys.ts';
import { later } from '../later.ts';
import { QueuePanel } from '../panel/QueuePanel.tsx';
import { SignInAgain } from '../panel/SignInAgain.tsx';
import { StaleBanner } from '../panel/StaleBanner.tsx';
import { Toaster } from '../panel/Toaster.tsx';
import { TopBar } from '../panel/TopBar.tsx';
import type { Me } from '../session.ts';
import { openSound } from '../sound.ts';
import { watchStale } from '../stale.ts';
import { usePicture } from '../store.ts';
import { followPlan, usePlan } from '../plan.ts';
import { openDialog, useUi } from '../ui.ts';
import { MapFrame } from './MapFrame.tsx';
import { OtherScreen } from './OtherScreen.tsx';
import { useLink } from './useLink.ts';
import css from './Console.module.css';

// The bar and the queue come first; the rest is fetched while they are drawn, and kept.
const DetailPanel = later(async () => (await import('../panel/DetailPanel.tsx')).DetailPanel);
const Dialogs = later(async () => (await import('../panel/Dialogs.tsx')).Dialogs);
const ShiftBar = later(async () => (await import('../panel/shift/ShiftBar.tsx')).ShiftBar);
const RefusedBanner = later(async () => (await import('../panel/plan/Refused.tsx')).RefusedBanner);
const MapPane = later(async () => (await import('../map/MapPane.tsx')).default);

/** The one screen: queue, map, detail with its logbook, under a slim bar. */
export function Console({ me }: { me: Me }) {
  const { t } = useTranslation();
  const link = usePicture((p) => p.link);
  const { again } = useLink('live', me);
  const screen = useUi((u) => u.screen);
  const refused = usePlan((p) => p.refused !== undefined);

  useEffect(() => {
    let unbind = bindKeys(actions);
    let gone = false;
    void fetchMapActions().then(() => {
      if (gone) return;
      unbind();
      unbind = bindKeys(actions);
    });
    const ends = [watchStale(), openSound(), followPlan(), followAnpr(), () => unbind()];
    if (!me.passwordSet) openDialog({ name: 'password' });
    return () => {
      gone = true;
      ends.forEach((end) => end());
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked once, on coming in
  }, []);

  return (
    <div className={css.console}>
      <TopBar me={me} />
      <StaleBanner />
      <Suspense fallback={null}>
        {refused && <RefusedBanner />}
        <ShiftBar />
      </Suspense>
      <main className={css.work} data-testid="work" hidden={screen !== 'console'}>
        <div className={css.slot} data-region="queue" tabIndex={-1}>
          <QueuePanel />
        </div>
        <section
          className={css.slot}
          data-region="map"
          tabIndex={-1}
          aria-label={t('shell.regionMap')}
        >
          <MapFrame>
            <Suspense fallback={null}>
              <MapPane />
            </Suspense>
          </MapFrame>
        </section>
        <div className={css.slot} data-region="detail" tabIndex={-1}>
          <Suspense fallback={null}>
            <DetailPanel />
          </Suspense>
        </div>
      </main>
      {screen !== 'console' && <OtherScreen name={screen} />}
      <Suspense fallback={null}>
        <Dialogs />
      </Suspense>
      {link === 'signed-out' && <SignInAgain me={me} onDone={again} />}
      <Toaster />
    </div>
  );
}
