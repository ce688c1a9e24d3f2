import { useTranslation } from 'react-i18next';
import type { PassageRow } from '../../../shared/subject/anpr/schema.ts';
import { ageText, clockOf, dayOf, serverNow } from '../../part/time.ts';
import { distanceText } from '../distance.ts';
import { AlertMark, Certainty } from './AlertMark.tsx';
import { arrowOf, directionText, type AnprNames } from './names.ts';
import { legBetween } from './passes.ts';
import { RawRead } from './Plate.tsx';
import { useLooking } from './state.ts';
import css from './anpr.module.css';

/** Where it went, in order: each passage, and between two of them how long, how far and how fast at least. */
export function Passes({
  passages,
  priority,
  shown,
  names,
}: {
  passages: readonly PassageRow[];
  priority: 1 | 2 | 3 | 4;
  /** The passage whose picture and read stand above. */
  shown: string | undefined;
  names: AnprNames;
}) {
  const { t } = useTranslation();
  return (
    <ol className={css.passes} data-testid="anpr-passes">
      {passages.map((one, i) => {
        const before = passages[i - 1];
        const arrow = arrowOf(one.course);
        return (
          <li key={one.id}>
            {before && <Between from={before} to={one} />}
            <button
              type="button"
              className={css.pass}
              aria-pressed={one.id === shown}
              data-certainty={one.certainty}
              title={t('anpr.showPass')}
              onClick={() => useLooking.setState({ read: one.read, zoom: 1 })}
            >
              <AlertMark alert={{ priority, certainty: one.certainty }} size={16} />
              <time dateTime={one.at}>
                {dayOf(one.at) === dayOf(serverNow()) ? '' : `${dayOf(one.at)} `}
                {clockOf(one.at)}
              </time>
              <span className={css.cut}>{names.camera(one.camera)}</span>
              <span className={css.dim}>
                {arrow && <span aria-hidden="true">{arrow} </span>}
                {directionText(one, t)}
                {one.speed !== undefined && ` · ${Math.round(one.speed * 3.6)} ${t('anpr.kmh')}`}
                {one.times > 1 && ` · ${t('anpr.stood', { count: one.times })}`}
              </span>
              {one.certainty === 'possible' && <Certainty alert={one} />}
              {one.open && <RawRead listed={one.open.listed} raw={one.open.raw} />}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Between({ from, to }: { from: PassageRow; to: PassageRow }) {
  const { t } = useTranslation();
  const { seconds, metres, atLeast } = legBetween(from, to);
  return (
    <p className={css.leg}>
      {[
        ageText(seconds * 1000),
        distanceText(metres, t),
        atLeast !== undefined && t('anpr.atLeast', { speed: atLeast }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
