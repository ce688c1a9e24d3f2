import { useMemo, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListSummary } from '../../../../shared/anpr/list.ts';
import { api } from '../../../api.ts';
import { toast } from '../../../toast.ts';
import { useFormDraft } from '../../form.ts';
import { useOwnRestrictions } from '../../hooks.ts';
import { focusFirst, setPlates } from '../state.ts';
import { fetchLists } from './ask-lists.ts';
import {
  definitionKey,
  listForm,
  listOf,
  newListForm,
  wrongInList,
  type ListField,
  type ListForm,
} from './definition-form.ts';

/**
 * A list's definition as a form: a draft over the definition as it stands, until it is saved or thrown away.
 * One that somebody else saved meanwhile says so, and is not written over unawares.
 */
export function useDefinition(list: ListSummary | undefined, lists: readonly ListSummary[]) {
  const { t } = useTranslation();
  const own = useOwnRestrictions();
  const proposed = useMemo(
    () =>
      list ? listForm(list) : newListForm(own.includes('police') ? ['police'] : own.slice(0, 1)),
    [list, own],
  );
  const [form, write, clear, typed] = useFormDraft<ListForm>(
    list ? `anpr.list.${list.id}` : 'anpr.newList',
    proposed,
  );
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const wrongNow = () => wrongInList(form, list ? [] : lists.map(({ id }) => id));
  const wrong = tried ? wrongNow() : new Map<ListField, string>();
  const { basedOn } = form;
  const leave = () => {
    setPlates({ making: false });
    focusFirst('[data-testid=hotlists] [aria-pressed=true], [data-testid=hotlists] button');
  };

  const save = async () => {
    setTried(true);
    if (busy || (list && !typed)) return;
    if (wrongNow().size > 0) return focusFirst('[data-testid=hotlist-form] [aria-invalid]');
    setBusy(true);
    // A version says that something differs, of the entries too: whether it is the definition is seen here.
    const now = await fetchLists();
    const theirs = now?.find(({ id }) => id === form.id.trim());
    if (theirs && definitionKey(theirs) !== basedOn) return setBusy(false);
    const definition = listOf(form);
    const { id } = definition;
    const path = `/api/anpr/lists/${encodeURIComponent(id)}?base=${theirs?.version ?? 0}`;
    const reply = await api('PUT', path, definition);
    setBusy(false);
    setFailed(reply.ok ? undefined : reply.message || t('shell.unreachable'));
    if (!reply.ok) return;
    clear();
    setTried(false);
    await fetchLists();
    setPlates({ list: id, making: false });
    focusFirst(`[data-list="${id}"]`);
    toast({ tone: 'good', head: 'hotlist.definitionSaved', text: definition.title.nl });
  };

  return {
    ...{ form, busy, failed, typed },
    change: (patch: Partial<ListForm>) => write({ basedOn, ...patch }),
    errorAt: (field: ListField) =>
      wrong.has(field) ? t(`hotlist.wrong-${wrong.get(field)}`) : undefined,
    anyWrong: wrong.size > 0,
    meanwhile: typed && list !== undefined && basedOn !== definitionKey(list),
    takeTheirs: clear,
    keepMine: () => list && write({ basedOn: definitionKey(list) }),
    cancel() {
      clear();
      setTried(false);
      leave();
    },
    onSubmit(event: FormEvent) {
      event.preventDefault();
      void save();
    },
    onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.currentTarget.requestSubmit();
    },
  };
}
export type Definition = ReturnType<typeof useDefinition>;
