/** What the server made, handed to the disk or the printer; nothing of it stays in the page. */

/** The file's name that an answer gives (RFC 6266, `filename=`). */
export const nameIn = (disposition: string | null): string | undefined =>
  /filename="?(\w[\w.-]*)"?\s*(?:;|$)/.exec(disposition ?? '')?.[1];

const SOON_MS = 10_000;

export function saveFile(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), SOON_MS);
}

/** Prints a page that the server wrote, in a frame of its own that may run nothing. */
export function printPage(html: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.style.cssText =
    'position:fixed;inset:0 auto auto -10000px;width:800px;height:600px;border:0';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.addEventListener('load', () => {
    const page = frame.contentWindow;
    if (!page) return;
    page.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
    page.focus();
    page.print();
  });
  frame.srcdoc = html;
  document.body.append(frame);
}
