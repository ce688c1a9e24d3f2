import { useTranslation } from 'react-i18next';
import type { ContactRow, OrganisationRow } from '../../../shared/subject/directory/schema.ts';
import { momentOf } from '../../part/time.ts';
import { Before } from './Before.tsx';
import { dueOn, isDue } from './due.ts';
import { today } from './state.ts';
import css from './directory.module.css';

/** Who keeps a record right, when it was looked at, and who wrote it last. */
export function Kept({
  kind,
  row,
  languages,
}: {
  kind: 'organisation' | 'contact';
  row: OrganisationRow | ContactRow;
  languages?: readonly string[];
}) {
  const { t } = useTranslation();
  const due = isDue(row.checked, today());
  return (
    <section>
      <dl className={css.facts}>
        {languages && languages.length > 0 && (
          <>
            <dt>{t('directory.languages')}</dt>
            <dd>{languages.map((one) => t(`directory.lang-${one}`)).join(', ')}</dd>
          </>
        )}
        {(row.from || row.until) && (
          <>
            <dt>{t('directory.inForce')}</dt>
            <dd>{t('directory.days', { from: row.from ?? '…', until: row.until ?? '…' })}</dd>
          </>
        )}
        {row.note && (
          <>
            <dt>{t('directory.note')}</dt>
            <dd className={css.note}>{row.note}</dd>
          </>
        )}
        <dt>{t('directory.keeper')}</dt>
        <dd>{row.keeper}</dd>
        <dt>{t('directory.checked')}</dt>
        <dd className={due ? css.warn : undefined}>
          {t(due ? 'directory.checkedLate' : 'directory.checkedFine', {
            day: row.checked,
            due: dueOn(row.checked),
          })}
        </dd>
        <dt>{t('directory.written')}</dt>
        <dd>{t('directory.writtenBy', { by: row.by, at: momentOf(row.at), seq: row.seq })}</dd>
      </dl>
      <Before kind={kind} row={row} />
    </section>
  );
}
