import { useId, useLayoutEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import { rememberFocus } from './focus-back.ts';
import css from './Dialog.module.css';

/**
 * A layer over the screen on the browser's own `<dialog>`: it keeps the focus inside, gives it back
 * on closing, and Esc closes the top one. With `onSubmit` the whole is a form, sent by Enter in a
 * field or Ctrl+Enter anywhere. `footer`: its buttons, the main one last (`type="submit"`).
 */
export function Dialog({
  title,
  children,
  footer,
  width = 480,
  onClose,
  onSubmit,
  bare,
  testId,
}: {
  title: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  width?: number;
  /** Absent: it cannot be closed without answering. */
  onClose?: (() => void) | undefined;
  onSubmit?: () => void;
  /** Without head and edges; the title is for the ear. */
  bare?: boolean;
  testId?: string;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const head = useId();

  // Layout, not effect: on the way out it must still stand in the page to give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current!;
    const giveBack = rememberFocus();
    element.showModal();
    // The browser takes the first thing that can be focused, which is the cross: a field is meant.
    const first =
      element.querySelector<HTMLElement>('[data-autofocus]') ??
      element.querySelector<HTMLElement>('main :is(input, select, textarea):not([hidden])');
    first?.focus();
    return () => {
      element.close();
      giveBack();
    };
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  const body = (
    <>
      <header className={bare ? 'visually-hidden' : css.head}>
        <h2 id={head}>{title}</h2>
        {onClose && (
          <IconButton icon="close" size="small" label={t('common.close')} onClick={onClose} />
        )}
      </header>
      <main className={bare ? css.bare : css.body}>{children}</main>
      {footer && <footer className={css.foot}>{footer}</footer>}
    </>
  );
  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      style={{ width }}
      aria-labelledby={head}
      data-testid={testId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => {
        // Chromium closes on a second Esc whatever `cancel` says: closing is React's business here.
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onClose?.();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit) {
          event.preventDefault();
          event.currentTarget.querySelector('form')?.requestSubmit();
        }
      }}
    >
      {onSubmit ? (
        <form className={css.frame} onSubmit={submit} noValidate>
          {body}
        </form>
      ) : (
        <div className={css.frame}>{body}</div>
      )}
    </dialog>
  );
}
