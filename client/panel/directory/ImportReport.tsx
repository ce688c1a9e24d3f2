import { useTranslation } from 'react-i18next';
import { Notice } from '../../part/Notice.tsx';
import { nameOf, useNaming } from './names.ts';
import type { Report } from './transfer.ts';
import css from './directory.module.css';

/** What a file would change, or changed: counts, then record by record; what is refused with line and reason. */
export function ImportReport({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { plan, lang } = useNaming();
  const { records, refused } = report;
  const left = report.new + report.changed - records.length;
  return (
    <div className={css.report} data-testid="import-report">
      <Notice tone={report.dry ? 'plain' : 'good'}>
        {t(report.dry ? 'directory.importWould' : 'directory.importDone', {
          ...{ new: report.new, changed: report.changed },
          ...{ unchanged: report.unchanged, refused: report.refusedCount },
        })}
      </Notice>
      {refused.length > 0 && (
        <section>
          <h3>{t('directory.importRefused', { count: report.refusedCount })}</h3>
          <ul className={css.refused}>
            {refused.map((one, i) => (
              <li key={i}>
                <b>{t('directory.line', { n: one.line })}</b> {one.id && <code>{one.id}</code>}{' '}
                {one.message} {one.path && <code>{one.path}</code>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {records.length > 0 && (
        <section>
          <h3>{t(report.dry ? 'directory.importRecords' : 'directory.importRecordsDone')}</h3>
          <table className={css.table}>
            <thead>
              <tr>
                <th>{t('directory.lineHead')}</th>
                <th>{t('directory.what')}</th>
                <th>{t('directory.record')}</th>
                <th>{t('directory.changes')}</th>
              </tr>
            </thead>
            <tbody>
              {records.map((one) => (
                <tr key={`${one.kind} ${one.id}`} data-what={one.what}>
                  <td>{one.line}</td>
                  <td>{t(`directory.what-${one.what}`)}</td>
                  <td>
                    {one.kind === 'duty'
                      ? t('directory.dutyFor', { name: nameOf(plan.functions, one.label, lang) })
                      : one.label}
                  </td>
                  <td>{one.fields.map((name) => t(`directory.field-${name}`)).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {left > 0 && <p className={css.dim}>{t('directory.importMore', { count: left })}</p>}
        </section>
      )}
    </div>
  );
}
