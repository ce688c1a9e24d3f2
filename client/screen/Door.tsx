import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LangSwitch } from '../part/LangSwitch.tsx';
import { Mark } from '../part/Mark.tsx';
import css from './Door.module.css';

/** The page before the console: name, language, and one card. */
export function Door({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={css.door}>
      <header className={css.lang}>
        <LangSwitch />
      </header>
      <main className={css.card}>
        <div className={css.brand}>
          <Mark size={40} />
          <div>
            <h1>BELFRY</h1>
            <p>{t('shell.tagline')}</p>
          </div>
        </div>
        {children}
      </main>
    </div>
  );
}
