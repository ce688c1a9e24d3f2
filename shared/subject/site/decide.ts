import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import type { WindSlice } from '../wind/schema.ts';
import type { SiteCommand, SiteRow, SiteSlice, SiteState } from './schema.ts';
import { concerns, reasonAt } from './wind.ts';

export interface Needs {
  site: SiteSlice;
  wind: WindSlice;
}

/** States from which a site may go to another. */
const FROM: Readonly<Record<'closing' | 'closed' | 'open', readonly SiteState[]>> = {
  closing: ['open', 'reopened'],
  closed: ['open', 'closing', 'reopened', 'inspected'],
  /** And one that was advised to close, whose manager keeps it open. */
  open: ['closing'],
};

/** The board is one for the whole region: its events are about `board`, and name the sites. */
export const BOARD = 'board';

const stateOf = (state: Needs, site: string): SiteState =>
  state.site.sites.get(site)?.state ?? 'open';

export function decide(state: Needs, command: SiteCommand, context: Context): Decision {
  switch (command.type) {
    case 'site.warn': {
      const { from, until } = command.data;
      if (state.site.warnings.has(command.id)) return reject(refuse('id-taken'));
      if (until <= from || until <= context.at) return reject(refuse('time-order', 'data.until'));
      return accept(fact('site.warned', command.id, command.data));
    }
    case 'site.endWarning': {
      const { warning, reason } = command.data;
      if (!state.site.warnings.has(warning))
        return reject(refuse('warning-unknown', 'data.warning'));
      return accept(fact('site.warningEnded', warning, reason ? { reason } : {}));
    }
    case 'site.close':
      return change(state, command.data, 'closing', context);
    case 'site.mark':
      return change(state, command.data, command.data.state, context);
    case 'site.inspect': {
      const { site, safe, by, note } = command.data;
      const wrong = unknown([site], context);
      if (wrong) return wrong;
      if (!['closed', 'inspected'].includes(stateOf(state, site)))
        return reject(refuse('site-not-closed', 'data.site'));
      return changed([site], safe ? 'inspected' : 'closed', { safe, inspector: by }, note);
    }
    case 'site.reopen': {
      const { sites, note } = command.data;
      const wrong = unknown(sites, context);
      if (wrong) return wrong;
      const why = reasonAt(state, context.at);
      for (const [i, id] of sites.entries()) {
        const path = `data.sites.${i}`;
        // M6.6: only after inspection, and not into the same wind.
        if (stateOf(state, id) !== 'inspected') return reject(refuse('site-not-inspected', path));
        const site = context.plan.crisis.sites.find((one) => one.id === id)!;
        if (concerns(why, site)) return reject(refuse('wind-too-strong', path));
      }
      return changed(sites, 'reopened', {}, note);
    }
  }
}

function change(
  state: Needs,
  { sites, note }: { sites: string[]; note?: string | undefined },
  to: 'closing' | 'closed' | 'open',
  context: Context,
): Decision {
  const wrong = unknown(sites, context);
  if (wrong) return wrong;
  // Those that are so already are left alone; who asks for all of them gets the rest.
  const moving = [...new Set(sites)].filter((site) => {
    const advised = state.site.sites.get(site)?.advised !== undefined;
    return FROM[to].includes(stateOf(state, site)) || (to === 'open' && advised);
  });
  return moving.length === 0 ? accept() : changed(moving, to, {}, note);
}

const changed = (sites: readonly string[], state: SiteState, more: object, note?: string) =>
  accept(
    fact('site.changed', BOARD, { sites: [...sites], state, ...more, ...(note ? { note } : {}) }),
  );

function unknown(sites: readonly string[], context: Context): Decision | undefined {
  const at = sites.findIndex((site) => !context.plan.crisis.sites.some(({ id }) => id === site));
  return at < 0 ? undefined : reject(refuse('site-unknown', `data.sites.${at}`));
}

/** Sites on the board, by what concerns them: a reason to close, or a state other than open. */
export const concerned = ({ sites }: SiteSlice): SiteRow[] =>
  [...sites.values()].filter((row) => row.advised !== undefined || row.state !== 'open');
