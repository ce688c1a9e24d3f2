import type { Event } from '../../entry.ts';
import { fact, type Context } from '../../subject.ts';
import { BOARD, type Needs } from './decide.ts';
import { concerns, reasonAt } from './wind.ts';

/** A wind that was measured, or a warning: which sites should close by their manager's own threshold, and which need not any more. */
export const reacts = {
  to: ['wind.observed', 'site.warned', 'site.warningEnded'],
  react(state: Needs, _events: readonly Event[], context: Context): Event[] {
    const advised: { site: string; closeAt: number }[] = [];
    const calmed: string[] = [];
    const why = reasonAt(state, context.at);
    for (const site of context.plan.crisis.sites) {
      const row = state.site.sites.get(site.id);
      const open = row === undefined || row.state === 'open' || row.state === 'reopened';
      if (!open) continue;
      if (concerns(why, site)) {
        if (!row?.advised && why.gust > (row?.kept ?? 0))
          advised.push({ site: site.id, closeAt: site.closeAt });
      } else if (row?.advised || row?.kept) calmed.push(site.id);
    }
    return [
      ...(why && advised.length > 0 ? [fact('site.advised', BOARD, { sites: advised, why })] : []),
      ...(calmed.length > 0 ? [fact('site.calmed', BOARD, { sites: calmed })] : []),
    ];
  },
};
