import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../shared/clean.ts';
import { useDraft } from '../draft.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { TextArea } from '../part/Field.tsx';
import { closeDialog } from '../ui.ts';

/** Asks for a text without which a step is not taken: the text stays a draft until then. */
export function ReasonDialog({
  draft,
  title,
  label,
  hint,
  needed,
  max,
  confirm,
  children,
  testId,
  stays,
  onText,
}: {
  /** Name under which the text is kept. */
  draft: string;
  title: string;
  label: string;
  hint?: string;
  /** What it says when the text is missing. */
  needed: string;
  max: number;
  confirm: string;
  children?: ReactNode;
  testId: string;
  /** Something else comes in its place: it does not close by itself. */
  stays?: boolean;
  onText: (text: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText, clear] = useDraft(draft);
  const [tried, setTried] = useState(false);
  const clean = cleanText(text, max);
  const submit = () => {
    setTried(true);
    if (!clean) return;
    clear();
    if (!stays) closeDialog();
    onText(clean);
  };
  return (
    <Dialog
      title={title}
      width={560}
      onClose={closeDialog}
      onSubmit={submit}
      testId={testId}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="$mod+Enter">
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      <TextArea
        label={label}
        placeholder={hint}
        required
        rows={4}
        maxLength={max}
        value={text}
        onChange={setText}
        error={tried && !clean ? needed : undefined}
        data-autofocus
      />
    </Dialog>
  );
}
