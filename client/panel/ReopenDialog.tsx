import { useTranslation } from 'react-i18next';
import type { Incident } from '../../shared/subject/incident/schema.ts';
import { send } from '../send.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

export function ReopenDialog({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      draft={`reopen.${incident.id}`}
      title={`${incident.number}: ${t('incident.reopenLong')}`}
      label={t('incident.reopenReason')}
      needed={t('incident.needed')}
      max={1000}
      confirm={t('incident.reopen')}
      testId="dialog-reopen"
      onText={(reason) => send('incident.reopen', { incident: incident.id, reason })}
    />
  );
}
