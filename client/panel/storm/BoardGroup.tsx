import { useTranslation } from 'react-i18next';
import { momentOf } from '../../part/time.ts';
import { Button } from '../../part/Button.tsx';
import { useMay } from '../hooks.ts';
import type { Group, Line, Shown } from './board.ts';
import { ask, markClosed, reopen, ROW } from './do.ts';
import css from './storm.module.css';

/** A manager's sites. The head of the group stands for all of them: its keys do the same for each. */
export function BoardGroup({ group }: { group: Group }) {
  const { t } = useTranslation();
  const ids = group.lines.map(({ site }) => site.id);
  return (
    <section className={css.group} aria-label={group.name} data-testid="storm-group">
      <button
        type="button"
        className={css.manager}
        title={t('storm.ofAll')}
        {...{ [ROW]: ids.join(' ') }}
      >
        <b>{group.name}</b> <span>{t('storm.sites', { count: ids.length })}</span>
      </button>
      <ul>
        {group.lines.map((line) => (
          <BoardLine key={line.site.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function BoardLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { site, row, shown, name } = line;
  const why = row?.advised?.why;
  const reason = why
    ? t(why.warning ? 'storm.whyWarning' : 'storm.whyWind', { gust: why.gust })
    : undefined;
  const inspection = row?.inspection;
  return (
    <li className={css.line} data-state={shown} data-testid="storm-site" data-id={site.id}>
      <button type="button" className={css.name} {...{ [ROW]: site.id }}>
        <span className={css.state}>{t(`storm.state-${shown}`)}</span>
        <b>{name}</b>
        <span className={css.dim}>{t('storm.threshold', { gust: site.closeAt })}</span>
        <span className={css.told}>
          {[
            reason,
            row && shown !== 'advised' && t('storm.since', { at: momentOf(row.since), by: row.by }),
            inspection &&
              t(inspection.safe ? 'storm.foundSafe' : 'storm.foundUnsafe', {
                by: inspection.inspector,
                at: momentOf(inspection.at),
              }),
            row?.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
      <Acts id={site.id} shown={shown} />
    </li>
  );
}

/** What may be done with it now; the same as the keys. */
function Acts({ id, shown }: { id: string; shown: Shown }) {
  const { t } = useTranslation();
  const may = useMay();
  const toBeClosed = shown === 'advised' || shown === 'closing';
  return (
    <span className={css.acts} {...{ [ROW]: id }}>
      {toBeClosed && may('site.mark') && (
        <>
          <Button size="small" keys="c" onClick={() => markClosed([id])}>
            {t('storm.closedShort')}
          </Button>
          <Button size="small" keys="k" onClick={() => ask({ what: 'keep', sites: [id] })}>
            {t('storm.keepShort')}
          </Button>
        </>
      )}
      {(shown === 'closed' || shown === 'inspected') && may('site.inspect') && (
        <Button size="small" keys="i" onClick={() => ask({ what: 'inspect', site: id })}>
          {t('storm.inspectShort')}
        </Button>
      )}
      {shown === 'inspected' && may('site.reopen') && (
        <Button size="small" keys="o" kind="primary" onClick={() => reopen([id])}>
          {t('storm.reopenShort')}
        </Button>
      )}
    </span>
  );
}
