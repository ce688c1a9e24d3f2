import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { closeForm } from './hand.ts';
import css from './task.module.css';

/** A small form in the row: takes the keyboard when it comes. */
export function Inline(props: {
  onSubmit: () => void;
  confirm: string;
  children: ReactNode;
  onLeave?: () => void;
}) {
  const { t } = useTranslation();
  const { onSubmit, confirm, children, onLeave = closeForm } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} className={css.form} noValidate onSubmit={submit} onKeyDown={leaveBy(onLeave)}>
      {children}
      <div className={css.buttons}>
        <Button size="small" kind="primary" type="submit" keys="Enter">
          {confirm}
        </Button>
        <Button size="small" keys="Escape" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Esc goes back; no key of the form reaches the keys of the row around it. */
export const leaveBy =
  (leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    }
    if (!event.ctrlKey && !event.metaKey && !/^F\d/.test(event.key)) event.stopPropagation();
  };
