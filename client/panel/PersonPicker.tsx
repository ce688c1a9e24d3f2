import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { loadPeople, useSession } from '../session.ts';
import { useNames } from './hooks.ts';
import { Picker } from './Picker.tsx';

/** One of the people of the centre, by name or role. Whoever was added meanwhile is asked for. */
export function PersonPicker({
  label,
  value,
  onChange,
  except = [],
  nobody,
  error,
}: {
  label: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  except?: readonly string[];
  /** Name of the choice "nobody", id ''. */
  nobody?: string;
  error?: string | undefined;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const people = useSession((s) => s.people);
  useEffect(() => void loadPeople(), []);
  const choices = people
    .filter((person) => !except.includes(person.id))
    .map(({ id, name, role }) => ({ id, name, words: names.role(role), hint: names.role(role) }))
    .sort((a, b) => a.name.localeCompare(b.name, names.lang));
  return (
    <Picker
      label={label}
      placeholder={t('incident.personFilter')}
      none={t('incident.noPeople')}
      choices={nobody === undefined ? choices : [...choices, { id: '', name: nobody }]}
      value={value}
      onChange={onChange}
      error={error}
      autoFocus
      testId="person"
    />
  );
}
