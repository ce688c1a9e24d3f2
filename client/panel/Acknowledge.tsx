import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Acknowledgement, JournalEntry } from '../../shared/subject/journal/schema.ts';
import { Button } from '../part/Button.tsx';
import { Field } from '../part/Field.tsx';
import { Icon } from '../part/Icon.tsx';
import { Tag } from '../part/Tag.tsx';
import { momentOf } from '../part/time.ts';
import { send } from '../send.ts';
import css from './logbook.module.css';

type As = 'received' | 'executed';

/** An order or a request: whether it was received and executed, by whom, and the buttons to say so. */
export function Acknowledge({ entry, may }: { entry: JournalEntry; may: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<As | undefined>();
  const offers = (['received', 'executed'] as const).filter((as) => !entry[as]);
  return (
    <>
      <div className={css.foot} data-testid="acknowledgements">
        {entry.received && <Done as="received" done={entry.received} />}
        {entry.executed && <Done as="executed" done={entry.executed} />}
        {!entry.received && !entry.executed && <Tag tone="warn">{t('journal.notReceived')}</Tag>}
        {may &&
          asking === undefined &&
          offers.map((as) => (
            <Button
              key={as}
              size="small"
              icon="tick"
              title={t(as === 'received' ? 'journal.markReceived' : 'journal.markExecuted')}
              data-testid={`mark-${as}`}
              onClick={() => setAsking(as)}
            >
              {t(`journal.${as}`)}
            </Button>
          ))}
      </div>
      {asking && <Ask entry={entry} as={asking} onDone={() => setAsking(undefined)} />}
    </>
  );
}

function Done({ as, done }: { as: As; done: Acknowledgement }) {
  const { t } = useTranslation();
  const { by, onBehalfOf: whom } = done;
  const at = momentOf(done.at);
  return (
    <span className={css.done} data-as={as}>
      <Icon name="tick" size={14} />
      <span>
        <b>{t(`journal.${as}`)}</b> {whom ? t('journal.ackFor', { by, whom, at }) : `${by}, ${at}`}
      </span>
    </span>
  );
}

/** In whose name: usually the addressee's, who reported it by radio or phone. */
function Ask({ entry, as, onDone }: { entry: JournalEntry; as: As; onDone: () => void }) {
  const { t } = useTranslation();
  const [whom, setWhom] = useState(entry.to ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onBehalfOf = whom.trim();
    send('journal.acknowledge', { entry: entry.id, as, ...(onBehalfOf ? { onBehalfOf } : {}) });
    onDone();
  };
  return (
    <form
      className={css.ack}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <Field
        label={`${t(`journal.${as}`)}: ${t('journal.onBehalfOf').toLowerCase()}`}
        placeholder={t('journal.onBehalfHint')}
        value={whom}
        onChange={setWhom}
        maxLength={120}
        ref={(element) => element?.focus()}
      />
      <Button type="submit" kind="primary">
        {t('incident.confirm')}
      </Button>
    </form>
  );
}
