import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnread } from '../../shared/select.ts';
import { useDraft } from '../draft.ts';
import { Empty } from '../part/Empty.tsx';
import { setUi, useUi } from '../ui.ts';
import { focusWrite } from './focus.ts';
import { useLogbook, useMay, useMyId, useWaiting } from './hooks.ts';
import { LogbookEntry } from './LogbookEntry.tsx';
import { Readers } from './Readers.tsx';
import { useReadMark } from './reading.ts';
import { useStick } from './stick.ts';
import { WriteEntry } from './WriteEntry.tsx';
import css from './logbook.module.css';

/** Entries drawn at once: the latest; older ones on asking. */
const PAGE = 150;

/** The logbook of an incident, or without one that of the shift. Mount it with a `key` per incident. */
export function LogbookPanel({ incident }: { incident?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useMyId();
  const waiting = useWaiting();
  const all = useLogbook(incident);
  const auto = useUi((ui) => ui.auto);
  const [pages, setPages] = useState(1);
  const [corrects, setCorrects, stopCorrecting] = useDraft(`correct.${incident ?? 'shift'}`);

  const seen = auto ? all : all.filter((entry) => entry.kind !== 'auto');
  const shown = seen.slice(-PAGE * pages);
  const hidden = all.length - seen.length;
  const { since, sentinel, caughtUp } = useReadMark(incident, shown);
  const isNew = (entry: (typeof shown)[number]) =>
    since !== undefined && isUnread(entry, since, me);
  const firstNew = shown.find(isNew)?.id;
  const { scroll, below, toBottom } = useStick(shown.at(-1)?.id, shown.length, firstNew);
  const corrected = all.find((entry) => entry.id === corrects && !entry.corrected);

  return (
    <section
      className={css.logbook}
      aria-label={t(incident ? 'journal.title' : 'journal.shift')}
      data-testid="logbook"
    >
      <div className={css.bar}>
        <h3>{t(incident ? 'journal.title' : 'journal.shift')}</h3>
        {incident && <Readers incident={incident} newest={newestSeq(all)} />}
        <label className={css.toggle}>
          <input
            type="checkbox"
            checked={auto}
            onChange={(event) => setUi({ auto: event.target.checked })}
          />
          {t('journal.showAuto')}
          {hidden > 0 && <span>({t('journal.hiddenAuto', { count: hidden })})</span>}
        </label>
      </div>
      <div className={css.frame}>
        <div ref={scroll} className={css.scroll} tabIndex={0} role="log" aria-live="off">
          {seen.length > shown.length && (
            <button type="button" className={css.older} onClick={() => setPages(pages + 1)}>
              {t('journal.older', { count: seen.length - shown.length })}
            </button>
          )}
          {shown.length === 0 && <Empty title={t('journal.empty')} />}
          <ol className={css.entries}>
            {shown.map((entry) => (
              <LogbookEntry
                key={entry.id}
                entry={entry}
                divided={entry.id === firstNew}
                unread={isNew(entry)}
                waiting={waiting.has(entry.id)}
                mayAcknowledge={may('journal.acknowledge')}
                onCorrect={may('journal.write') ? correct : undefined}
              />
            ))}
          </ol>
          <div ref={sentinel} />
        </div>
        {below && (
          <button type="button" className={css.below} onClick={toBottom}>
            {t('journal.newBelow')}
          </button>
        )}
      </div>
      {may('journal.write') && (
        <WriteEntry
          key={corrected?.id ?? 'new'}
          incident={incident}
          corrects={corrected}
          onDone={(sent) => {
            stopCorrecting();
            if (!sent) return;
            caughtUp();
            toBottom();
          }}
        />
      )}
    </section>
  );

  function correct(id: string): void {
    setCorrects(id);
    requestAnimationFrame(focusWrite);
  }
}

const newestSeq = (entries: readonly { seq: number }[]): number =>
  entries.reduce((most, entry) => Math.max(most, entry.seq), 0);
