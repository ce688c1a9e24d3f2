import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api.ts';
import type { LookAnswer } from '../../../../shared/anpr/lookback.ts';
import { Empty } from '../../../part/Empty.tsx';
import { serverNow } from '../../../part/time.ts';
import { useCameras } from '../cameras/ask-cameras.ts';
import { Paper } from '../Paper.tsx';
import { focusFirst, setPlates } from '../state.ts';
import { Answer } from './Answer.tsx';
import type { Asked } from './asked.ts';
import { LookFields } from './LookFields.tsx';
import { Refused } from './Refused.tsx';
import { NEW_LOOK, queryOf, wrongInLook, type LookForm } from './look-form.ts';
import css from './lookback.module.css';

/**
 * Looking back in the reads: with a purpose, a case and a reason, within the law's limits. The form and the
 * answer live only while this is on the screen.
 */
export function Look() {
  const { t } = useTranslation();
  useCameras();
  const [form, setForm] = useState<LookForm>(NEW_LOOK);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ code: string; message: string }>();
  const [asked, setAsked] = useState<Asked>();
  const change = (patch: Partial<LookForm>) => setForm((before) => ({ ...before, ...patch }));
  const question = useRef(0);
  useEffect(
    () => () => {
      question.current += 1;
      setPlates({ access: undefined });
    },
    [],
  );
  const drop = () => {
    question.current += 1;
    setBusy(false);
    setAsked(undefined);
    setRefused(undefined);
    setPlates({ access: undefined });
  };

  const submit = async () => {
    setTried(true);
    if (busy) return;
    const now = serverNow();
    if (wrongInLook(form, now).size > 0)
      return focusFirst('[data-testid=look-form] [aria-invalid]');
    const query = queryOf(form, now);
    // The answer before goes in any case: it was to another question.
    drop();
    const mine = question.current;
    setBusy(true);
    const reply = await api<LookAnswer>('POST', '/api/anpr/looks', query);
    // Who cleared the form or left meanwhile is shown nothing any more.
    if (mine !== question.current) return;
    setBusy(false);
    if (reply.ok) {
      setAsked({ query, answer: reply.body, at: new Date(serverNow()).toISOString() });
      setPlates({ access: reply.body.access, seq: reply.body.seq });
    } else setRefused({ code: reply.code, message: reply.message });
    focusFirst(reply.ok ? '[data-testid=look-answer]' : '[data-testid=look-refused]');
  };

  return (
    <div className={css.look}>
      <LookFields
        {...{ form, change, tried, busy }}
        onSubmit={() => void submit()}
        onClear={() => {
          setForm(NEW_LOOK);
          setTried(false);
          drop();
          focusFirst('[data-testid=look-form] select');
        }}
      />
      {asked ? (
        <Answer key={asked.answer.access} asked={asked} />
      ) : refused ? (
        <Refused {...refused} />
      ) : (
        <div className={css.nothing}>
          <Empty title={t('lookback.nothing')}>{t('lookback.nothingHint')}</Empty>
        </div>
      )}
      {/* Nothing leaves without recipient and reason: the browser's own printing gets this. */}
      <Paper>
        <p>{t('lookback.noPaper')}</p>
      </Paper>
    </div>
  );
}
