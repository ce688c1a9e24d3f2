import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '../../../shared/clean.ts';
import { gather } from '../../../shared/subject/shift/gather.ts';
import type { NewItem } from '../../../shared/subject/shift/schema.ts';
import { stepOf } from '../../../shared/subject/task/steps.ts';
import { usePlan } from '../../plan.ts';
import { IconButton } from '../../part/Button.tsx';
import { Field, TextArea } from '../../part/Field.tsx';
import { Tag } from '../../part/Tag.tsx';
import { serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { closeDialog } from '../../ui.ts';
import { useFormDraft } from '../form.ts';
import { useLang, useMyId } from '../hooks.ts';
import { PersonPicker } from '../PersonPicker.tsx';
import { FormDialog } from '../phase/FormDialog.tsx';
import { both } from '../phase/names.ts';
import css from '../phase/phase.module.css';
import { lineOf } from './lines.ts';

interface Form {
  to: string | undefined;
  /** Ids of lines that need not go along. */
  without: string[];
  own: string[];
  note: string;
}
const EMPTY: Form = { to: undefined, without: [], own: [], note: '' };
const MOST = 200;

/** Prepared from what is open now, as far as this person sees it; own lines and remarks beside. */
export function GiveDialog() {
  const { t } = useTranslation();
  const me = useMyId();
  const people = useSession((s) => s.people);
  const [form, change, clear] = useFormDraft<Form>('shift-give', EMPTY);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const prepared = usePrepared();
  const kept = prepared.filter((line) => !form.without.includes(keyOf(line)));
  const own = form.own.map((text): NewItem => ({ kind: 'note', text }));
  const items = [...own, ...kept].slice(0, MOST);
  const note = cleanText(form.note, 4000);
  const to = people.find((person) => person.id === form.to);
  const add = () => {
    const text = cleanText(typed, 600);
    if (text) change({ own: [...form.own, text] });
    setTyped('');
  };
  const submit = () => {
    setTried(true);
    if (!to || (items.length === 0 && !note)) return;
    clear();
    closeDialog();
    send('shift.handOver', {
      ...{ to: { id: to.id, name: to.name }, items },
      ...(note ? { note } : {}),
    });
  };
  return (
    <FormDialog
      title={t('shift.title')}
      confirm={t('shift.send')}
      testId="dialog-shift-give"
      width={680}
      onSubmit={submit}
    >
      <PersonPicker
        label={t('shift.to')}
        except={[me]}
        value={form.to}
        onChange={(next) => change({ to: next })}
        error={tried && !to ? t('shift.needed') : undefined}
      />
      <fieldset className={css.choices}>
        <legend>
          {t('shift.lines')} ({items.length}) · {t('shift.linesHint')}
        </legend>
        {form.own.map((text, i) => (
          <div key={i} className={css.row}>
            <Tag>{t('shift.kind-note')}</Tag>
            <span className={css.main}>{text}</span>
            <IconButton
              icon="close"
              size="small"
              label={t('phase.mute', { name: text })}
              onClick={() => change({ own: form.own.filter((_, at) => at !== i) })}
            />
          </div>
        ))}
        {prepared.length === 0 && <p className={css.dim}>{t('shift.noLines')}</p>}
        {prepared.map((line) => (
          <label key={keyOf(line)} className={css.choice}>
            <input
              type="checkbox"
              checked={!form.without.includes(keyOf(line))}
              onChange={({ target }) =>
                change({
                  without: target.checked
                    ? form.without.filter((one) => one !== keyOf(line))
                    : [...form.without, keyOf(line)],
                })
              }
            />
            <Tag>{t(`shift.kind-${line.kind}`)}</Tag>
            <span className={css.text}>{line.text}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label={t('shift.add')}
        hint={t('shift.addHint')}
        maxLength={600}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
        onBlur={add}
      />
      <TextArea
        label={t('shift.note')}
        rows={3}
        maxLength={4000}
        value={form.note}
        onChange={(next) => change({ note: next })}
        error={tried && items.length === 0 && !note ? t('shift.empty') : undefined}
      />
    </FormDialog>
  );
}

const keyOf = ({ kind, about }: NewItem): string => `${kind} ${about ?? ''}`;

/** Lines for what is open, as the picture was when the dialog was opened: they do not move under the hand. */
function usePrepared(): NewItem[] {
  const { t } = useTranslation();
  const lang = useLang();
  const { plan } = usePlan();
  const [shown] = useState(() => usePicture.getState().shown);
  return useMemo(() => {
    const title = (run: string, step: string) => {
      const found = stepOf(shown, run, step);
      return found ? both(found.title, lang) : step;
    };
    const at = new Date(serverNow()).toISOString();
    return gather(shown, at).map((one) => lineOf(one, plan, t, lang, title));
  }, [shown, plan, t, lang]);
}
