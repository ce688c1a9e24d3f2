import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../send.ts';
import { useFormDraft } from '../form.ts';
import { useLang } from '../hooks.ts';
import { judge, type Wrong } from './judge.ts';
import { focusFirst, setDirectory } from './state.ts';
import type { Key } from './tree.ts';

export interface Edit<F> {
  form: F;
  change(patch: Partial<F>): void;
  /** Why it cannot be saved, at the field that it is about: given by any of its paths within the record. */
  errorAt(...paths: string[]): string | undefined;
  wrong: Wrong | undefined;
  /** Somebody else saved the record since this form was begun. */
  meanwhile: boolean;
  takeTheirs(): void;
  keepMine(): void;
  cancel(): void;
  onSubmit(event: FormEvent): void;
  onKeyDown(event: KeyboardEvent<HTMLFormElement>): void;
}

/**
 * A record as a form. What is typed is a draft over the record as it stands, until it is saved or thrown
 * away; a record that others saved meanwhile says so, and is not written over unawares.
 */
export function useEdit<F extends { basedOn: number }>(options: {
  kind: Key['kind'];
  /** The record that is there, with its entry; undefined: a new one. */
  row: { id: string; seq: number } | undefined;
  proposed: F;
  /** Rows that nobody filled in go, so that places in the form and in the record are the same; only what that changes. */
  tidy(form: F): Partial<F>;
  record(form: F, id: string): object;
}): Edit<F> {
  const { kind, row, proposed, tidy, record } = options;
  const { t } = useTranslation();
  const lang = useLang();
  const [form, write, clear, typed] = useFormDraft<F>(
    `directory.${kind}.${row?.id ?? 'new'}`,
    proposed,
  );
  const [wrong, setWrong] = useState<Wrong>();
  const base = { basedOn: form.basedOn } as Partial<F>;
  const change = (patch: Partial<F>) => write({ ...base, ...patch });
  const leave = () => {
    setDirectory({ edits: undefined });
    focusFirst('[data-testid=directory-record]');
  };

  const submit = () => {
    if (row && !typed) return leave();
    // No more than what goes: a field that nobody touched is never this form's, and follows what others save.
    const tidied = tidy(form);
    if (Object.keys(tidied).length > 0) change(tidied);
    const whole = { ...form, ...tidied };
    const id = row?.id ?? crypto.randomUUID();
    const data = { [kind]: record(whole, id), basedOn: whole.basedOn };
    const found = judge('directory.save', data, lang);
    setWrong(found);
    if (found) return focusFirst('[data-testid=directory-record] [aria-invalid]');
    send('directory.save', data);
    clear();
    setDirectory({ chosen: { kind, id }, edits: undefined });
    focusFirst('[data-testid=directory-record]');
  };

  return {
    ...{ form, change, wrong },
    errorAt: (...paths) =>
      wrong && paths.some((path) => wrong.path === `${kind}.${path}`)
        ? (wrong.message ?? t('directory.wrongField'))
        : undefined,
    meanwhile: typed && row !== undefined && form.basedOn !== row.seq,
    takeTheirs: clear,
    keepMine: () => row && write({ basedOn: row.seq } as Partial<F>),
    cancel() {
      clear();
      leave();
    },
    onSubmit(event) {
      event.preventDefault();
      submit();
    },
    onKeyDown(event) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.currentTarget.requestSubmit();
    },
  };
}
