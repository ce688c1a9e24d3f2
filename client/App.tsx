import { useEffect, useState } from 'react';
import { takeEnterToken } from './enter.ts';
import { Console } from './screen/Console.tsx';
import { FirstSignIn } from './screen/FirstSignIn.tsx';
import { SignIn } from './screen/SignIn.tsx';
import { Waiting } from './screen/Waiting.tsx';
import { loadSession, useSession } from './session.ts';

/** Which screen: entering by link, signing in, or the console. */
export function App({ token: first }: { token: string | undefined }) {
  const me = useSession((s) => s.me);
  const [token, setToken] = useState(first);

  // A link pasted into a tab where Belfry runs already.
  useEffect(() => {
    const entered = () => setToken((known) => takeEnterToken() ?? known);
    addEventListener('hashchange', entered);
    return () => removeEventListener('hashchange', entered);
  }, []);

  const leave = () => {
    setToken(undefined);
    void loadSession();
  };
  if (token !== undefined) return <FirstSignIn key={token} token={token} onDone={leave} />;
  if (me === undefined) return <Waiting />;
  if (me === null) return <SignIn onDone={loadSession} />;
  return <Console me={me} />;
}
