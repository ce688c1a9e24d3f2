import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../part/Button.tsx';
import { Notice } from '../part/Notice.tsx';
import { signInByLink } from '../session.ts';
import { Door } from './Door.tsx';
import css from './Door.module.css';

/** Lets a person in by a one-time link. The console then asks for a password (`passwordSet`). */
export function FirstSignIn({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState<string>();
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let gone = false;
    void signInByLink(token).then((reply) => {
      if (gone) return;
      if (reply.ok) onDone();
      else if (reply.code === 'unreachable') setTimeout(() => setTries((n) => n + 1), 1_000);
      else setWrong(reply.message);
    });
    return () => void (gone = true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a link works once: never again because a callback changed
  }, [token, tries]);

  return (
    <Door>
      {wrong === undefined ? (
        <p role="status">{t('shell.linkChecking')}</p>
      ) : (
        <div className={css.form}>
          <Notice tone="bad">{wrong}</Notice>
          <p className={css.note}>{t('shell.askNewLink')}</p>
          <Button kind="primary" onClick={onDone}>
            {t('shell.signIn')}
          </Button>
        </div>
      )}
    </Door>
  );
}
