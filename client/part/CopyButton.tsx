import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { copyText } from './copy.ts';

export function CopyButton({ text, primary }: { text: string; primary?: boolean }) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  return (
    <Button
      size={primary ? 'normal' : 'small'}
      kind={primary ? 'primary' : 'plain'}
      data-autofocus={primary}
      icon={done ? 'tick' : 'copy'}
      onClick={() => void copyText(text).then(setDone)}
    >
      <span role="status">{t(done ? 'shell.copied' : 'shell.copy')}</span>
    </Button>
  );
}
