import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../later.ts';
import type { ScreenName } from '../ui.ts';
import css from './Console.module.css';

const SCREENS = {
  directory: later(async () => (await import('./Directory.tsx')).Directory),
  plan: later(async () => (await import('./PlanScreen.tsx')).PlanScreen),
  storm: later(async () => (await import('./Storm.tsx')).Storm),
  channels: later(async () => (await import('./Channels.tsx')).Channels),
  anpr: later(async () => (await import('./AnprScreen.tsx')).AnprScreen),
};

/** What stands in the place of queue, map and detail; those go on behind it. */
export function OtherScreen({ name }: { name: Exclude<ScreenName, 'console'> }) {
  const { t } = useTranslation();
  const Screen = SCREENS[name];
  return (
    <main
      className={css.other}
      data-region="screen"
      data-testid={`screen-${name}`}
      aria-label={t(`shell.screen-${name}`)}
      tabIndex={-1}
    >
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </main>
  );
}
