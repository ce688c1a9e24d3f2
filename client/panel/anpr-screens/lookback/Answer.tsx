import { useTranslation } from 'react-i18next';
import { useAnpr } from '../../../anpr.ts';
import { Button } from '../../../part/Button.tsx';
import { Empty } from '../../../part/Empty.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { useSession } from '../../../session.ts';
import { useLang } from '../../hooks.ts';
import { stampOf } from '../day.ts';
import { offsetText } from '../offset.ts';
import { ask, ROW } from '../state.ts';
import { walkRows } from '../walk-rows.ts';
import type { Asked } from './asked.ts';
import { Watermark } from './Watermark.tsx';
import frame from '../anpr-screens.module.css';
import css from './lookback.module.css';

const HEADS = [
  ...[
    'at',
    'clock',
    'camera',
    'direction',
    'raw',
    'normalised',
    'country',
    'confidence',
    'picture',
  ],
] as const;
/** A camera whose clock is off by more is marked: an order of passages cannot be trusted then. */
const CLOCK_OFF_MS = 2_000;

/** The passages that were given, under the name of who asked. */
export function Answer({ asked: { query, answer, at } }: { asked: Asked }) {
  const { t } = useTranslation();
  const lang = useLang();
  const me = useSession((s) => s.me?.person.name ?? '');
  const cameras = useAnpr((anpr) => anpr.cameras);
  const { access, seq, rows } = answer;
  const mark = t('lookback.watermark', { name: me, at: stampOf(at, lang), seq });
  const camera = (id: string) => cameras.get(id)?.name[lang === 'fr' ? 'fr' : 'nl'] ?? id;
  return (
    <section
      className={css.answer}
      tabIndex={-1}
      data-testid="look-answer"
      aria-label={t('lookback.answer')}
    >
      <header className={css.answerHead}>
        <div>
          <h2>
            {t('lookback.passages', { count: rows.length })}
            {answer.more && ` ${t('lookback.more')}`}
          </h2>
          <p className={frame.dim}>
            {t('lookback.of', {
              purpose: t(`lookback.purpose-${query.purpose}`),
              case: query.case,
              from: stampOf(query.from, lang),
              until: stampOf(query.until, lang),
            })}
          </p>
          <p className={frame.dim}>
            {t('lookback.number', { seq })}{' '}
            {t('lookback.reaches', { at: stampOf(answer.reachesTo, lang) })}
          </p>
        </div>
        <span className={frame.grow} />
        <Button
          keys="x"
          data-testid="look-export"
          onClick={() => ask({ what: 'export', access, seq, as: 'file' })}
        >
          {t('lookback.export')}
        </Button>
        <Button keys="p" onClick={() => ask({ what: 'export', access, seq, as: 'paper' })}>
          {t('lookback.print')}
        </Button>
      </header>
      {answer.excluded.length > 0 && (
        <p className={css.excluded}>{t('lookback.excluded', { count: answer.excluded.length })}</p>
      )}
      {answer.more && <Notice tone="warn">{t('lookback.moreNote')}</Notice>}
      {rows.length === 0 ? (
        <Empty title={t('lookback.noRows')}>{t('lookback.noRowsHint')}</Empty>
      ) : (
        <div className={css.rows} onKeyDown={(event) => walkRows(event, `tr[${ROW}]`)}>
          <table className={`${frame.table} ${frame.edge}`}>
            <caption className="visually-hidden">{t('lookback.answer')}</caption>
            <thead>
              <tr>
                {HEADS.map((head) => (
                  <th key={head} scope="col">
                    {t(`lookback.head-${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr
                  key={row.read}
                  tabIndex={i === 0 ? 0 : -1}
                  {...{ [ROW]: row.read }}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || !row.crop) return;
                    if (event.target !== event.currentTarget) return;
                    // Else the same key would press the dialog's button, which has the keyboard then.
                    event.preventDefault();
                    ask({ what: 'picture', access, seq, row });
                  }}
                >
                  <td className={frame.number}>{stampOf(row.at, lang)}</td>
                  <td className={Math.abs(row.offset) > CLOCK_OFF_MS ? frame.warn : undefined}>
                    {offsetText(row.offset, t, lang)}
                  </td>
                  <td>{camera(row.camera)}</td>
                  <td>{t(`lookback.direction-${row.direction ?? 'unknown'}`)}</td>
                  <td>
                    <span className={frame.raw}>{row.raw}</span>
                  </td>
                  <td>
                    <span className={frame.plate}>{row.plate}</span>
                  </td>
                  <td>{row.country ?? t('plates.none')}</td>
                  <td className={frame.number}>
                    {row.confidence === undefined
                      ? t('plates.none')
                      : `${Math.round(100 * row.confidence)} %`}
                  </td>
                  <td>
                    {row.crop ? (
                      <Button
                        size="small"
                        onClick={() => ask({ what: 'picture', access, seq, row })}
                      >
                        {t('lookback.look')}
                      </Button>
                    ) : (
                      t('plates.none')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Watermark text={mark} />
    </section>
  );
}
