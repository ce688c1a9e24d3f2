import { useTranslation } from 'react-i18next';
import { kindName } from '../../map/place/kind.ts';
import { useGround } from '../../ground.ts';
import { useLang } from '../hooks.ts';
import type { InsideList } from './inside.ts';
import { peopleText } from './radius.ts';

/** People and kinds, in one line. */
export function InsideLine({ list }: { list: InsideList | undefined }) {
  const { t } = useTranslation();
  const lang = useLang();
  const known = useGround((ground) => ground.geo !== undefined);
  if (!list) return <span>{t(known ? 'perimeter.counting' : 'perimeter.unknown')}</span>;
  const { people, groups } = list;
  const counts = groups.map(({ kind, things }) => `${kindName(kind)} ${things.length}`);
  return (
    <>
      <span>
        {people === undefined
          ? t('perimeter.noPeople')
          : t('perimeter.people', { n: peopleText(people, lang) })}
      </span>
      <span>{counts.length > 0 ? counts.join(' · ') : t('perimeter.nothing')}</span>
    </>
  );
}
