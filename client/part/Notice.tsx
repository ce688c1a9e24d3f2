import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import css from './Notice.module.css';

const ICONS: Readonly<Record<string, IconName>> = { bad: 'warn', warn: 'warn', good: 'tick' };

/** A message within a panel or a dialog. `bad` and `warn` are read out at once. */
export function Notice({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  children: ReactNode;
}) {
  const icon = ICONS[tone];
  return (
    <div
      className={css.notice}
      data-tone={tone}
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}
    >
      {icon && <Icon name={icon} />}
      <div className={css.text}>{children}</div>
    </div>
  );
}
