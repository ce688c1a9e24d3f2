import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { finds } from '../../shared/select.ts';
import { Field } from '../part/Field.tsx';
import css from './Picker.module.css';

export interface Choice {
  id: string;
  name: string;
  /** Further words by which it is found: the same thing in another language, for instance. */
  words?: string;
  mark?: ReactNode;
  hint?: ReactNode;
}

/**
 * One of a list, by typing a part of its name: the first that fits is chosen at once, the arrows
 * choose another, Enter sends the form. With `folds` the list shows only while the field has the
 * focus.
 */
export function Picker({
  label,
  choices,
  value,
  onChange,
  placeholder,
  none,
  folds = false,
  required,
  error,
  autoFocus,
  testId,
}: {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  placeholder: string;
  /** What stands in the list when nothing fits. */
  none: string;
  folds?: boolean;
  required?: boolean;
  error?: string | undefined;
  autoFocus?: boolean;
  testId?: string;
}) {
  const id = useId();
  const [filter, setFilter] = useState('');
  const [focused, setFocused] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const fitting = choices.filter((one) => finds(filter, [one.name, one.words]));
  const chosen = choices.find((one) => one.id === value);
  const at = fitting.findIndex((one) => one.id === value);
  const open = !folds || focused;

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [value, filter, open]);

  const type = (text: string) => {
    setFilter(text);
    const first = choices.find((one) => finds(text, [one.name, one.words]));
    if (text) onChange(first?.id);
  };
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || fitting.length === 0) return;
    event.preventDefault();
    const next = at < 0 ? (by > 0 ? 0 : fitting.length - 1) : at + by;
    onChange(fitting[Math.max(0, Math.min(fitting.length - 1, next))]?.id);
  };
  const optionId = (choice: Choice) => `${id}-${choice.id}`;

  return (
    <div className={css.picker}>
      <Field
        label={label}
        value={open ? filter : (chosen?.name ?? '')}
        onChange={type}
        placeholder={(folds && chosen?.name) || placeholder}
        required={required}
        error={error}
        data-autofocus={autoFocus || undefined}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && chosen && at >= 0 ? optionId(chosen) : undefined}
        onKeyDown={walk}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          if (folds) setFilter('');
        }}
        data-testid={testId}
      />
      {open && (
        <ul ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={css.list}>
          {fitting.map((choice) => (
            <li
              key={choice.id}
              id={optionId(choice)}
              role="option"
              aria-selected={choice.id === value}
              className={css.option}
              data-id={choice.id}
              // Before the field loses the focus, which would fold the list under the pointer.
              onMouseDown={(event) => {
                event.preventDefault();
                onChange(choice.id);
              }}
            >
              {choice.mark}
              <span className={css.name}>{choice.name}</span>
              {choice.hint !== undefined && <span className={css.hint}>{choice.hint}</span>}
            </li>
          ))}
          {fitting.length === 0 && (
            <li role="option" aria-disabled aria-selected={false} className={css.empty}>
              {none}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
