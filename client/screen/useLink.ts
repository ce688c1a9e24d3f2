import { useEffect, useState } from 'react';
import { announceSince, startAnnouncing } from '../announce.ts';
import { openLink } from '../link.ts';
import { flush, openOutbox } from '../send.ts';
import { applyPositions } from '../positions.ts';
import { useSession, loadSession, type Me } from '../session.ts';
import { applyBatch, applyBeat, applyJoined, setLink, sign, usePicture } from '../store.ts';

/**
 * Keeps the console joined to its space for as long as it is shown. `again` opens a new link with a
 * new session's cookie and goes on from the entry that the console has: nothing on the screen is lost.
 */
export function useLink(space: string, me: Me): { again: () => void } {
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let silence: (() => void) | undefined;
    const link = openLink(space, {
      mine() {
        const { seq, mark } = usePicture.getState();
        return { after: seq, ...(mark === undefined ? {} : { mark }) };
      },
      onJoined(joined) {
        const before = usePicture.getState();
        applyJoined(joined);
        // What stood already at the first joining is no news; what came in a gap is.
        if (before.mark !== undefined && joined.state) announceSince(before.confirmed);
        silence ??= startAnnouncing();
        setTimeout(() => void flush());
      },
      onBatch: applyBatch,
      onBeat: applyBeat,
      onPositions: applyPositions,
      onState: setLink,
      onSign: sign,
    });
    openOutbox(space, me, link.send);
    return () => {
      silence?.();
      link.close();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new link only for a new session, not for a chosen password
  }, [space, turn]);

  return {
    again: () => {
      const before = whoAndWhat(me);
      void loadSession().then(() => {
        const now = useSession.getState().me;
        // Somebody else, or with other rights: nothing that was shown before may stay.
        if (now && whoAndWhat(now) !== before) location.reload();
        else setTurn((n) => n + 1);
      });
    },
  };
}

const whoAndWhat = ({ person, role, rights }: Me): string =>
  JSON.stringify([person.id, role, rights.sees, rights.cleared]);
