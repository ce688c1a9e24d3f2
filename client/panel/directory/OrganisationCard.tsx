import { useTranslation } from 'react-i18next';
import { isIn } from '../../../shared/plan/holders.ts';
import type { OrganisationRow } from '../../../shared/subject/directory/schema.ts';
import { Button } from '../../part/Button.tsx';
import { Tag } from '../../part/Tag.tsx';
import { usePicture } from '../../store.ts';
import { useMay } from '../hooks.ts';
import { CardHead } from './CardHead.tsx';
import { Kept } from './Kept.tsx';
import { inLang, nameOf, placeName, useNaming } from './names.ts';
import { setDirectory, show, today } from './state.ts';
import css from './directory.module.css';

/** A partner service: what it is called in the other languages, where it stands, and its people. */
export function OrganisationCard({ row }: { row: OrganisationRow }) {
  const { t } = useTranslation();
  const may = useMay();
  const naming = useNaming();
  const { plan, lang } = naming;
  const contacts = usePicture((p) => p.shown.directory.contacts);
  const people = [...contacts.values()]
    .filter(({ organisation }) => organisation === row.id)
    .sort((a, b) => Number(b.single) - Number(a.single) || a.name.localeCompare(b.name, lang));
  const own = inLang(row.name, lang);
  const others = Object.values(row.name).filter((name) => name !== own);
  const place = placeName(row, naming);
  return (
    <>
      <CardHead kind="organisation" row={row} name={own}>
        <Tag>{nameOf(plan.categories, row.category, lang)}</Tag>
        {place && place !== own && <Tag>{place}</Tag>}
        {!isIn(row, today()) && <Tag tone="warn">{t('directory.notInForce')}</Tag>}
      </CardHead>
      {others.length > 0 && <p className={css.dim}>{[...new Set(others)].join(' · ')}</p>}
      <section>
        <h3>{t('directory.people', { count: people.length })}</h3>
        {people.length > 0 && !people.some(({ single }) => single) && (
          <p className={css.warn}>{t('directory.singleMissing')}</p>
        )}
        <ul className={css.people}>
          {people.map((one) => (
            <li key={one.id}>
              <Button
                kind="quiet"
                className={css.person}
                onClick={() => show({ kind: 'contact', id: one.id })}
              >
                {one.name}
              </Button>
              {one.single && <Tag tone="accent">{t('directory.single')}</Tag>}
              <span className={css.dim}>
                {one.holds.map((held) => nameOf(plan.functions, held.function, lang)).join(', ')}
              </span>
            </li>
          ))}
        </ul>
        {may('directory.save') && (
          <Button
            size="small"
            icon="plus"
            onClick={() => setDirectory({ edits: { new: 'contact', organisation: row.id } })}
          >
            {t('directory.newContactHere')}
          </Button>
        )}
      </section>
      <Kept row={row} kind="organisation" />
    </>
  );
}
