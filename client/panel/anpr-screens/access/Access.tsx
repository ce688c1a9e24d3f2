import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnpr } from '../../../anpr.ts';
import { Button } from '../../../part/Button.tsx';
import { Empty } from '../../../part/Empty.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { useNow } from '../../../part/time.ts';
import { loadPeople, useSession } from '../../../session.ts';
import { useLang, useNames } from '../../hooks.ts';
import { fetchCameras } from '../cameras/ask-cameras.ts';
import { stampOf } from '../day.ts';
import { hasRight } from '../right.ts';
import { Paper } from '../Paper.tsx';
import { ROW } from '../state.ts';
import { walkRows } from '../walk-rows.ts';
import { AccessFilters } from './AccessFilters.tsx';
import { AccessTable } from './AccessTable.tsx';
import { useAccess } from './ask-access.ts';
import { NO_FILTER } from './filter.ts';
import type { Naming } from './sentence.ts';
import frame from '../anpr-screens.module.css';
import css from './access.module.css';

/** Who looked at what and why, each line as a sentence; for the data protection officer, on the screen and on paper. */
export function Access() {
  const { t } = useTranslation();
  const lang = useLang();
  const names = useNames();
  const { cameras, lists } = useAnpr();
  const me = useSession((s) => s.me?.person.name ?? '');
  const now = useNow(1_000);
  const [filter, setFilter] = useState(NO_FILTER);
  const { rows, more, busy, failed, find, fetchMore } = useAccess();
  useEffect(() => {
    void loadPeople();
    if (hasRight('anpr-flow')) void fetchCameras();
  }, []);
  const naming = useMemo(
    (): Naming => ({
      ...{ t, lang, role: names.role },
      camera: (id) => cameras.get(id)?.name[lang === 'fr' ? 'fr' : 'nl'] ?? id,
      list: (id) => lists.find((one) => one.id === id)?.title[lang] ?? id,
    }),
    [t, lang, names.role, cameras, lists],
  );
  return (
    <div className={css.access}>
      <AccessFilters
        {...{ filter, setFilter, busy }}
        onFind={() => find(filter)}
        onClear={() => {
          setFilter(NO_FILTER);
          find(NO_FILTER);
        }}
      />
      {failed !== undefined && <Notice tone="bad">{failed || t('shell.unreachable')}</Notice>}
      <div className={css.top}>
        <span className={frame.dim} role="status">
          {busy ? t('plates.busy') : t('plates.rows', { count: rows.length })}
        </span>
        <span className={frame.dim}>{t('plates.accessNote')}</span>
        <span className={frame.grow} />
        <Button size="small" keys="p" onClick={() => print()}>
          {t('plates.print')}
        </Button>
      </div>
      <div className={css.rows} onKeyDown={(event) => walkRows(event, `tr[${ROW}]`)}>
        <AccessTable rows={rows} naming={naming} />
        {rows.length === 0 && !busy && failed === undefined && (
          <Empty title={t('plates.noRows')}>{t('plates.noRowsHint')}</Empty>
        )}
        {more && (
          <p className={css.more}>
            <Button disabled={busy} onClick={fetchMore}>
              {t('plates.older')}
            </Button>
          </p>
        )}
      </div>
      <Paper>
        <p>{t('plates.printedBy', { name: me, at: stampOf(now, lang) })}</p>
        <AccessTable rows={rows} naming={naming} plain />
      </Paper>
    </div>
  );
}
