import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { closeDialog } from '../../ui.ts';

/** A form in a layer: cancel, and the one thing to do. */
export function FormDialog(props: {
  title: string;
  confirm: string;
  testId: string;
  width?: number;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { title, confirm, testId, width = 520, onSubmit, children } = props;
  return (
    <Dialog
      title={title}
      width={width}
      onClose={closeDialog}
      onSubmit={onSubmit}
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
    </Dialog>
  );
}
