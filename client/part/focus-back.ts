/**
 * Remembers where the keyboard is; what it returns brings it back, the caret too. A field that gets
 * the focus back in the moment when a dialog over it goes is still inert for Chromium: it has the
 * focus, but typing goes nowhere. Its caret is set again once the dialog is gone.
 */
export function rememberFocus(): () => void {
  const before = document.activeElement;
  const caret = isField(before)
    ? ([before.selectionStart, before.selectionEnd] as const)
    : undefined;
  return () => {
    if (!(before instanceof HTMLElement) || !before.isConnected) return;
    before.focus();
    if (!isField(before) || !caret || caret[0] === null) return;
    setTimeout(() => {
      if (document.activeElement === before) before.setSelectionRange(...caret);
    });
  };
}

const isField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
