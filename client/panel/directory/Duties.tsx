import { stepTo } from '../../part/step.ts';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { finds } from '../../../shared/select.ts';
import { Button } from '../../part/Button.tsx';
import { Empty } from '../../part/Empty.tsx';
import { Field } from '../../part/Field.tsx';
import { momentOf, useNow } from '../../part/time.ts';
import { usePicture } from '../../store.ts';
import { useMay } from '../hooks.ts';
import { nameOf, placeName, useNaming } from './names.ts';
import { ask } from './state.ts';
import { Week } from './Week.tsx';
import { nowAndNext, postKey, postsOf, type PostOf } from './week.ts';
import css from './directory.module.css';

/** Rosters: who is on duty now and who comes next, for every post that has one; the chosen one by the week. */
export function Duties() {
  const { t } = useTranslation();
  const may = useMay();
  const naming = useNaming();
  const { plan, managers, lang } = naming;
  const directory = usePicture((p) => p.shown.directory);
  const [typed, setTyped] = useState('');
  const [key, setKey] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const minute = Math.floor(useNow(60_000) / 60_000) * 60_000;

  const all = useMemo(() => {
    const at = new Date(minute).toISOString();
    const named = { plan, managers, lang };
    return postsOf(directory)
      .map((post) => ({
        ...{ post, key: postKey(post), ...nowAndNext(directory, post, at) },
        title: nameOf(plan.functions, post.function, lang),
        place: placeName(post, named),
      }))
      .sort((a, b) => a.title.localeCompare(b.title, lang) || a.place.localeCompare(b.place, lang));
  }, [directory, plan, managers, lang, minute]);
  const name = (id: string) => directory.contacts.get(id)?.name ?? id;
  const posts = all.filter((one) =>
    finds(typed, [one.title, one.place, one.now && name(one.now.contact)]),
  );
  const chosen = posts.find((one) => one.key === key) ?? posts[0];
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.key]);

  const go = (event: KeyboardEvent) => {
    const at = posts.findIndex((one) => one === chosen);
    const to = stepTo(event.key, at, posts.length);
    if (to === undefined) return;
    event.preventDefault();
    setKey(posts[to]!.key);
    requestAnimationFrame(() => {
      if (document.activeElement?.getAttribute('role') === 'option')
        list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    });
  };
  return (
    <div className={css.records}>
      <section className={css.left} aria-label={t('directory.tab-duties')}>
        <div className={css.top}>
          <Field
            label={t('directory.search')}
            quiet
            type="search"
            placeholder={t('directory.searchDuty')}
            value={typed}
            onChange={setTyped}
            onKeyDown={go}
            autoFocus
            data-testid="directory-search"
          />
          <div className={css.bar}>
            <span className={css.dim}>{t('directory.countPosts', { count: posts.length })}</span>
            <span className={css.grow} />
            {may('directory.save') && (
              <Button
                size="small"
                icon="plus"
                keys="n"
                data-testid="directory-new-duty"
                onClick={() => ask({ what: 'duty', post: chosen?.post })}
              >
                {t('directory.newDuty')}
              </Button>
            )}
          </div>
        </div>
        <div
          ref={list}
          className={css.list}
          role="listbox"
          aria-label={t('directory.tab-duties')}
          onKeyDown={go}
        >
          {posts.map((one) => (
            <div
              key={one.key}
              role="option"
              aria-selected={one === chosen}
              tabIndex={one === chosen ? 0 : -1}
              className={css.post}
              data-testid="directory-post"
              onClick={() => setKey(one.key)}
            >
              <b>{one.title}</b>
              <span className={css.dim}>{one.place || t('directory.region')}</span>
              <span className={one.now ? css.onDuty : css.dim}>
                {one.now
                  ? t('directory.nowUntil', {
                      name: name(one.now.contact),
                      at: momentOf(one.now.at),
                    })
                  : t('directory.nowNobody')}
              </span>
              {one.next && (
                <span className={css.dim}>
                  {t('directory.nextFrom', {
                    name: name(one.next.contact),
                    at: momentOf(one.next.at),
                  })}
                </span>
              )}
            </div>
          ))}
        </div>
        {posts.length === 0 && <Empty title={t('directory.dutiesNone')} />}
      </section>
      {chosen ? (
        <Week
          key={chosen.key}
          post={chosen.post satisfies PostOf}
          title={[chosen.title, chosen.place].filter(Boolean).join(' · ')}
        />
      ) : (
        <div />
      )}
    </div>
  );
}
