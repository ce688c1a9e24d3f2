import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holding } from '../../../shared/plan/directory.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Select } from '../../part/Field.tsx';
import { Notice } from '../../part/Notice.tsx';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { useLang } from '../hooks.ts';
import { Picker } from '../Picker.tsx';
import { dutyForm, dutyRecord, newDuty } from './duty-form.ts';
import { judge, type Wrong } from './judge.ts';
import { inLang, nameOf, placesOf, scopeOf, useNaming } from './names.ts';
import { ask } from './state.ts';
import type { PostOf } from './week.ts';
import { WeeklyFields } from './WeeklyFields.tsx';
import css from './directory.module.css';

const close = () => ask(undefined);

/** Who is on duty for a function, every week or between two moments. Who holds the function is offered first. */
export function DutyDialog({ id, post }: { id: string | undefined; post: PostOf | undefined }) {
  const { t } = useTranslation();
  const lang = useLang();
  const naming = useNaming();
  const { plan } = naming;
  const { contacts, duties, organisations } = usePicture((p) => p.shown.directory);
  const row = id === undefined ? undefined : duties.get(id);
  const [form, setForm] = useState(() => (row ? dutyForm(row) : newDuty(post)));
  // The entry that the form was begun on: an edit of others is not written over unawares.
  const [basedOn] = useState(row?.seq ?? 0);
  const [wrong, setWrong] = useState<Wrong>();
  const change = (patch: Partial<typeof form>) => setForm({ ...form, ...patch });
  const scope = scopeOf(plan, form.function);
  // Who holds the function here, then who holds it elsewhere, then all others.
  const fit = (one: { holds: readonly Holding[] }) =>
    Math.max(
      0,
      ...one.holds
        .filter((held) => held.function === form.function)
        .map(({ municipality, zone, manager }) =>
          (municipality ?? zone ?? manager ?? '') === form.place ? 2 : 1,
        ),
    );
  const people = [...contacts.values()]
    .sort((a, b) => fit(b) - fit(a) || a.name.localeCompare(b.name, lang))
    .map((one) => {
      const own = organisations.get(one.organisation);
      return {
        ...{ id: one.id, name: one.name, hint: own ? inLang(own.name, lang) : '' },
        words: [
          ...one.holds.map((held) => nameOf(plan.functions, held.function, lang)),
          ...Object.values(own?.name ?? {}),
        ].join(' '),
      };
    });
  const submit = () => {
    const duty = dutyRecord(form, id ?? crypto.randomUUID(), plan);
    const data = { duty, basedOn };
    const found = judge('directory.save', data, lang);
    setWrong(found);
    if (found) return;
    send('directory.save', data);
    close();
  };
  return (
    <Dialog
      title={t(row ? 'directory.editDuty' : 'directory.newDuty')}
      width={880}
      onClose={close}
      onSubmit={submit}
      testId="dialog-duty"
      footer={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={css.pair}>
        <Select
          label={t('directory.function')}
          value={form.function}
          onChange={(held) => change({ function: held, place: '' })}
          options={plan.functions
            .map(({ id: one, name }) => ({ value: one, label: inLang(name, lang) }))
            .sort((a, b) => a.label.localeCompare(b.label, lang))}
          empty="…"
          data-autofocus={!form.function || undefined}
        />
        {scope && scope !== 'region' && (
          <Select
            label={t(`directory.scope-${scope}`)}
            value={form.place}
            onChange={(place) => change({ place })}
            options={placesOf(scope, naming).map((one) => ({ value: one.id, label: one.name }))}
            empty="…"
          />
        )}
      </div>
      {/* Not folding: a list that goes when the mouse is pressed elsewhere takes the button from under it. */}
      <Picker
        label={t('directory.dutyWho')}
        placeholder={t('directory.dutyWhoHint')}
        none={t('directory.none')}
        choices={people}
        value={form.contact || undefined}
        onChange={(one) => change({ contact: one ?? '' })}
        autoFocus={form.function !== ''}
      />
      <WeeklyFields form={form} change={change} />
      {wrong && <Notice tone="bad">{wrong.message ?? t('directory.wrongDuty')}</Notice>}
    </Dialog>
  );
}
