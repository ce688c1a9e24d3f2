import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardGroup } from '../panel/storm/BoardGroup.tsx';
import { SHOWN, useBoard, type Shown } from '../panel/storm/board.ts';
import { ask } from '../panel/storm/do.ts';
import { StormDialogs } from '../panel/storm/StormDialogs.tsx';
import { Weather } from '../panel/storm/Weather.tsx';
import { Button } from '../part/Button.tsx';
import { Empty } from '../part/Empty.tsx';
import { useMay } from '../panel/hooks.ts';
import css from '../panel/storm/storm.module.css';

/**
 * Measure M6.6: one board of all green spaces for all managers. The wind and the warnings above; below,
 * per manager, what should close, what is closed, and what may reopen.
 */
export function Storm() {
  const { t } = useTranslation();
  const may = useMay();
  const { groups, counts, lines } = useBoard();
  const [only, setOnly] = useState<Shown | undefined>();
  const [all, setAll] = useState(false);
  const wanted = (shown: Shown) => (only ? shown === only : all || shown !== 'open');
  const visible = groups
    .map((group) => ({ ...group, lines: group.lines.filter((line) => wanted(line.shown)) }))
    .filter((group) => group.lines.length > 0);
  return (
    <div className={css.storm} data-testid="storm">
      <header className={css.head}>
        <div className={css.top}>
          <h1>
            {t('storm.title')} <span className={css.measure}>M6.6</span>
          </h1>
          {may('site.close') && (
            <Button
              kind="primary"
              keys="m"
              disabled={counts.advised === 0}
              data-testid="storm-message"
              onClick={() => ask({ what: 'message' })}
            >
              {t('storm.messageCount', { count: counts.advised })}
            </Button>
          )}
        </div>
        <Weather />
        <div className={css.bar}>
          <div className={css.counts} role="group" aria-label={t('storm.filter')}>
            {SHOWN.map((shown) => (
              <button
                key={shown}
                type="button"
                className={css.count}
                data-state={shown}
                aria-pressed={only === shown}
                onClick={() => setOnly(only === shown ? undefined : shown)}
              >
                <b>{counts[shown]}</b> {t(`storm.state-${shown}`)}
              </button>
            ))}
          </div>
          {!only && (
            <label className={css.all}>
              <input
                type="checkbox"
                checked={all}
                onChange={(event) => setAll(event.target.checked)}
              />
              {t('storm.showAll', { count: lines.length })}
            </label>
          )}
        </div>
      </header>
      <div className={css.groups}>
        {visible.length === 0 && (
          <Empty title={t(only ? 'storm.noneSuch' : 'storm.none')}>
            {only ? undefined : t('storm.noneHint')}
          </Empty>
        )}
        <div className={css.columns}>
          {visible.map((group) => (
            <BoardGroup key={group.manager} group={group} />
          ))}
        </div>
      </div>
      <StormDialogs />
    </div>
  );
}
