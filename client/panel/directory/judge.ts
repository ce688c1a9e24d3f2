import { explain } from '../../../shared/explain.ts';
import type { Lang } from '../../../shared/refusal.ts';
import type { Context } from '../../../shared/subject.ts';
import { decide } from '../../../shared/subject/directory/decide.ts';
import { commands, type DirectoryCommand } from '../../../shared/subject/directory/schema.ts';
import { serverNow } from '../../part/time.ts';
import { planInForce } from '../../plan.ts';
import { usePicture } from '../../store.ts';

/** What is wrong with a command before it is sent: where (`contact.holds.0.function`), and why in words if the subject says. */
export interface Wrong {
  path: string;
  message: string | undefined;
  code: string;
}

type Type = keyof typeof commands;

/** Asks the subject itself, on the state as this console shows it. The server has the last word. */
export function judge(type: Type, data: object, lang: Lang): Wrong | undefined {
  const parsed = commands[type].safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { path: (issue?.path ?? []).map(String).join('.'), message: undefined, code: 'invalid' };
  }
  const crisis = planInForce();
  const context: Context = {
    at: new Date(serverNow()).toISOString(),
    actor: { id: '', name: '', role: '' },
    sees: () => true,
    plan: { incidentTypes: [], restrictions: [], clearances: {}, crisis },
  };
  const { directory } = usePicture.getState().shown;
  const command = { id: 'judge', type, data: parsed.data } as DirectoryCommand;
  const decision = decide({ directory }, command, context);
  if (decision.ok) return undefined;
  const { refusal } = decision;
  return {
    path: (refusal.path ?? '').replace(/^data\.?/, ''),
    message: explain(refusal, lang),
    code: refusal.code,
  };
}
