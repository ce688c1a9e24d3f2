import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import { send } from '../../send.ts';
import { useLang } from '../hooks.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { KindSwatch } from './KindSwatch.tsx';
import { sizeText } from './size.ts';
import css from './perimeter.module.css';

/** Lifting asks why: who may go back in relies on it. */
export function LiftDialog({ row, incident }: { row: Perimeter; incident: Incident }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <ReasonDialog
      draft={`lift.${row.id}`}
      title={`${incident.number}: ${t('perimeter.liftLong')}`}
      label={t('perimeter.liftReason')}
      needed={t('perimeter.liftNeeded')}
      max={1000}
      confirm={t('perimeter.lift')}
      testId="dialog-lift"
      onText={(reason) => send('perimeter.lift', { perimeter: row.id, reason })}
    >
      <p className={css.bar}>
        <KindSwatch kind={row.kind} />
        <b>{t(`perimeter.kind-${row.kind}`)}</b>
        {row.label} <span className={css.dim}>{sizeText(row.shape, t, lang)}</span>
      </p>
    </ReasonDialog>
  );
}
