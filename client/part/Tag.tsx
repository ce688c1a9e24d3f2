import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import css from './Tag.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad' | 'restricted' | 'exercise';

/** A word about a thing. The word carries the meaning, the colour only helps the eye. */
export function Tag({
  tone = 'plain',
  icon,
  solid,
  title,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  /** Filled: for what must not be overlooked. */
  solid?: boolean;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={css.tag} data-tone={tone} data-solid={solid || undefined} title={title}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}
