import { Router } from 'express';
import { refuse } from '../../shared/refusal.ts';
import { redactThings } from '../../shared/role.ts';
import type { Gate } from '../gate.ts';
import type { Lane } from '../position/lane.ts';
import { forWho, sendRefusal } from './answer.ts';

/** `GET /api/spaces/{space}/positions`: where units are now, as the caller may know it. A space without a lane has none. */
export function positionsRouter(gate: Gate, lanes: ReadonlyMap<string, Pick<Lane, 'all'>>): Router {
  return Router().get(
    '/:space/positions',
    forWho((request, response, who) => {
      const commit = gate.space(String(request.params['space']), who);
      if (!commit) return sendRefusal(request, response, refuse('space-unknown'));
      const fixes = redactThings(who.view, 'unit', lanes.get(commit.space)?.all() ?? []);
      response.json({ now: new Date().toISOString(), fixes });
    }),
  );
}
