import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Notice } from '../../part/Notice.tsx';
import type { Edit } from './edit.ts';
import css from './directory.module.css';

/** The frame of a record's form: begins at the first field, says what is wrong, saves by Ctrl+Enter. */
export function EditFrame<F>({
  edit,
  title,
  by,
  children,
}: {
  edit: Edit<F>;
  title: string;
  /** Who saved the record last. */
  by: string | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const { wrong, meanwhile } = edit;
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={edit.onSubmit}
      onKeyDown={edit.onKeyDown}
      aria-label={title}
      data-testid="directory-form"
      noValidate
    >
      <h2>{title}</h2>
      {meanwhile && (
        <Notice tone="warn">
          <div className={css.bar}>
            <span>{t('directory.meanwhile', { by: by ?? '' })}</span>
            <Button size="small" onClick={edit.takeTheirs}>
              {t('directory.takeTheirs')}
            </Button>
            <Button size="small" onClick={edit.keepMine}>
              {t('directory.keepMine')}
            </Button>
          </div>
        </Notice>
      )}
      {children}
      <div className={css.foot}>
        {wrong && <Notice tone="bad">{wrong.message ?? t('directory.wrong')}</Notice>}
        <span className={css.grow} />
        <Button onClick={edit.cancel}>{t('common.cancel')}</Button>
        <Button type="submit" kind="primary" keys="$mod+Enter" data-testid="directory-save">
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
