import { useTranslation } from 'react-i18next';
import { Button } from '../part/Button.tsx';
import { CopyButton } from '../part/CopyButton.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Empty } from '../part/Empty.tsx';
import { Notice } from '../part/Notice.tsx';
import { RelativeTime } from '../part/RelativeTime.tsx';
import { Tag } from '../part/Tag.tsx';
import { clockOf } from '../part/time.ts';
import { forget, useOutbox, type Waiting } from '../send.ts';
import { usePicture } from '../store.ts';
import { closeDialog } from '../ui.ts';
import { isTyped } from './outbox.ts';
import css from './OutboxTray.module.css';

/** What was typed and is not stored yet, in the order of sending; refused things with reason and text. */
export function OutboxTray() {
  const { t } = useTranslation();
  const waiting = useOutbox((o) => o.waiting).filter(isTyped);
  const listed = [
    ...waiting.filter((one) => one.refused),
    ...waiting.filter((one) => !one.refused),
  ];
  return (
    <Dialog title={t('shell.outbox')} width={560} onClose={closeDialog} testId="outbox-tray">
      {listed.length === 0 ? (
        <Empty title={t('shell.outboxEmpty')} />
      ) : (
        <>
          {listed.some((one) => !one.refused) && (
            <p className={css.note}>{t('shell.outboxNote')}</p>
          )}
          <ul className={css.list}>
            {listed.map((one) => (
              <Row key={one.id} waiting={one} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function Row({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const number = usePicture((p) => {
    const incident = (waiting.data as Record<string, unknown>)['incident'];
    return typeof incident === 'string' ? p.shown.incident.incidents.get(incident)?.number : '';
  });
  const { refused, seq } = waiting;
  const text = typed(waiting);
  return (
    <li className={css.row} data-testid={refused ? 'outbox-refused' : 'outbox-waiting'}>
      <div className={css.head}>
        <b>{t(`command.${waiting.type.replace('.', '_')}`, waiting.type)}</b>
        {number && <span className="number">{number}</span>}
        <span className={css.when}>
          {clockOf(waiting.at)} · <RelativeTime at={waiting.at} />
        </span>
        {refused ? (
          <Tag tone="bad" icon="warn">
            {t('shell.refused')}
          </Tag>
        ) : seq === undefined ? (
          <Tag tone="warn" icon="clock">
            {t('shell.waits')}
          </Tag>
        ) : (
          <Tag tone="good" icon="tick">
            {t('shell.sent')}
          </Tag>
        )}
      </div>
      {refused && <Notice tone="bad">{refused.message || refused.code}</Notice>}
      {text && <p className={css.text}>{text}</p>}
      {refused && (
        <div className={css.acts}>
          {text && <CopyButton text={text} />}
          <Button size="small" onClick={() => forget(waiting.id)}>
            {t('shell.putAway')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** All that a person typed into the command, for reading and copying. */
function typed({ data }: Waiting): string {
  const { title, text, note, summary, reason, place, contact } = data as Record<string, unknown>;
  const where = (place as { text?: string } | undefined)?.text;
  return [title, text, note, summary, reason, where, contact]
    .filter((one) => typeof one === 'string' && one.length > 0)
    .join('\n');
}
