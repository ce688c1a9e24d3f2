import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../shared/subject/journal/schema.ts';
import { IconButton } from '../part/Button.tsx';
import { Tag } from '../part/Tag.tsx';
import { clockOf, fullOf, momentOf, timeOf } from '../part/time.ts';
import { usePicture } from '../store.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { refersTo, tellAuto } from './auto.ts';
import { useIncident, useNames, useReport } from './hooks.ts';
import { KindMark } from './KindMark.tsx';
import { RestrictedTags } from './RestrictedTags.tsx';
import css from './logbook.module.css';

interface Props {
  entry: JournalEntry;
  /** The line "unread" stands above it. */
  divided: boolean;
  unread: boolean;
  waiting: boolean;
  mayAcknowledge: boolean;
  onCorrect: ((id: string) => void) | undefined;
}

export const LogbookEntry = memo(function LogbookEntry(props: Props) {
  const { entry, divided, unread, waiting, mayAcknowledge, onCorrect } = props;
  const { t } = useTranslation();
  const names = useNames();
  const auto = entry.kind === 'auto';
  return (
    <>
      {divided && (
        <li className={css.divider} data-testid="unread-divider">
          {t('journal.unread')}
        </li>
      )}
      <li
        id={`entry-${entry.id}`}
        className={css.entry}
        data-testid="entry"
        data-id={entry.id}
        data-kind={entry.kind}
        data-corrected={entry.corrected !== undefined || undefined}
        data-unread={unread || undefined}
      >
        <When entry={entry} />
        <span className={css.kindMark}>
          <KindMark kind={entry.kind} />
        </span>
        {auto ? (
          <AutoText entry={entry} />
        ) : (
          <div>
            <p className={css.by}>
              <b>{t(`journal.${entry.kind}`)}</b>
              {entry.to && <span>→ {entry.to}</span>}
              <span>
                {entry.author.name} ({names.role(entry.author.role)})
              </span>
              <RestrictedTags of={{ restrictions: entry.own }} />
              {waiting && (
                <Tag tone="warn" icon="clock">
                  {t('queue.waiting')}
                </Tag>
              )}
            </p>
            <p className={css.text}>{entry.text}</p>
            <Corrections entry={entry} />
            {(entry.kind === 'order' || entry.kind === 'request') && !entry.corrected && (
              <Acknowledge entry={entry} may={mayAcknowledge && !waiting} />
            )}
          </div>
        )}
        {onCorrect && !auto && !entry.corrected && !waiting && (
          <span className={css.offer}>
            <IconButton
              icon="edit"
              size="small"
              label={t('journal.correct')}
              onClick={() => onCorrect(entry.id)}
            />
          </span>
        )}
      </li>
    </>
  );
});

/** Event time; below it the time of logging when that is more than a minute off. */
function When({ entry }: { entry: JournalEntry }) {
  const { t } = useTranslation();
  const late = Math.abs(Date.parse(entry.at) - Date.parse(entry.occurred)) > 60_000;
  const tip = late
    ? `${fullOf(entry.occurred)}\n${t('journal.loggedAt', { at: fullOf(entry.at) })}`
    : fullOf(entry.occurred);
  return (
    <time className={css.when} dateTime={entry.occurred} title={tip}>
      {dayPrefix(entry.occurred)}
      {timeOf(entry.occurred)}
      {late && <small>{t('journal.logged', { at: timeOf(entry.at) })}</small>}
    </time>
  );
}

/** The day, when it is not today. */
function dayPrefix(at: string) {
  const day = momentOf(at).slice(0, -timeOf(at).length).trim();
  return day ? <small>{day}</small> : null;
}

function AutoText({ entry }: { entry: JournalEntry }) {
  const { t } = useTranslation();
  const names = useNames();
  const refers = refersTo(entry);
  const report = useReport(refers.report);
  const other = useIncident(refers.other);
  return (
    <p className={css.text} title={`${t('journal.auto')} · ${clockOf(entry.at)}`}>
      {tellAuto(entry, { t, names, report, other })} · {entry.author.name}
    </p>
  );
}

/** The chain: what it corrects, and what corrects it. Either leads to the other. */
function Corrections({ entry }: { entry: JournalEntry }) {
  const { t } = useTranslation();
  const older = usePicture((p) =>
    entry.corrects ? p.shown.journal.entries.get(entry.corrects) : undefined,
  );
  const newer = usePicture((p) =>
    entry.corrected ? p.shown.journal.entries.get(entry.corrected) : undefined,
  );
  if (!older && !newer) return null;
  return (
    <p className={css.foot}>
      {older && (
        <button type="button" className={css.refer} onClick={() => goTo(older.id)}>
          {t('journal.corrects', { at: momentOf(older.at) })}
        </button>
      )}
      {newer && (
        <button type="button" className={css.refer} onClick={() => goTo(newer.id)}>
          {t('journal.corrected', { at: momentOf(newer.at) })}
        </button>
      )}
    </p>
  );
}

function goTo(id: string): void {
  const row = document.getElementById(`entry-${id}`);
  if (!row) return;
  row.scrollIntoView({ block: 'center' });
  const { flash } = css;
  if (!flash) return;
  row.classList.remove(flash);
  requestAnimationFrame(() => row.classList.add(flash));
}
