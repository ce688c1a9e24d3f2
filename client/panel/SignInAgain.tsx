import { useTranslation } from 'react-i18next';
import { Dialog } from '../part/Dialog.tsx';
import { Button } from '../part/Button.tsx';
import { SignInForm } from '../screen/SignInForm.tsx';
import type { Me } from '../session.ts';

/** The session ended in the middle of the work: nothing on the screen is thrown away. */
export function SignInAgain({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('shell.signInAgain')} width={400} testId="sign-in-again">
      <p>{t('shell.signInAgainNote')}</p>
      <SignInForm user={me.user} onDone={onDone} />
      <Button kind="quiet" size="small" onClick={() => location.reload()}>
        {t('shell.otherPerson')}
      </Button>
    </Dialog>
  );
}
