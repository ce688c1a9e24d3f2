/**
 * Puts text on the clipboard. The modern way exists only on https and localhost; on a plain http
 * address of the centre's own network the old way is all there is.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    // Inside the open dialog: everything outside it is inert.
    const host = document.querySelector('dialog:modal') ?? document.body;
    const before = document.activeElement;
    host.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    return done;
  }
}
