import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { KINDS, type JournalEntry, type Kind } from '../../shared/subject/journal/schema.ts';
import { cleanText } from '../../shared/clean.ts';
import { Button, IconButton } from '../part/Button.tsx';
import { Field, Select, TextArea } from '../part/Field.tsx';
import { momentOf, serverNow, timeOf } from '../part/time.ts';
import { send } from '../send.ts';
import { WRITE_ID } from './focus.ts';
import { useFormDraft } from './form.ts';
import { useNames, useOwnRestrictions } from './hooks.ts';
import { KindMark } from './KindMark.tsx';
import { parseMoment } from './moment.ts';
import css from './logbook.module.css';

interface Draft {
  kind: Kind;
  text: string;
  /** As typed: `14:05`. */
  at: string;
  to: string;
  restriction: string;
}

/** Where one writes. What is typed stays a draft per incident until it is sent. */
export function WriteEntry({
  incident,
  corrects,
  onDone,
}: {
  incident: string | undefined;
  /** The entry that this one corrects: prefilled with it. */
  corrects: JournalEntry | undefined;
  onDone: (sent: boolean) => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const restrictions = useOwnRestrictions();
  const [problem, setProblem] = useState<'badTime' | 'future' | undefined>();
  const proposed = useMemo((): Draft => {
    const kind = corrects && corrects.kind !== 'auto' ? corrects.kind : 'message';
    const { text = '', to = '' } = corrects ?? {};
    return { kind, text, to, at: '', restriction: '' };
  }, [corrects]);
  const name = `write.${incident ?? 'shift'}${corrects ? `.${corrects.id}` : ''}`;
  const [draft, change, clear] = useFormDraft(name, proposed);
  const acts = draft.kind === 'order' || draft.kind === 'request';

  const submit = () => {
    const text = cleanText(draft.text, 8000);
    if (!text) return;
    const moment = draft.at.trim() ? parseMoment(draft.at, serverNow()) : undefined;
    if (moment && !moment.ok) return setProblem(moment.why);
    // A correction tells of the same moment as what it corrects, unless another is given.
    const before = corrects && corrects.occurred !== corrects.at ? corrects.occurred : undefined;
    const occurred = moment?.at ?? before;
    const to = acts ? cleanText(draft.to, 200) : '';
    send('journal.write', {
      kind: draft.kind,
      text,
      ...(incident ? { incident } : {}),
      ...(occurred ? { occurred } : {}),
      ...(to ? { to } : {}),
      ...(corrects ? { corrects: corrects.id } : {}),
      ...(draft.restriction && !corrects ? { restrictions: [draft.restriction] } : {}),
    });
    clear();
    setProblem(undefined);
    onDone(true);
  };

  const keys = (event: KeyboardEvent) => {
    const digit = /^Digit([1-5])$/.exec(event.code)?.[1];
    const kind = digit && event.altKey ? KINDS[Number(digit) - 1] : undefined;
    if (kind) change({ kind });
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === 'Escape') {
      if (corrects) onDone(false);
      else (event.target as HTMLElement).blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css.write} onKeyDown={keys} data-testid="write-entry">
      {corrects && (
        <div className={css.correcting}>
          <span>{t('journal.correcting', { at: momentOf(corrects.occurred) })}</span>
          <IconButton
            icon="close"
            size="small"
            label={t('journal.stopCorrecting')}
            onClick={() => onDone(false)}
          />
        </div>
      )}
      <Kinds value={draft.kind} onChange={(kind) => change({ kind })} />
      <TextArea
        id={WRITE_ID}
        label={t('journal.write')}
        quiet
        className={css.area}
        rows={1}
        maxLength={8000}
        placeholder={t('journal.placeholder')}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      <div className={css.extras}>
        <div className={css.time}>
          <Field
            label={t('journal.happenedAt')}
            quiet
            title={t('journal.happenedTip')}
            placeholder={t('journal.happenedHint')}
            value={draft.at}
            error={problem && t(`journal.${problem}`)}
            onChange={(at) => {
              setProblem(undefined);
              change({ at });
            }}
            onBlur={() => {
              // "Ten minutes ago" means ten minutes before it was typed, not before it is sent.
              const moment = /^\s*-/.test(draft.at) && parseMoment(draft.at, serverNow());
              if (moment && moment.ok) change({ at: timeOf(moment.at) });
            }}
          />
        </div>
        {acts && (
          <div className={css.to}>
            <Field
              label={t('journal.addressee')}
              quiet
              placeholder={t('journal.addresseeHint')}
              maxLength={200}
              value={draft.to}
              onChange={(to) => change({ to })}
            />
          </div>
        )}
        {restrictions.length > 0 && !corrects && (
          <div className={css.who}>
            <Select
              label={t('journal.openTo')}
              quiet
              value={draft.restriction}
              empty={t('journal.visibleTo', { who: t('incident.openToAll') })}
              options={restrictions.map((one) => ({ value: one, label: names.restriction(one) }))}
              onChange={(restriction) => change({ restriction })}
            />
          </div>
        )}
        <Button
          kind="primary"
          keys="$mod+Enter"
          className={css.send}
          disabled={!draft.text.trim()}
          onClick={submit}
        >
          {t('journal.send')}
        </Button>
      </div>
    </div>
  );
}

function Kinds({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.kinds} role="radiogroup" aria-label={t('journal.kind')}>
      {KINDS.map((kind, i) => (
        <button
          key={kind}
          type="button"
          role="radio"
          aria-checked={kind === value}
          title={`Alt+${i + 1}`}
          aria-keyshortcuts={`Alt+${i + 1}`}
          onClick={() => onChange(kind)}
        >
          <KindMark kind={kind} />
          <span>{t(`journal.${kind}`)}</span>
        </button>
      ))}
    </div>
  );
}
