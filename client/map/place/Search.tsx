import { Command } from 'cmdk';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '../../../shared/geo/search.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Point } from '../../../shared/value.ts';
import { api } from '../../api.ts';
import { Icon } from '../../part/Icon.tsx';
import { Kbd } from '../../part/Kbd.tsx';
import { theCamera } from '../camera.ts';
import { kindName } from './kind.ts';
import { useMapState } from '../state.ts';
import css from './Search.module.css';

interface Found {
  position?: Point;
  hits: Hit[];
}

/** Answers while one types: the latest question's only, and what was found before until it comes. */
function useFound(text: string): { found: Found; failed: boolean } {
  const [answer, setAnswer] = useState<{ found: Found; failed: boolean }>({
    found: { hits: [] },
    failed: false,
  });
  useEffect(() => {
    let over = false;
    async function ask(): Promise<void> {
      const reply = await api<Found>('GET', `/api/geo/search?q=${encodeURIComponent(text)}`);
      if (over) return;
      setAnswer({ found: reply.ok ? reply.body : { hits: [] }, failed: !reply.ok });
    }
    if (text.trim()) void ask();
    else setAnswer({ found: { hits: [] }, failed: false });
    return () => {
      over = true;
    };
  }, [text]);
  return answer;
}

/** A row's name for the widget: a thing can be found by two of its names. */
const rowOf = ({ id }: Hit, i: number): string => `${i} ${id}`;
const firstOf = ({ position, hits }: Found): string =>
  position ? 'position' : hits[0] ? rowOf(hits[0], 0) : '';

/** Three letters of a place and Enter: there. Over the map, at hand by key and always in sight. */
export function Search() {
  const { t, i18n } = useTranslation();
  const lang = i18n.language as Lang;
  const open = useMapState((map) => map.searching);
  const [text, setText] = useState('');
  const { found, failed } = useFound(open ? text : '');
  // The widget picks the first row when one types; the rows come later than that.
  const [picked, setPicked] = useState('');
  useEffect(() => setPicked(firstOf(found)), [found]);

  const leave = () => {
    setText('');
    useMapState.setState({ searching: false });
  };
  const go = (point: Point, hit?: Hit) => {
    leave();
    if (hit?.box) theCamera()?.frame(hit.box);
    else theCamera()?.fly(point);
    useMapState.setState({ place: { point, ...(hit ? { thing: hit.id, name: hit } : {}) } });
  };
  if (!open)
    return (
      <button
        type="button"
        className={css.closed}
        data-testid="place-search"
        onClick={() => useMapState.setState({ searching: true })}
      >
        <Icon name="search" />
        {t('place.search')}
        <Kbd keys="z" />
      </button>
    );
  const { position, hits } = found;
  return (
    <Command
      className={css.search}
      label={t('place.search')}
      shouldFilter={false}
      value={picked}
      onValueChange={setPicked}
      loop
      data-testid="place-search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave();
      }}
    >
      <div className={css.field}>
        <Icon name="search" />
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t('place.searchHint')}
          className={css.input}
        />
        <Kbd keys="Escape" />
      </div>
      {text.trim() && (
        <Command.List className={css.list} onMouseDown={(event) => event.preventDefault()}>
          <Command.Empty className={css.empty}>
            {t(failed ? 'place.unreachable' : 'place.nothing')}
          </Command.Empty>
          {position && (
            <Command.Item className={css.item} value="position" onSelect={() => go(position)}>
              <span className={css.label}>{`${position[1]} N  ${position[0]} E`}</span>
              <span className={css.side}>{t('place.position')}</span>
            </Command.Item>
          )}
          {hits.map((hit, i) => (
            <Command.Item
              key={`${hit.id} ${i}`}
              value={rowOf(hit, i)}
              className={css.item}
              onSelect={() => go(hit.point, hit)}
            >
              <span className={css.label}>
                {hit[lang]}
                {lang !== 'en' && hit.nl !== hit.fr && (
                  <span className={css.other}>{hit[lang === 'fr' ? 'nl' : 'fr']}</span>
                )}
              </span>
              <span className={css.side}>
                {[kindName(hit.kind), hit.in?.[lang === 'fr' ? 'fr' : 'nl']]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Command.Item>
          ))}
        </Command.List>
      )}
    </Command>
  );
}
