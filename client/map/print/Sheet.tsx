import { useTranslation } from 'react-i18next';
import type { Lang } from '../../../shared/refusal.ts';
import { fullOf } from '../../part/time.ts';
import { useSession } from '../../session.ts';
import { ShareCode } from '../corner/ShareCode.tsx';
import { viewHash } from '../view.ts';
import type { Moment } from './rows.ts';
import type { Choice, Plan } from './choice.ts';
import { InsideSheet } from './InsideSheet.tsx';
import type { SheetData } from './make-sheet.ts';
import { pageOf } from './paper.ts';
import { ScaleOnPaper } from './ScaleOnPaper.tsx';
import { SheetLegendList } from './SheetLegendList.tsx';
import css from './print.module.css';

/** One sheet: what is where, at which scale, as of when, by whom, and how to get to what is so now. */
export function Sheet({
  choice,
  plan,
  moment,
  title,
  space,
  data,
}: {
  choice: Choice;
  plan: Plan;
  moment: Moment;
  title: string;
  space: string;
  data: SheetData;
}) {
  const { t, i18n } = useTranslation();
  const lang = i18n.language as Lang;
  const { me, settings } = useSession.getState();
  const { image, legend, closed, zoom } = data;
  const { width, height } = pageOf(choice.paper, choice.turn);
  const exercise = space !== 'live';
  const link =
    location.origin +
    location.pathname +
    viewHash({
      ...{ zoom, center: plan.center, layers: data.layers },
      ...(plan.incident ? { selected: { kind: 'incident', id: plan.incident.id } } : {}),
    });
  const { staleSince } = moment;
  return (
    <>
      <article
        className={css.sheet}
        data-turn={choice.turn}
        data-testid="sheet"
        data-scale={plan.scale}
        style={{ width: `${width}mm`, height: `${height}mm` }}
      >
        {exercise && <div className={css.exercise}>{t('print.exercise')}</div>}
        <header className={css.head}>
          <h1>{title}</h1>
          <p>
            <b
              className={css.space}
              data-exercise={exercise || undefined}
              data-testid="sheet-space"
            >
              {t(exercise ? 'print.exercise' : 'print.live')}
            </b>
            {closed.length > 0 && (
              <b className={css.closed} data-testid="sheet-restricted">
                {t('print.restricted', { who: closed.join(', ') })}
              </b>
            )}
          </p>
          <time dateTime={new Date(moment.at).toISOString()} data-testid="sheet-time">
            {fullOf(moment.at)}
          </time>
          <p className={css.second}>
            <b data-testid="sheet-seq">{t('print.entry', { seq: moment.seq })}</b> ·{' '}
            {t('print.by', {
              name: me?.person.name ?? '',
              role: settings?.roles[me?.role ?? '']?.[lang] ?? me?.role ?? '',
            })}
          </p>
        </header>
        <figure className={css.map}>
          <img
            src={image.url}
            alt=""
            style={{ width: `${image.width}px`, height: `${image.height}px` }}
            data-dpi={image.dpi}
          />
          {staleSince !== undefined && (
            <strong className={css.stale} data-testid="sheet-stale">
              {staleSince === 'never'
                ? t('print.staleNever')
                : t('print.stale', { time: fullOf(staleSince) })}
            </strong>
          )}
          <ScaleOnPaper scale={plan.scale} />
          <svg className={css.north} viewBox="0 0 24 34" role="img" aria-label={t('map.north')}>
            <path d="M12 1 21 25 12 20 3 25Z" fill="#fff" stroke="#fff" strokeWidth="4" />
            <path d="M12 1 21 25 12 20 3 25Z" fill="#10161f" />
            <path d="M12 1V20L3 25Z" fill="#fff" stroke="#10161f" strokeWidth="0.8" />
            <text x="12" y="33" textAnchor="middle" fontSize="9" fontWeight="800">
              {t('map.northMark')}
            </text>
          </svg>
        </figure>
        <aside className={css.side}>
          <SheetLegendList legend={legend} />
          <div className={css.code}>
            <ShareCode text={link} size="32mm" label={t('print.qr')} />
            <p>{t('print.snapshot')}</p>
          </div>
        </aside>
        <footer className={css.foot}>
          <span>
            Belfry · {data.attribution.length > 0 ? data.attribution.join(' · ') : t('map.ground')}
          </span>
          <span>{t('print.true')}</span>
        </footer>
      </article>
      {data.inside && <InsideSheet inside={data.inside} moment={moment} title={title} />}
    </>
  );
}
