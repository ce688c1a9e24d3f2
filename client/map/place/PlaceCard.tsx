import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInBrussels } from '../../../shared/day.ts';
import type { PlaceFacts } from '../../../shared/geo/place.ts';
import type { Lang } from '../../../shared/refusal.ts';
import { theGround, useGround } from '../../ground.ts';
import { Button, IconButton } from '../../part/Button.tsx';
import { CopyButton } from '../../part/CopyButton.tsx';
import { serverNow } from '../../part/time.ts';
import { factsOf } from './facts.ts';
import { kindName, metresText } from './kind.ts';
import { mayOpenHere, mayTake, openHere, takePlace } from './place.ts';
import { useMapState, type ShownPlace } from '../state.ts';
import css from './PlaceCard.module.css';

/** All that is known of a place, worked out in the console: it works without the server too. */
function usePlaceFacts(place: ShownPlace): PlaceFacts | undefined {
  const [facts, setFacts] = useState<PlaceFacts>();
  const geo = useGround((ground) => ground.geo);
  useEffect(() => {
    let over = false;
    async function tell(): Promise<void> {
      const ground = await theGround();
      const { tellPlace } = await import('../../../shared/geo/place.ts');
      if (!ground || over) return;
      const { managers, zones } = useGround.getState();
      setFacts(tellPlace(ground, managers, zones, place.point, dayInBrussels(serverNow())));
    }
    void tell();
    return () => {
      over = true;
    };
  }, [place, geo]);
  return facts;
}

/** What is here, whose it is, who runs it, who is near. */
export function PlaceCard() {
  const place = useMapState((map) => map.place);
  return place ? <Card key={place.point.join()} place={place} /> : null;
}

function Card({ place }: { place: ShownPlace }) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language as Lang;
  const own = lang === 'fr' ? 'fr' : 'nl';
  const facts = usePlaceFacts(place);
  const thing = useGround((ground) =>
    place.thing === undefined
      ? undefined
      : ground.geo?.features.find((one) => one.id === place.thing)?.properties,
  );
  const [lon, lat] = place.point;
  const position = `${lat.toFixed(5)} N  ${lon.toFixed(5)} E`;
  const { municipality, zone } = facts ?? {};
  const name = place.name?.[lang] ?? thing?.[lang];
  const here = facts?.here.filter(({ id }) => id !== place.thing) ?? [];
  const close = () => useMapState.setState({ place: undefined });
  return (
    <section className={css.card} aria-label={t('place.here')} data-testid="place-card">
      <header className={css.head}>
        <h2>{name ?? municipality?.properties[lang] ?? (facts ? t('place.outside') : '…')}</h2>
        <IconButton size="small" icon="close" label={t('place.close')} onClick={close} />
      </header>
      {thing && <p className={css.dim}>{kindName(place.name?.kind ?? thing.kind)}</p>}
      {name !== undefined && facts && <p>{municipality?.properties[lang] ?? t('place.outside')}</p>}
      {zone && <p>{t('place.zone', { name: `${zone.id} ${zone.name[own]}` })}</p>}
      <p className={css.position}>
        {position} <CopyButton text={`${lat.toFixed(6)}, ${lon.toFixed(6)}`} />
      </p>
      {thing &&
        factsOf(thing).map(({ text, late }) => (
          <p key={text} data-late={late}>
            {text}
          </p>
        ))}
      {here.length > 0 && (
        <>
          <h3>{t('place.onThisGround')}</h3>
          <ul>
            {here.slice(0, 8).map(({ id, properties }) => (
              <li key={id}>
                {properties[lang]} <span className={css.dim}>{kindName(properties.kind)}</span>
                {factsOf(properties).map(({ text, late }) => (
                  <span key={text} className={css.fact} data-late={late}>
                    {text}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {facts && facts.managers.length > 0 && (
        <>
          <h3>{t('place.managers')}</h3>
          <ul>
            {facts.managers.map(({ manager, of }) => (
              <li key={manager.id}>
                <span className={css.phone}>{manager.phone}</span>
                {manager[lang]}{' '}
                <span className={css.dim}>{of ? of.properties[lang] : t('place.municipal')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {facts && (
        <>
          <h3>{t('place.nearest')}</h3>
          <ul>
            {Object.values(facts.nearest).map(({ feature, metres }) => (
              <li key={feature.id}>
                <span className={css.phone}>{metresText(metres, lang)}</span>
                {feature.properties[lang]}{' '}
                <span className={css.dim}>{kindName(feature.properties.kind)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <footer className={css.foot}>
        {mayTake() && (
          <Button size="small" icon="pin" keys="Shift+G" onClick={() => takePlace(municipality)}>
            {t('place.take')}
          </Button>
        )}
        {mayOpenHere() && (
          <Button size="small" icon="plus" onClick={() => openHere(place, municipality)}>
            {t('place.openHere')}
          </Button>
        )}
      </footer>
    </section>
  );
}
