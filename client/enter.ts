/**
 * The secret of a one-time sign-in link, `…/#/enter/<token>`, taken out of the address bar at once.
 * It stands in the fragment, which a browser never sends, so that it is in no server's log.
 */
export function takeEnterToken(): string | undefined {
  const token = /^#\/enter\/([\w-]{1,128})$/.exec(location.hash)?.[1];
  if (token !== undefined) history.replaceState(null, '', location.pathname);
  return token;
}
