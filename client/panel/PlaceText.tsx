import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '../../shared/geo/search.ts';
import type { Place } from '../../shared/value.ts';
import { api } from '../api.ts';
import { Field } from '../part/Field.tsx';
import { useLang } from './hooks.ts';
import css from './PlaceText.module.css';

/** From how many letters on places are proposed. */
const FROM = 3;
const MOST = 6;

/** Places whose name one may be typing; none while nothing was typed since the last choice. */
function useProposals(text: string, typing: boolean): readonly Hit[] {
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const asks = typing && text.trim().length >= FROM;
  useEffect(() => {
    if (!asks) return;
    let over = false;
    const path = `/api/geo/search?limit=${MOST}&q=${encodeURIComponent(text)}`;
    void api<{ hits: Hit[] }>('GET', path).then((reply) => {
      if (!over) setHits(reply.ok ? reply.body.hits : []);
    });
    return () => {
      over = true;
    };
  }, [text, asks]);
  return asks ? hits : [];
}

/**
 * What a caller says of the place. Known places are proposed: arrow and Enter take one, with its point
 * and municipality; whoever goes on typing is left alone.
 */
export function PlaceText({
  place,
  onChange,
  autoFocus,
}: {
  place: Place;
  onChange: (place: Place) => void;
  autoFocus: boolean | undefined;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const list = useId();
  const [typing, setTyping] = useState(false);
  const [at, setAt] = useState(-1);
  const hits = useProposals(place.text ?? '', typing);
  const open = hits.length > 0;
  const name = (hit: Hit) => hit[lang === 'fr' ? 'fr' : 'nl'];

  function take(hit: Hit): void {
    setTyping(false);
    setAt(-1);
    const municipality = hit.kind === 'municipality' ? hit.nl : (hit.in?.nl ?? place.municipality);
    onChange({
      ...place,
      text: name(hit),
      point: hit.point,
      ...(municipality ? { municipality } : {}),
    });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (!open) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined)
      setAt((i) => (i + step + hits.length + (i < 0 && step < 0 ? 1 : 0)) % hits.length);
    else if (event.key === 'Enter' && hits[at]) take(hits[at]);
    else if (event.key === 'Escape') setTyping(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className={css.box} onKeyDown={onKeyDown} onBlur={() => setTyping(false)}>
      <Field
        label={t('incident.placeText')}
        maxLength={200}
        value={place.text ?? ''}
        onChange={(text) => {
          setTyping(true);
          setAt(-1);
          onChange({ ...place, text });
        }}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && at >= 0 ? `${list}-${at}` : undefined}
        data-autofocus={autoFocus || undefined}
      />
      <ul
        id={list}
        role="listbox"
        className={css.list}
        hidden={!open}
        aria-label={t('place.search')}
      >
        {hits.map((hit, i) => (
          <li
            key={`${hit.id} ${i}`}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === at}
            // Not a click: the field would lose the focus first.
            onMouseDown={(event) => {
              event.preventDefault();
              take(hit);
            }}
          >
            <span>{name(hit)}</span>
            <span className={css.side}>{hit.in?.[lang === 'fr' ? 'fr' : 'nl']}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
