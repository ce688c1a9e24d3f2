import { useTranslation } from 'react-i18next';
import type { GeoFeature } from '../../../shared/geo/feature.ts';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import { useGround } from '../../ground.ts';
import { useInside } from '../../map/draw/inside.ts';
import { factsOf } from '../../map/place/facts.ts';
import { kindName } from '../../map/place/kind.ts';
import { Button } from '../../part/Button.tsx';
import { momentOf } from '../../part/time.ts';
import { useLang, useMay } from '../hooks.ts';
import type { InsideList } from './inside.ts';
import { peopleText } from './radius.ts';
import { putTally } from './do.ts';
import css from './perimeter.module.css';

/** Who and what lies inside a perimeter, and whether the incident has that list. */
export function InsideOf({ row }: { row: Perimeter }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const list = useInside(row.shape, 0);
  const known = useGround((ground) => ground.geo !== undefined);
  if (!list)
    return <p className={css.dim}>{t(known ? 'perimeter.counting' : 'perimeter.unknown')}</p>;
  return (
    <div className={css.inside} data-testid="inside">
      <h4>{t('perimeter.inside')}</h4>
      <p>
        {list.people === undefined
          ? t('perimeter.noPeople')
          : t('perimeter.people', { n: peopleText(list.people, lang) })}
      </p>
      {list.groups.length === 0 && <p className={css.dim}>{t('perimeter.nothing')}</p>}
      {list.groups.map(({ kind, things }) => (
        <details key={kind}>
          <summary>
            {kindName(kind)} <b>{things.length}</b>
          </summary>
          <ul>
            {things.map((thing) => (
              <ThingLine key={thing.id} thing={thing} />
            ))}
          </ul>
        </details>
      ))}
      <TallyState row={row} list={list} />
      {may('perimeter.tally') && (
        <Button
          size="small"
          keys="t"
          title={`${t('perimeter.tally')} (T)`}
          data-testid="tally"
          onClick={() => void putTally(row)}
        >
          {t('perimeter.tallyShort')}
        </Button>
      )}
    </div>
  );
}

/** Its name, and whom to call about it. */
function ThingLine({ thing: { properties } }: { thing: GeoFeature }) {
  const lang = useLang();
  const manager = useGround((ground) =>
    ground.managers.get(properties.manager ?? (properties['owner'] as string | undefined) ?? ''),
  );
  const { sheet } = properties as { sheet?: { contact?: { phone?: string } } };
  const phone = sheet?.contact?.phone ?? manager?.phone;
  return (
    <li
      title={factsOf(properties)
        .map(({ text }) => text)
        .join('\n')}
    >
      <span className={css.grow}>{properties[lang]}</span>
      {manager && <span className={css.dim}>{manager[lang]}</span>}
      {phone && <span className={css.phone}>{phone}</span>}
    </li>
  );
}

/** Since when the incident has a list, and whether it still holds. */
function TallyState({ row, list }: { row: Perimeter; list: InsideList }) {
  const { t } = useTranslation();
  const { tally, before } = row;
  if (!tally)
    return before.length > 0 ? (
      <p className={css.old} data-testid="tally-old">
        {t('perimeter.tallyOld')}
      </p>
    ) : null;
  const { at, by, more = 0 } = tally;
  const things = [...tally.things, ...(row.cameras ?? []), ...(row.anpr ?? [])];
  const then = new Set(things.map(({ id }) => id));
  const now = list.groups.flatMap((group) => group.things);
  const same =
    now.length === things.length + more &&
    now.filter((one) => then.has(one.id)).length === then.size;
  return (
    <p className={same ? css.dim : css.old} data-testid="tally-state">
      {t('perimeter.tallied', { at: momentOf(at), by, count: things.length + more })}
      {!same && `. ${t('perimeter.tallyDiffers')}`}
    </p>
  );
}
