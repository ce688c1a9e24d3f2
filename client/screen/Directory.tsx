import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DirectoryDialogs } from '../panel/directory/DirectoryDialogs.tsx';
import { Due } from '../panel/directory/Due.tsx';
import { dueOf } from '../panel/directory/due.ts';
import { Duties } from '../panel/directory/Duties.tsx';
import { Records } from '../panel/directory/Records.tsx';
import { ask, setDirectory, TABS, today, useDirectory } from '../panel/directory/state.ts';
import { Tester } from '../panel/directory/Tester.tsx';
import { useMay } from '../panel/hooks.ts';
import { Button } from '../part/Button.tsx';
import { useNow } from '../part/time.ts';
import { useSession } from '../session.ts';
import { usePicture } from '../store.ts';
import css from '../panel/directory/directory.module.css';

const PARTS = { records: Records, duties: Duties, due: Due, tester: Tester } as const;

/**
 * Who is reached, for what, where and how (measures M10.9 and M10.11): records and their yearly check,
 * rosters, who would be called, and the list on paper for the day on which nothing works.
 */
export function Directory() {
  const { t } = useTranslation();
  const may = useMay();
  const tab = useDirectory((d) => d.tab);
  const directory = usePicture((p) => p.shown.directory);
  const numbers = useSession((s) => s.me?.rights.cleared.includes('personal') ?? false);
  useNow(3_600_000);
  const day = today();
  const late = useMemo(
    () => dueOf(directory, day).filter((one) => one.late >= 0).length,
    [directory, day],
  );
  const Part = PARTS[tab];
  return (
    <div className={css.screen} data-testid="directory">
      <header className={css.head}>
        <h1>{t('directory.title')}</h1>
        <div className={css.tabs} role="group" aria-label={t('directory.parts')}>
          {TABS.map((one, i) => (
            <Button
              key={one}
              className={css.tab}
              aria-pressed={tab === one}
              keys={String(i + 1)}
              onClick={() => setDirectory({ tab: one })}
            >
              {t(`directory.tab-${one}`)}
              {one === 'due' && late > 0 && (
                <b className={css.badge} data-testid="directory-late">
                  {late}
                </b>
              )}
            </Button>
          ))}
        </div>
        <span className={css.grow} />
        {may('directory.import') && (
          <Button size="small" keys="i" onClick={() => ask({ what: 'import' })}>
            {t('directory.import')}
          </Button>
        )}
        <a className={css.download} href="/api/directory.csv" download>
          {t('directory.exportCsv')}
        </a>
        <a className={css.download} href="/api/directory.vcf" download>
          {t('directory.exportCards')}
        </a>
        <Button size="small" keys="p" onClick={() => ask({ what: 'paper' })}>
          {t('directory.paper')}
        </Button>
        {!numbers && <p className={css.hidden}>{t('directory.hiddenNote')}</p>}
      </header>
      <Part />
      <DirectoryDialogs />
    </div>
  );
}
