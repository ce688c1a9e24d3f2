import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactRow } from '../../../shared/subject/directory/schema.ts';
import { Field, Select } from '../../part/Field.tsx';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import {
  contactForm,
  contactRecord,
  newContact,
  type ContactForm as Form,
} from './contact-form.ts';
import { useEdit } from './edit.ts';
import { EditFrame } from './EditFrame.tsx';
import { HoldFields } from './HoldFields.tsx';
import { KeptFields } from './KeptFields.tsx';
import { inLang, useNaming } from './names.ts';
import { today } from './state.ts';
import { WayFields } from './WayFields.tsx';
import css from './directory.module.css';

const LANGUAGES = ['nl', 'fr', 'en', 'de'] as const;

function tidy({ holds, ways }: Form): Partial<Form> {
  const [held, reached] = [
    holds.filter((one) => one.function !== ''),
    ways?.filter(({ address }) => address.trim() !== ''),
  ];
  return {
    ...(held.length < holds.length ? { holds: held } : {}),
    ...(reached && reached.length < (ways?.length ?? 0) ? { ways: reached } : {}),
  };
}

/** A person or a desk, all fields. */
export function ContactForm({
  row,
  organisation = '',
}: {
  row: ContactRow | undefined;
  organisation?: string | undefined;
}) {
  const { t } = useTranslation();
  const { plan, lang } = useNaming();
  const me = useSession((s) => s.me);
  const organisations = usePicture((p) => p.shown.directory.organisations);
  const proposed = useMemo(
    () =>
      row
        ? contactForm(row)
        : newContact({
            ...{ organisation, keeper: me?.person.name ?? '', today: today() },
            numbers: me?.rights.cleared.includes('personal') ?? false,
            channel: plan.channels.some(({ id }) => id === 'mobile')
              ? 'mobile'
              : (plan.channels[0]?.id ?? ''),
          }),
    [row, organisation, me, plan],
  );
  const edit = useEdit<Form>({
    ...{ kind: 'contact', row, proposed, tidy },
    record: (form, id) => contactRecord(form, id, plan),
  });
  const { form, change, errorAt } = edit;
  const choices = [...organisations.values()]
    .map(({ id, name }) => ({ value: id, label: inLang(name, lang) }))
    .sort((a, b) => a.label.localeCompare(b.label, lang));
  return (
    <EditFrame edit={edit} title={row ? row.name : t('directory.newContact')} by={row?.by}>
      <div className={css.pair}>
        <Field
          label={t('directory.name')}
          hint={t('directory.nameHint')}
          value={form.name}
          onChange={(name) => change({ name })}
          error={errorAt('name')}
          maxLength={120}
          required
        />
        <Select
          label={t('directory.organisation')}
          value={form.organisation}
          onChange={(one) => change({ organisation: one })}
          error={errorAt('organisation')}
          options={choices}
          empty="…"
          required
        />
      </div>
      <div className={css.checks}>
        <label>
          <input
            type="checkbox"
            checked={form.single}
            onChange={(event) => change({ single: event.target.checked })}
          />
          {t('directory.singleField')}
        </label>
        <fieldset className={css.inline}>
          <legend>{t('directory.languages')}</legend>
          {LANGUAGES.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={form.languages.includes(one)}
                onChange={(event) =>
                  change({
                    languages: event.target.checked
                      ? [...form.languages, one]
                      : form.languages.filter((had) => had !== one),
                  })
                }
              />
              {t(`directory.lang-${one}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {errorAt('single') && <p className={css.warn}>{errorAt('single')}</p>}
      <WayFields ways={form.ways} change={(ways) => change({ ways })} errorAt={errorAt} />
      <HoldFields holds={form.holds} change={(holds) => change({ holds })} errorAt={errorAt} />
      <KeptFields form={form} change={change} errorAt={errorAt} />
    </EditFrame>
  );
}
