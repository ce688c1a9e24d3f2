import { useTranslation } from 'react-i18next';
import { Button } from '../part/Button.tsx';
import { CopyButton } from '../part/CopyButton.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Notice } from '../part/Notice.tsx';
import css from '../screen/Accounts.module.css';
import type { Secret } from './secret.ts';

/** Shows a secret once. Nothing keeps it: closing this is the end of it. */
export function SecretDialog({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const { t } = useTranslation();
  const { kind, name, text } = secret;
  return (
    <Dialog
      title={t(`accounts.${kind}For`, { name })}
      width={560}
      onClose={onClose}
      testId="secret"
      footer={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <CopyButton text={text} primary />
        </>
      }
    >
      <code className={css.secret} data-testid="secret-text">
        {text}
      </code>
      <Notice tone="warn">{t(`accounts.${kind}Note`)}</Notice>
    </Dialog>
  );
}
