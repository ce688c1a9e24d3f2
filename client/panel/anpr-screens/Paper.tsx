import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from './paper.module.css';

/** What the printer gets while this is on the screen, in place of the screen: whoever prints, and however. */
export function Paper({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset['printing'] = '';
    return () => void delete document.documentElement.dataset['printing'];
  }, []);
  return createPortal(
    <div className={css.printed} data-theme="light">
      {children}
    </div>,
    document.body,
  );
}
