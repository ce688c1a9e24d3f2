import type { ReactNode } from 'react';
import css from './Empty.module.css';

/** What stands where there is nothing: says so, and what to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children && <div>{children}</div>}
    </div>
  );
}
