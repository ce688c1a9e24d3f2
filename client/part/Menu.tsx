import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import css from './Menu.module.css';

export interface MenuItem {
  id: string;
  label: ReactNode;
  run: () => void;
  /** A choice that is on. */
  checked?: boolean;
  /** A line above it. */
  divided?: boolean;
}

/**
 * A button with a list under it, on the browser's popover: Esc and a click elsewhere close it and
 * the focus returns. Arrow keys, Home and End walk the list.
 */
export function Menu({
  label,
  title,
  items,
  head,
  className,
  testId,
}: {
  label: ReactNode;
  /** Name for the ear, when `label` is a picture. */
  title?: string;
  items: readonly MenuItem[];
  /** Stands above the list: who it is about, for instance. */
  head?: ReactNode;
  className?: string | undefined;
  testId?: string;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const rows = () => [...list.current!.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const opened = (open: boolean) => {
    if (!open || !button.current || !list.current) return;
    const { bottom, right } = button.current.getBoundingClientRect();
    list.current.style.top = `${bottom + 4}px`;
    list.current.style.right = `${Math.max(8, innerWidth - right)}px`;
    rows()[0]?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    const all = rows();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') list.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-label={title}
        title={title}
        className={[css.button, className].filter(Boolean).join(' ')}
        data-testid={testId}
      >
        {label}
      </button>
      <div
        id={id}
        ref={list}
        popover="auto"
        className={css.list}
        onToggle={(event) => opened(event.newState === 'open')}
        onKeyDown={walk}
      >
        {head && <div className={css.head}>{head}</div>}
        <div role="menu">
          {items.map(({ id: key, label: text, run, checked, divided }) => (
            <button
              key={key}
              type="button"
              role={checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={checked}
              tabIndex={-1}
              className={css.item}
              data-divided={divided || undefined}
              onClick={() => {
                list.current?.hidePopover();
                run();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      </div>
    </>
  );
}
