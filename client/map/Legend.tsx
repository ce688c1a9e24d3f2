import { useTranslation } from 'react-i18next';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { usePicture } from '../store.ts';
import css from './MapPane.module.css';

/** What the marks mean, folded away until asked for; and how much the map cannot show. */
export function Legend() {
  const { t } = useTranslation();
  const reports = usePicture((p) => p.shown.report.reports);
  const without = reports.count((one) => one.status === 'new' && !one.place?.point);
  return (
    <details className={css.legend}>
      <summary>
        {t('map.legend')}
        {without > 0 && <span className={css.without}>{t('map.without', { count: without })}</span>}
      </summary>
      <ul>
        <li>
          {[1, 2, 3, 4].map((priority) => (
            <PriorityMark key={priority} priority={priority} size={18} />
          ))}
          {t('map.incidents')}
        </li>
        <li>
          <i className={css.hollow} /> {t('map.reports')}
        </li>
        <li>
          <i className={css.many}>12</i> {t('map.cluster')}
        </li>
        <li>
          <i className={css.hollow} data-faint /> {t('map.merged')}
        </li>
      </ul>
    </details>
  );
}
