import { useTranslation } from 'react-i18next';
import { Button } from '../../../part/Button.tsx';
import { Field, Select } from '../../../part/Field.tsx';
import { useSession } from '../../../session.ts';
import { useNames } from '../../hooks.ts';
import { WHATS, type AccessFilter } from './filter.ts';
import frame from '../anpr-screens.module.css';
import css from './access.module.css';

/** By person, what was done, case, a plate (by its fingerprint) and period. */
export function AccessFilters({
  filter,
  setFilter,
  busy,
  onFind,
  onClear,
}: {
  filter: AccessFilter;
  setFilter: (filter: AccessFilter) => void;
  busy: boolean;
  onFind: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const people = useSession((s) => s.people);
  const field = <Name extends keyof AccessFilter>(name: Name) => ({
    label: t(`plates.filter-${name}`),
    value: filter[name] as string,
    onChange: (value: string) => setFilter({ ...filter, [name]: value }),
  });
  return (
    <form
      className={css.filters}
      data-testid="access-filter"
      aria-label={t('plates.accessFilter')}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onFind();
      }}
    >
      <Select
        {...field('actor')}
        options={[...people]
          .sort((a, b) => a.name.localeCompare(b.name))
          .map(({ id, name, role }) => ({ value: id, label: `${name} (${names.role(role)})` }))}
        empty={t('plates.everybody')}
      />
      <Select
        {...field('what')}
        options={WHATS.map((value) => ({ value, label: t(`plates.what-${value}`) }))}
        empty={t('plates.everything')}
      />
      <Field {...field('case')} maxLength={80} data-search />
      <Field
        {...field('plate')}
        maxLength={24}
        className={frame.mono}
        spellCheck={false}
        title={t('plates.fingerprintHint')}
      />
      <Field {...field('from')} type="datetime-local" />
      <Field {...field('until')} type="datetime-local" />
      <div className={css.acts}>
        <Button type="submit" kind="primary" data-testid="access-find">
          {t('plates.find')}
        </Button>
        <Button onClick={onClear}>{t('plates.clear')}</Button>
      </div>
    </form>
  );
}
