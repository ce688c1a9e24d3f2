import { useTranslation } from 'react-i18next';
import { momentOf } from '../part/time.ts';
import { useReaders } from './hooks.ts';
import css from './logbook.module.css';

/** Who has read this logbook, and up to where: the record of who knew what when. */
export function Readers({ incident, newest }: { incident: string; newest: number }) {
  const { t } = useTranslation();
  const readers = useReaders(incident);
  if (readers.length === 0) return <span className={css.toggle}>{t('journal.nobodyRead')}</span>;
  return (
    <details className={css.readers} data-testid="readers">
      <summary>{t('journal.readBy', { count: readers.length })}</summary>
      <ul>
        {readers.map((mark) => (
          <li key={mark.person}>
            <span>{mark.name}</span>
            <span>
              {mark.upTo >= newest ? t('journal.readAll') : t('journal.readUpTo', { n: mark.upTo })}
              {' · '}
              {momentOf(mark.at)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
