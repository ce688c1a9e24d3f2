import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FactValue, Question } from '../../../shared/plan/step.ts';
import { Button } from '../../part/Button.tsx';
import { Field } from '../../part/Field.tsx';
import { useLang } from '../hooks.ts';
import { Inline, leaveBy } from './Inline.tsx';
import { inLang } from './text.ts';
import css from './task.module.css';

interface Props {
  question: Question;
  label: string;
  /** What is known already. */
  value: FactValue | undefined;
  onAnswer: (value: FactValue) => void;
  onLeave: () => void;
}

/** An answer: one key for yes, no and the choices; a field for numbers and words. */
export function AnswerField(props: Props) {
  const { kind } = props.question;
  return kind === 'yesno' || kind === 'choice' ? <Keys {...props} /> : <Typed {...props} />;
}

interface Offer {
  value: FactValue;
  name: string;
  keys: string;
}

function Keys({ question, label, value, onAnswer, onLeave }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const group = useRef<HTMLDivElement>(null);
  const offers: Offer[] =
    question.kind === 'yesno'
      ? [
          { value: true, name: t('task.yes'), keys: t('task.yesKey') },
          { value: false, name: t('task.no'), keys: 'n' },
        ]
      : (question.choices ?? []).map((one, i) => ({
          value: one.id,
          name: inLang(one, lang),
          keys: String(i + 1),
        }));
  useEffect(() => {
    const buttons = group.current?.querySelectorAll('button');
    const pressed = [...(buttons ?? [])].find((one) => one.getAttribute('aria-pressed') === 'true');
    (pressed ?? buttons?.[0])?.focus();
  }, []);
  const press = (event: KeyboardEvent) => {
    const key = /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key.toLowerCase();
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const offer = offers.find(({ keys }) => keys === key);
    if (by !== undefined) {
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
      buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
      event.preventDefault();
    } else if (offer && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onAnswer(offer.value);
    }
    leaveBy(onLeave)(event);
  };
  return (
    <div
      ref={group}
      className={css.buttons}
      role="group"
      aria-label={label}
      onKeyDown={press}
      data-testid="answer"
    >
      {offers.map((offer) => (
        <Button
          key={offer.keys}
          size="small"
          keys={offer.keys}
          aria-pressed={offer.value === value}
          onClick={() => onAnswer(offer.value)}
        >
          {offer.name}
        </Button>
      ))}
    </div>
  );
}

function Typed({ question, label, value, onAnswer, onLeave }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const [tried, setTried] = useState(false);
  const number = question.kind === 'number';
  const clean = text.trim();
  const fits = number ? /^\d{1,7}$/.test(clean) : clean !== '';
  const submit = () => {
    setTried(true);
    if (fits) onAnswer(number ? Number(clean) : clean);
  };
  return (
    <Inline onSubmit={submit} confirm={t('task.confirm')} onLeave={onLeave}>
      <Field
        label={label}
        value={text}
        onChange={setText}
        maxLength={80}
        inputMode={number ? 'numeric' : undefined}
        error={tried && !fits ? t(number ? 'task.numberWrong' : 'task.needed') : undefined}
        data-testid="answer"
      />
    </Inline>
  );
}
