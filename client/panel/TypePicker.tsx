import { useTranslation } from 'react-i18next';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { useSession } from '../session.ts';
import { useLang } from './hooks.ts';
import { Picker } from './Picker.tsx';

/** The type of an incident, found by its name in any of the three languages. */
export function TypePicker(props: {
  value: string | undefined;
  onChange: (type: string | undefined) => void;
  autoFocus?: boolean;
  required?: boolean;
  error?: string | undefined;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const settings = useSession((s) => s.settings);
  const choices = (settings?.incidentTypes ?? []).map(({ id, name, priority }) => ({
    id,
    name: name[lang],
    words: Object.values(name).join(' '),
    mark: <PriorityMark priority={priority} size={16} />,
  }));
  return (
    <Picker
      label={t('incident.type')}
      placeholder={t('incident.typeFilter')}
      none={t('incident.noType')}
      choices={choices}
      folds
      required
      testId="type"
      {...props}
    />
  );
}
