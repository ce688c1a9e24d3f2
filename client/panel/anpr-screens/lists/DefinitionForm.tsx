import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CATEGORIES, type ListSummary } from '../../../../shared/anpr/list.ts';
import { Button } from '../../../part/Button.tsx';
import { Field, Select, TextArea } from '../../../part/Field.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { useRight } from '../right.ts';
import { focusFirst } from '../state.ts';
import { ActiveFields } from './ActiveFields.tsx';
import { AlertFields } from './AlertFields.tsx';
import { useDefinition } from './definition.ts';
import { WhoFields } from './WhoFields.tsx';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

const TITLES = ['nl', 'fr', 'en'] as const;

/** Everything that a hot list is, with what each field means and the law beside it. */
export function DefinitionForm({
  list,
  lists,
}: {
  list: ListSummary | undefined;
  lists: readonly ListSummary[];
}) {
  const { t } = useTranslation();
  const edits = useRight('anpr-lists');
  const it = useDefinition(list, lists);
  const isNew = !list;
  useEffect(() => {
    if (isNew) focusFirst('[data-testid=hotlist-form] input');
  }, [isNew]);
  const { form, change, errorAt } = it;
  const field = (name: 'id' | 'nl' | 'fr' | 'en' | 'owner' | 'category' | 'basis') => ({
    label: t(`hotlist.${TITLES.includes(name as 'nl') ? `title-${name}` : name}`),
    value: form[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errorAt(name),
    required: true,
  });
  return (
    <form
      className={css.form}
      data-testid="hotlist-form"
      aria-label={t('hotlist.definition')}
      onSubmit={it.onSubmit}
      onKeyDown={it.onKeyDown}
      noValidate
    >
      {it.meanwhile && (
        <Notice tone="warn">
          <div className={frame.bar}>
            <span>{t('hotlist.meanwhile')}</span>
            <Button size="small" onClick={it.takeTheirs}>
              {t('hotlist.takeTheirs')}
            </Button>
            <Button size="small" onClick={it.keepMine}>
              {t('hotlist.keepMine')}
            </Button>
          </div>
        </Notice>
      )}
      {!edits && <Notice>{t('hotlist.onlyRead')}</Notice>}
      <fieldset className={css.whole} disabled={!edits}>
        <legend className="visually-hidden">{t('hotlist.definition')}</legend>
        <fieldset className={css.set}>
          <legend>{t('hotlist.set-what')}</legend>
          <div className={frame.triple}>
            {TITLES.map((one) => (
              <Field key={one} {...field(one)} maxLength={120} />
            ))}
          </div>
          {!list && (
            <Field {...field('id')} maxLength={40} hint={t('hotlist.idHint')} spellCheck={false} />
          )}
          <div className={frame.pair}>
            <Select
              {...field('category')}
              options={CATEGORIES.map((one) => ({
                value: one,
                label: t(`hotlist.category-${one}`),
              }))}
              empty="…"
              hint={form.category && t(`hotlist.law-${form.category}`)}
            />
            <Field {...field('owner')} maxLength={160} hint={t('hotlist.ownerHint')} />
          </div>
          <TextArea {...field('basis')} maxLength={300} rows={2} hint={t('hotlist.basisHint')} />
        </fieldset>
        <ActiveFields {...{ form, change, errorAt }} />
        <AlertFields {...{ form, change, errorAt }} />
        <WhoFields {...{ form, change, errorAt }} />
      </fieldset>
      {edits && (
        <div className={css.foot}>
          {it.failed !== undefined && <Notice tone="bad">{it.failed}</Notice>}
          {it.anyWrong && (
            <Notice tone="bad">{errorAt('other') ?? t('hotlist.wrongSomewhere')}</Notice>
          )}
          <span className={frame.grow} />
          {(it.typed || !list) && (
            <Button onClick={it.cancel}>{t(list ? 'hotlist.throwAway' : 'common.cancel')}</Button>
          )}
          <Button
            kind="primary"
            type="submit"
            keys="$mod+Enter"
            disabled={it.busy || (list !== undefined && !it.typed)}
            data-testid="hotlist-save"
          >
            {t('common.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
