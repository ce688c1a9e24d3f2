/** A way in that is shown once: a sign-in link for a person or a token for a machine. */
export interface Secret {
  name: string;
  kind: 'link' | 'token';
  text: string;
}

/** The server gives the bare secret; a person needs the whole address. */
export function secretOf(name: string, made: { link?: string; token?: string }): Secret {
  return made.token === undefined
    ? { name, kind: 'link', text: `${location.origin}/#/enter/${made.link ?? ''}` }
    : { name, kind: 'token', text: made.token };
}
