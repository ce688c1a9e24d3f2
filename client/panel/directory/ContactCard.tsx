import { useTranslation } from 'react-i18next';
import { isIn } from '../../../shared/plan/holders.ts';
import type { ContactRow } from '../../../shared/subject/directory/schema.ts';
import { Button } from '../../part/Button.tsx';
import { CopyButton } from '../../part/CopyButton.tsx';
import { Tag } from '../../part/Tag.tsx';
import { usePicture } from '../../store.ts';
import { CardHead } from './CardHead.tsx';
import { Kept } from './Kept.tsx';
import { inLang, nameOf, placeName, useNaming } from './names.ts';
import { show, today } from './state.ts';
import css from './directory.module.css';

/** A person or a desk: the numbers large enough to dial from, in the order in which they are tried. */
export function ContactCard({ row }: { row: ContactRow }) {
  const { t } = useTranslation();
  const naming = useNaming();
  const { plan, lang } = naming;
  const organisation = usePicture((p) => p.shown.directory.organisations.get(row.organisation));
  const day = today();
  return (
    <>
      <CardHead kind="contact" row={row} name={row.name}>
        {row.single && <Tag tone="accent">{t('directory.singleLong')}</Tag>}
        {!isIn(row, day) && <Tag tone="warn">{t('directory.notInForce')}</Tag>}
        {organisation && (
          <Button
            size="small"
            kind="quiet"
            onClick={() => show({ kind: 'organisation', id: organisation.id })}
          >
            {inLang(organisation.name, lang)}
          </Button>
        )}
      </CardHead>
      <section>
        <h3>{t('directory.ways')}</h3>
        {row.ways === undefined ? (
          <p className={css.hidden}>{t('directory.hidden')}</p>
        ) : row.ways.length === 0 ? (
          <p className={css.warn}>{t('directory.noWays')}</p>
        ) : (
          <ol className={css.ways}>
            {row.ways.map((way, i) => (
              <li key={`${way.channel} ${way.address} ${i}`}>
                <span className={css.dim}>{nameOf(plan.channels, way.channel, lang)}</span>
                <b className={css.address}>{way.address}</b>
                {way.hours !== 'always' && <Tag>{t(`directory.hours-${way.hours}`)}</Tag>}
                <CopyButton text={way.address} />
              </li>
            ))}
          </ol>
        )}
      </section>
      <section>
        <h3>{t('directory.holds')}</h3>
        {row.holds.length === 0 && <p className={css.dim}>{t('directory.holdsNone')}</p>}
        <ul className={css.holds}>
          {row.holds.map((one, i) => (
            <li key={i} data-over={!isIn(one, day) || undefined}>
              <b>{nameOf(plan.functions, one.function, lang)}</b>
              <span>{placeName(one, naming) || t('directory.region')}</span>
              <span className={css.dim}>
                {one.rank === 1
                  ? t('directory.rankHolder')
                  : t('directory.rankDeputy', { rank: one.rank - 1 })}
              </span>
              {(one.from || one.until) && (
                <span className={css.dim}>
                  {t('directory.days', { from: one.from ?? '…', until: one.until ?? '…' })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Kept row={row} kind="contact" languages={row.languages} />
    </>
  );
}
