import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationRow } from '../../../shared/subject/directory/schema.ts';
import { Field, Select } from '../../part/Field.tsx';
import { useSession } from '../../session.ts';
import { useEdit } from './edit.ts';
import { EditFrame } from './EditFrame.tsx';
import { KeptFields } from './KeptFields.tsx';
import { inLang, placesOf, useNaming } from './names.ts';
import {
  newOrganisation,
  organisationForm,
  organisationRecord,
  type OrganisationForm as Form,
} from './organisation-form.ts';
import { today } from './state.ts';
import css from './directory.module.css';

const NAMES = ['nl', 'fr', 'en'] as const;
const PLACES = ['municipality', 'zone', 'manager'] as const;

/** A partner service, all fields. */
export function OrganisationForm({ row }: { row: OrganisationRow | undefined }) {
  const { t } = useTranslation();
  const naming = useNaming();
  const { plan, lang } = naming;
  const keeper = useSession((s) => s.me?.person.name ?? '');
  const proposed = useMemo(
    () => (row ? organisationForm(row) : newOrganisation(keeper, today())),
    [row, keeper],
  );
  const edit = useEdit<Form>({
    ...{ kind: 'organisation', row, proposed },
    tidy: () => ({}),
    record: organisationRecord,
  });
  const { form, change, errorAt } = edit;
  return (
    <EditFrame
      edit={edit}
      title={row ? inLang(row.name, lang) : t('directory.newOrganisation')}
      by={row?.by}
    >
      <div className={css.triple}>
        {NAMES.map((one) => (
          <Field
            key={one}
            label={t(`directory.name-${one}`)}
            value={form[one]}
            onChange={(value) => change({ [one]: value })}
            error={errorAt(`name.${one}`)}
            maxLength={200}
            required={one !== 'en'}
          />
        ))}
      </div>
      <Select
        label={t('directory.category')}
        value={form.category}
        onChange={(category) => change({ category })}
        error={errorAt('category')}
        options={plan.categories.map(({ id, name }) => ({ value: id, label: inLang(name, lang) }))}
        empty="…"
        required
      />
      <fieldset className={css.set}>
        <legend>
          {t('directory.place')} <span className={css.dim}>{t('directory.placeHint')}</span>
        </legend>
        <div className={css.triple}>
          {PLACES.map((one) => (
            <Select
              key={one}
              label={t(`directory.scope-${one}`)}
              value={form[one]}
              onChange={(value) => change({ [one]: value })}
              error={errorAt(one)}
              options={placesOf(one, naming).map(({ id, name }) => ({ value: id, label: name }))}
              empty={t('directory.nowhere')}
            />
          ))}
        </div>
      </fieldset>
      <KeptFields form={form} change={change} errorAt={errorAt} />
    </EditFrame>
  );
}
