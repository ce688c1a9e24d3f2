import { stepTo } from '../../part/step.ts';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Empty } from '../../part/Empty.tsx';
import { Field } from '../../part/Field.tsx';
import { usePicture } from '../../store.ts';
import { useMay } from '../hooks.ts';
import { useNaming } from './names.ts';
import { RecordPane } from './RecordPane.tsx';
import {
  beginContact,
  choose,
  focusFirst,
  ROW,
  rowKey,
  setDirectory,
  useDirectory,
} from './state.ts';
import { indexOf, keysOf, search, type Key } from './tree.ts';
import { TreeRows } from './TreeRows.tsx';
import css from './directory.module.css';

/** All records: sought on the left, the chosen one on the right. */
export function Records() {
  const { t } = useTranslation();
  const may = useMay();
  const naming = useNaming();
  const directory = usePicture((p) => p.shown.directory);
  const chosen = useDirectory((d) => d.chosen);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const list = useRef<HTMLDivElement>(null);
  const { plan, managers, lang } = naming;
  const index = useMemo(
    () => indexOf(directory, { plan, managers, lang }),
    [directory, plan, managers, lang],
  );
  const branches = useMemo(() => search(index, wanted), [index, wanted]);
  const keys = useMemo(() => keysOf(branches), [branches]);
  const people = keys.filter(({ kind }) => kind === 'contact').length;
  const at = chosen ? keys.findIndex((one) => rowKey(one) === rowKey(chosen)) : -1;

  // Once, where somebody comes from another part of the screen: the chosen row is in sight.
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const go = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      const first = keys.find(({ kind }) => kind === 'contact') ?? keys[0];
      if (at < 0 && first) choose(first);
      focusFirst('[data-testid=directory-record]');
      return;
    }
    const to = stepped(keys, at, event.key);
    const next = to === undefined ? undefined : keys[to];
    if (!next) return;
    event.preventDefault();
    choose(next);
    requestAnimationFrame(() => {
      if (document.activeElement?.getAttribute('role') !== 'option') return;
      list.current?.querySelector<HTMLElement>(`[${ROW}="${CSS.escape(rowKey(next))}"]`)?.focus();
    });
  };

  return (
    <div className={css.records}>
      <section className={css.left} aria-label={t('directory.tab-records')}>
        <div className={css.top}>
          <Field
            label={t('directory.search')}
            quiet
            type="search"
            placeholder={t('directory.searchHint')}
            value={typed}
            onChange={setTyped}
            onKeyDown={go}
            autoFocus
            data-testid="directory-search"
          />
          <div className={css.bar}>
            <span className={css.dim} role="status">
              {t('directory.count', { count: people })}
            </span>
            <span className={css.grow} />
            {may('directory.save') && (
              <>
                <Button size="small" icon="plus" keys="n" onClick={beginContact}>
                  {t('directory.newContactShort')}
                </Button>
                <Button
                  size="small"
                  icon="plus"
                  keys="o"
                  onClick={() => setDirectory({ edits: { new: 'organisation' } })}
                >
                  {t('directory.newOrganisationShort')}
                </Button>
              </>
            )}
          </div>
        </div>
        <div
          ref={list}
          className={css.list}
          role="listbox"
          aria-label={t('directory.tab-records')}
          tabIndex={at < 0 && keys.length > 0 ? 0 : -1}
          onKeyDown={go}
        >
          <TreeRows branches={branches} chosen={at < 0 ? undefined : chosen} />
        </div>
        {keys.length === 0 && (
          <Empty title={t(directory.contacts.size > 0 ? 'directory.none' : 'directory.empty')}>
            {directory.contacts.size === 0 && t('directory.emptyHint')}
          </Empty>
        )}
      </section>
      <RecordPane />
    </div>
  );
}

/** Arrows go one on, pages ten; left and right from organisation to organisation. */
function stepped(keys: readonly Key[], at: number, pressed: string): number | undefined {
  const last = keys.length - 1;
  const to = stepTo(pressed, at, keys.length);
  if (to !== undefined) return to;
  if (document.activeElement?.getAttribute('role') !== 'option') return undefined;
  const isOne = ({ kind }: Key) => kind === 'organisation';
  if (pressed === 'Home') return 0;
  if (pressed === 'End') return last;
  if (pressed === 'ArrowLeft')
    return Math.max(0, keys.slice(0, Math.max(0, at)).findLastIndex(isOne));
  if (pressed !== 'ArrowRight') return undefined;
  const next = keys.findIndex((one, i) => i > at && isOne(one));
  return next < 0 ? last : next;
}
