import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import css from './Field.module.css';

interface Common {
  label: string;
  /** Label for the ear only: where the place of the field says it to the eye. */
  quiet?: boolean;
  hint?: ReactNode;
  /** Why it cannot be sent: shown under it and read out. */
  error?: string | undefined;
}

function useParts({
  id: given,
  label,
  quiet,
  hint,
  error,
  required,
  autoFocus,
}: Common & {
  id?: string | undefined;
  required?: boolean | undefined;
  autoFocus?: boolean | undefined;
}) {
  const made = useId();
  const id = given ?? made;
  const about = error ? `${id}-e` : hint ? `${id}-h` : undefined;
  const wrap = (control: ReactNode) => (
    <div className={css.field}>
      <label htmlFor={id} className={quiet ? 'visually-hidden' : css.label}>
        {label}
        {required && (
          <span className={css.must} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {control}
      {error ? (
        <p id={`${id}-e`} className={css.error} role="alert">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-h`} className={css.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
  return {
    id,
    wrap,
    aria: {
      'aria-describedby': about,
      'aria-invalid': error ? true : undefined,
      // React leaves no attribute of `autoFocus`, by which a dialog could know where to begin.
      'data-autofocus': autoFocus || undefined,
    },
  };
}

type Own<T, E> = Omit<T, 'onChange' | 'value'> &
  Common & { value: string; onChange: (value: string) => void; ref?: Ref<E> };

/** One line of text. `onChange` gives the text. */
export function Field(props: Own<InputHTMLAttributes<HTMLInputElement>, HTMLInputElement>) {
  const { id, wrap, aria } = useParts(props);
  const { label: _l, quiet: _q, hint: _h, error: _e, onChange, className, ...rest } = props;
  return wrap(
    <input
      autoComplete="off"
      className={[css.control, className].filter(Boolean).join(' ')}
      {...aria}
      {...rest}
      id={id}
      onChange={(event) => onChange(event.target.value)}
    />,
  );
}

/** Running text; grows with what is typed. */
export function TextArea(
  props: Own<TextareaHTMLAttributes<HTMLTextAreaElement>, HTMLTextAreaElement>,
) {
  const { id, wrap, aria } = useParts(props);
  const { label: _l, quiet: _q, hint: _h, error: _e, onChange, className, ...rest } = props;
  return wrap(
    <textarea
      rows={3}
      className={[css.control, css.area, className].filter(Boolean).join(' ')}
      {...aria}
      {...rest}
      id={id}
      onChange={(event) => onChange(event.target.value)}
    />,
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of a list; `options` in the order in which they are offered. `empty`: the name of "none". */
export function Select(
  props: Own<SelectHTMLAttributes<HTMLSelectElement>, HTMLSelectElement> & {
    options: readonly Option[];
    empty?: string;
  },
) {
  const { id, wrap, aria } = useParts(props);
  const { label: _l, quiet: _q, hint: _h, error: _e, onChange, className, ...more } = props;
  const { options, empty, ...rest } = more;
  return wrap(
    <select
      className={[css.control, css.select, className].filter(Boolean).join(' ')}
      {...aria}
      {...rest}
      id={id}
      onChange={(event) => onChange(event.target.value)}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>,
  );
}
