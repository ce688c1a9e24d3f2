import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import css from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here. `quiet`: no frame until pointed at. */
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  size?: 'normal' | 'small';
  icon?: IconName;
  /** Shortcut shown in it, tinykeys notation. Binding it is the business of an `Action`. */
  keys?: string | undefined;
  /** A dialog begins here. */
  'data-autofocus'?: boolean | undefined;
  ref?: Ref<HTMLButtonElement>;
}

/** `type="button"` unless said otherwise, so that it never sends a form by accident. */
export function Button({
  kind = 'plain',
  size = 'normal',
  icon,
  keys,
  children,
  className,
  ...rest
}: ButtonProps) {
  const classes = [css.button, css[kind], css[size], children ? '' : css.bare, className];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon && <Icon name={icon} />}
      {children && <span className={css.text}>{children}</span>}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}

/** A button that is only a picture: `label` is its name for the ear and its tip for the eye. */
export function IconButton({
  label,
  ...rest
}: Omit<ButtonProps, 'children'> & { label: string; icon: IconName }) {
  return <Button kind="quiet" aria-label={label} title={label} {...rest} />;
}
