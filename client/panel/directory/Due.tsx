import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Empty } from '../../part/Empty.tsx';
import { usePicture } from '../../store.ts';
import { useMay } from '../hooks.ts';
import { dueOf, SOON, type Due as Line } from './due.ts';
import { inLang, useNaming } from './names.ts';
import { check, ROW, rowKey, show, today } from './state.ts';
import css from './directory.module.css';

/** Records that nobody looked at for a year, and those whose year is nearly over. One key: right as of today. */
export function Due() {
  const { t } = useTranslation();
  const directory = usePicture((p) => p.shown.directory);
  const day = today();
  const lines = useMemo(() => dueOf(directory, day), [directory, day]);
  const late = lines.filter((one) => one.late >= 0);
  const soon = lines.filter((one) => one.late < 0);
  return (
    <div className={css.page} data-testid="directory-due">
      <p className={css.dim}>{t('directory.dueNote')}</p>
      <section>
        <h2>{t('directory.dueLate', { count: late.length })}</h2>
        {late.length === 0 && <Empty title={t('directory.dueNone')} />}
        <Lines lines={late} />
      </section>
      {soon.length > 0 && (
        <section>
          <h2>{t('directory.dueSoon', { days: SOON, count: soon.length })}</h2>
          <Lines lines={soon} />
        </section>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const { lang } = useNaming();
  const may = useMay();
  const { organisations, contacts } = usePicture((p) => p.shown.directory);
  return (
    <ul className={css.dues}>
      {lines.map((line) => {
        const key = { kind: line.kind, id: line.id };
        const contact = line.kind === 'contact' ? contacts.get(line.id) : undefined;
        const own = organisations.get(contact?.organisation ?? line.id);
        const organisation = own ? inLang(own.name, lang) : '';
        return (
          <li key={rowKey(key)} data-late={line.late >= 0 || undefined}>
            <button
              type="button"
              className={css.due}
              onClick={() => show(key)}
              {...{ [ROW]: rowKey(key) }}
            >
              <span className={css.days}>
                {line.late >= 0
                  ? t('directory.lateDays', { count: line.late })
                  : t('directory.leftDays', { count: -line.late })}
              </span>
              <b>{contact ? contact.name : organisation}</b>
              <span className={css.dim}>
                {contact ? organisation : t('directory.organisation')}
              </span>
              <span className={css.dim}>
                {t('directory.lastChecked', { day: line.checked, by: line.keeper })}
              </span>
            </button>
            {may('directory.check') && (
              <Button size="small" icon="tick" keys="v" tabIndex={-1} onClick={() => check(key)}>
                {t('directory.check')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
