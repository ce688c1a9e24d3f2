import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../part/Field.tsx';
import { serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { useLang } from '../hooks.ts';
import { parseMoment } from '../moment.ts';
import { AnswerField } from './AnswerField.tsx';
import { DecideForm } from './DecideForm.tsx';
import { closeForm, leaveRow, type FormName } from './hand.ts';
import { Inline } from './Inline.tsx';
import { ReachNames } from './ReachNames.tsx';
import type { Row } from './rows.ts';
import { inLang } from './text.ts';

/** What is asked about the step in hand, in its place: Enter sends, Esc goes back to the row. */
export function StepForm({ row, form }: { row: Row; form: FormName }) {
  const { run, step, id } = row;
  const about = { run: run.id, step: step.id };
  switch (form) {
    case 'answer':
      return step.question ? <AskForm row={row} /> : null;
    case 'decide':
      return <DecideForm row={row} />;
    case 'close':
      return <EvidenceForm row={row} />;
    case 'delegate':
      return <DelegateForm row={row} />;
    case 'skip':
      return (
        <ReasonForm
          label="task.skip"
          onReason={(reason) => {
            leaveRow(id);
            send('task.skip', { ...about, reason });
          }}
        />
      );
    case 'reopen':
      return (
        <ReasonForm
          label="task.reopen"
          onReason={(reason) => {
            closeForm();
            send('task.reopen', { ...about, reason });
          }}
        />
      );
  }
}

function AskForm({ row }: { row: Row }) {
  const lang = useLang();
  const { run, step, id } = row;
  const question = step.question!;
  return (
    <AnswerField
      question={question}
      label={inLang(step.title, lang)}
      value={undefined}
      onAnswer={(value) => {
        leaveRow(id);
        send('task.answer', { incident: run.incident, fact: question.fact, value });
      }}
      onLeave={closeForm}
    />
  );
}

/** One line of text that must not be empty. */
function ReasonForm({ label, onReason }: { label: string; onReason: (reason: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (text.trim()) onReason(text.trim());
  };
  return (
    <Inline onSubmit={submit} confirm={t(label)}>
      <Field
        label={t('task.reason')}
        value={text}
        onChange={setText}
        maxLength={1000}
        error={tried && !text.trim() ? t('task.reasonNeeded') : undefined}
      />
    </Inline>
  );
}

function DelegateForm({ row }: { row: Row }) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!to.trim()) return;
    closeForm();
    send('task.delegate', { run: row.run.id, step: row.step.id, to: to.trim() });
  };
  return (
    <Inline onSubmit={submit} confirm={t('task.main-delegate')}>
      <Field
        label={t('task.to')}
        placeholder={t('task.toHint')}
        value={to}
        onChange={setTo}
        maxLength={200}
        list="task-reach-names"
        error={tried && !to.trim() ? t('task.toNeeded') : undefined}
      />
      <ReachNames id="task-reach-names" reach={row.step.reach} />
    </Inline>
  );
}

/** What a step wants to be told before it is done: a note, a number, a name, or a time of today. */
function EvidenceForm({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { run, step, id } = row;
  const evidence = step.evidence ?? 'note';
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const read = readEvidence(evidence, text);
  const submit = () => {
    setTried(true);
    if (read === undefined) return;
    leaveRow(id);
    send('task.close', { run: run.id, step: step.id, [evidence]: read });
  };
  const wrong = { note: 'needed', name: 'needed', number: 'numberWrong', time: 'timeWrong' }[
    evidence
  ];
  return (
    <Inline onSubmit={submit} confirm={t('task.close')}>
      <Field
        label={t(`task.evidence-${evidence}`)}
        value={text}
        onChange={setText}
        maxLength={evidence === 'note' ? 2000 : 200}
        inputMode={evidence === 'number' ? 'numeric' : undefined}
        error={tried && read === undefined ? t(`task.${wrong}`) : undefined}
      />
    </Inline>
  );
}

function readEvidence(kind: 'note' | 'number' | 'name' | 'time', text: string) {
  const clean = text.trim();
  if (!clean) return undefined;
  if (kind === 'number') return /^\d{1,8}$/.test(clean) ? Number(clean) : undefined;
  if (kind !== 'time') return clean;
  const moment = parseMoment(clean, serverNow());
  return moment.ok ? moment.at : undefined;
}
