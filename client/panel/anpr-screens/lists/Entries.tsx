import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListSummary } from '../../../../shared/anpr/list.ts';
import { Button } from '../../../part/Button.tsx';
import { Empty } from '../../../part/Empty.tsx';
import { Field } from '../../../part/Field.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { useLang } from '../../hooks.ts';
import { useRight } from '../right.ts';
import { ask, focusFirst, ROW } from '../state.ts';
import { useEntries } from './entries.ts';
import { EntryRow, HEAD_HEIGHT, HEADS, ROW_HEIGHT } from './EntryRow.tsx';
import { useShown } from './in-hand.ts';
import { useWalk } from './walk-entries.ts';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

/** The vehicles of a list: sought on the server, drawn only as far as they are in view. */
export function Entries({ list }: { list: ListSummary }) {
  const { t } = useTranslation();
  const lang = useLang();
  const edits = useRight('anpr-lists');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useEntries(list.id, search, list.version);
  const { entries, more, busy, failed, fetchMore } = found;
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 8,
    // The head stands in the scrolled part too, and over it.
    ...{ scrollMargin: HEAD_HEIGHT, scrollPaddingStart: HEAD_HEIGHT },
  });
  const drawn = rows.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && lastDrawn >= entries.length - 20) fetchMore();
  }, [more, lastDrawn, entries.length, fetchMore]);
  useEffect(() => {
    useShown.setState({ entries, version: found.version });
    return () => useShown.setState({ entries: [] });
  }, [entries, found.version]);
  const { at, walk } = useWalk(entries.length, rows.scrollToIndex);

  return (
    <div className={css.entries}>
      <div className={css.entriesTop}>
        <div className={css.search}>
          <Field
            label={t('hotlist.search')}
            quiet
            type="search"
            placeholder={t('hotlist.searchHint')}
            value={typed}
            onChange={setTyped}
            maxLength={80}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              focusFirst(`[data-testid=entries] [${ROW}]`);
            }}
            data-testid="entry-search"
          />
        </div>
        <span className={frame.dim} role="status">
          {busy
            ? t('plates.busy')
            : t(more ? 'hotlist.shownMore' : 'hotlist.shownAll', {
                count: entries.length,
                of: list.entries.toLocaleString(lang),
              })}
        </span>
        <span className={frame.grow} />
        <span className={frame.dim}>{t('hotlist.readLogged')}</span>
        {edits && (
          <Button
            size="small"
            icon="plus"
            keys="n"
            data-testid="entry-new"
            onClick={() => ask({ what: 'entry', list: list.id })}
          >
            {t('hotlist.newEntry')}
          </Button>
        )}
      </div>
      {failed !== undefined && (
        <Notice tone="bad">
          <div className={frame.bar}>
            <span>{failed || t('shell.unreachable')}</span>
            <Button size="small" onClick={found.again}>
              {t('plates.again')}
            </Button>
          </div>
        </Notice>
      )}
      {!busy && failed === undefined && entries.length === 0 ? (
        <Empty title={t(search ? 'hotlist.noneFound' : 'hotlist.empty')}>
          {search ? t('hotlist.noneFoundHint') : edits && t('hotlist.emptyHint')}
        </Empty>
      ) : (
        <div
          className={css.grid}
          role="grid"
          aria-label={t('hotlist.entriesOf', { list: list.title[lang] })}
          aria-rowcount={more ? -1 : entries.length + 1}
          data-testid="entries"
          onKeyDown={walk}
        >
          <div ref={scroll} className={css.gridScroll} role="presentation">
            <div className={css.gridHead} role="rowgroup">
              <div className={css.gridRow} role="row" aria-rowindex={1}>
                {HEADS.map((head) => (
                  <span key={head} role="columnheader">
                    {t(`hotlist.${head}`)}
                  </span>
                ))}
              </div>
            </div>
            <div
              className={css.gridBody}
              role="rowgroup"
              style={{ height: entries.length * ROW_HEIGHT }}
            >
              {drawn.map(({ index, key, start }) => {
                const entry = entries[index];
                return (
                  entry && (
                    <EntryRow
                      key={key}
                      entry={entry}
                      index={index}
                      start={start - HEAD_HEIGHT}
                      held={index === at}
                      edit={
                        edits
                          ? () => ask({ what: 'entry', list: list.id, entry, base: found.version })
                          : undefined
                      }
                    />
                  )
                );
              })}
            </div>
          </div>
        </div>
      )}
      {edits && entries.length > 0 && <p className={frame.dim}>{t('hotlist.rowKeys')}</p>}
    </div>
  );
}
