import { useEffect, useMemo, useRef, useState, type KeyboardEvent as Pressed } from 'react';
import { useTranslation } from 'react-i18next';
import { areaOf } from '../../../shared/geo/outline.ts';
import { cleanText } from '../../../shared/clean.ts';
import { useIncident, useLang } from '../../panel/hooks.ts';
import { KindSwatch } from '../../panel/perimeter/KindSwatch.tsx';
import { areaText, lengthText, readRadius } from '../../panel/perimeter/radius.ts';
import { Button, IconButton } from '../../part/Button.tsx';
import { Field } from '../../part/Field.tsx';
import { Kbd } from '../../part/Kbd.tsx';
import { send } from '../../send.ts';
import { InsideLine } from '../../panel/perimeter/InsideLine.tsx';
import { changeDraft, faultIn, shapeOf } from './edit.ts';
import { endTool } from './state.ts';
import type { Draft } from './tool.ts';
import { useInside } from './inside.ts';
import { focusMap, useToolKeys } from './keys.ts';
import css from './DrawBar.module.css';

const KINDS = ['exclusion', 'isolation', 'dissuasion'] as const;

/** Kind, form, size, label; what it would hold; Enter draws, Esc leaves. */
export function DrawBar({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const lang = useLang();
  const incident = useIncident(draft.incident);
  const [typed, setTyped] = useState(() => String(draft.radius ?? ''));
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { form, center, radius, ring } = draft;
  const shape = useMemo(
    () => shapeOf({ form, center, radius, ring } as Draft),
    [form, center, radius, ring],
  );
  const list = useInside(shape);
  const fault = faultIn(draft);

  // Dragged on the map: the field follows.
  if (radius !== undefined && readRadius(typed) !== radius) setTyped(String(radius));

  const setRadius = (text: string) => {
    setTyped(text);
    changeDraft({ radius: readRadius(text) });
  };
  const setForm = (next: Draft['form']) => {
    changeDraft({ form: next, ...(radius === undefined ? { radius: 100 } : {}) });
    if (next === 'polygon') focusMap();
    else requestAnimationFrame(() => field.current?.select());
  };
  const submit = () => {
    setTried(true);
    if (draw()) endTool();
  };

  useToolKeys(
    ({ key, code, altKey }, typing) => {
      const digit = Number(/^(?:Digit|Numpad)([1-3])$/.exec(code)?.[1]);
      const kind = altKey || !typing ? KINDS[digit - 1] : undefined;
      // No letter is part of a length, but those of its unit.
      const bare = !typing || document.activeElement === field.current;
      if (kind && !draft.perimeter) changeDraft({ kind });
      else if (bare && key.toLowerCase() === 'c') setForm('circle');
      else if (bare && key.toLowerCase() === 'p') setForm('polygon');
      else return false;
      return true;
    },
    submit,
    field,
    (text) => setRadius(text.replace(/[^\d.,km ]/g, '')),
  );

  // An incident that leaves the sight of this person, or closes, takes its drawing with it.
  const gone = !incident || incident.status === 'closed';
  useEffect(() => {
    if (gone) endTool();
  }, [gone]);

  const step = (event: Pressed) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || radius === undefined) return;
    event.preventDefault();
    const size = radius + by * (radius < 100 ? 10 : radius < 1000 ? 50 : 100);
    setRadius(String(Math.max(10, size)));
  };
  const hint = form === 'circle' ? 'hintCircle' : draft.closed ? 'hintCorners' : 'hintPolygon';

  return (
    <section
      className={css.bar}
      aria-label={t(draft.perimeter ? 'perimeter.redrawLong' : 'perimeter.draw')}
      data-testid="draw-bar"
    >
      <header className={css.head}>
        <h2>{t(draft.perimeter ? 'perimeter.redrawLong' : 'perimeter.draw')}</h2>
        <span className={css.cut}>{incident && `${incident.number} ${incident.title}`}</span>
        <IconButton
          icon="close"
          size="small"
          label={`${t('perimeter.leave')} (Esc)`}
          onClick={endTool}
        />
      </header>
      <div className={css.row}>
        <div className={css.kinds} role="radiogroup" aria-label={t('perimeter.kind')}>
          {KINDS.map((kind, i) => (
            <button
              key={kind}
              type="button"
              role="radio"
              aria-checked={draft.kind === kind}
              disabled={draft.perimeter !== undefined && draft.kind !== kind}
              title={`${t(`perimeter.kind-${kind}`)} (Alt+${i + 1})`}
              onClick={() => changeDraft({ kind })}
            >
              <KindSwatch kind={kind} />
              {t(`perimeter.short-${kind}`)}
              <Kbd keys={String(i + 1)} />
            </button>
          ))}
        </div>
        <div className={css.kinds} role="radiogroup" aria-label={t('perimeter.form')}>
          {(['circle', 'polygon'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="radio"
              aria-checked={form === one}
              onClick={() => setForm(one)}
            >
              {t(`perimeter.${one}`)}
              <Kbd keys={one === 'circle' ? 'c' : 'p'} />
            </button>
          ))}
        </div>
      </div>
      <div className={css.row}>
        {form === 'circle' && (
          <div className={css.radius}>
            <Field
              ref={field}
              label={`${t('perimeter.radius')} (m)`}
              value={typed}
              onChange={setRadius}
              onKeyDown={step}
              inputMode="decimal"
              maxLength={12}
              aria-invalid={fault ? true : undefined}
              data-testid="draw-radius"
            />
          </div>
        )}
        <div className={css.label}>
          <Field
            label={t('perimeter.label')}
            value={draft.label}
            onChange={(label) => changeDraft({ label })}
            maxLength={80}
          />
        </div>
        <Button kind="primary" keys="Enter" onClick={submit} data-testid="draw-put">
          {t('perimeter.put')}
        </Button>
      </div>
      <p className={css.figures} data-testid="draw-figures">
        {shape && <b>{areaText(areaOf(shape), lang)}</b>}
        {shape && form === 'circle' && <span>⌀ {lengthText(2 * radius!, lang)}</span>}
        {shape && <InsideLine list={list} />}
      </p>
      <p
        className={css.hint}
        role={tried && fault ? 'alert' : undefined}
        data-bad={tried && !!fault}
      >
        {fault && (tried || fault !== 'corners')
          ? t(`perimeter.fault-${fault}`)
          : t(`perimeter.${hint}`)}
      </p>
    </section>
  );

  function draw(): boolean {
    const drawn = shapeOf(draft);
    if (!drawn) return false;
    const label = cleanText(draft.label, 80);
    const told = { shape: drawn, ...(label ? { label } : {}) };
    if (draft.perimeter) send('perimeter.redraw', { perimeter: draft.perimeter, ...told });
    else send('perimeter.draw', { incident: draft.incident, kind: draft.kind, ...told });
    return true;
  }
}
