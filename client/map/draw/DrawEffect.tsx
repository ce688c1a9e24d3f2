import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AGENTS, plume, type Agent } from '../../../shared/geo/plume.ts';
import type { Shape } from '../../../shared/geo/shape.ts';
import type { Estimate } from '../../../shared/subject/perimeter/schema.ts';
import type { WindRow } from '../../../shared/subject/wind/schema.ts';
import { cleanText } from '../../../shared/clean.ts';
import { useIncident, useLang, useMay } from '../../panel/hooks.ts';
import { InsideLine } from '../../panel/perimeter/InsideLine.tsx';
import { areaText, lengthText } from '../../panel/perimeter/radius.ts';
import {
  compassName,
  latestWind,
  OLD_MS,
  readDirection,
  readSpeed,
  UNITS,
  type SpeedUnit,
} from '../../panel/perimeter/wind.ts';
import { windValues } from '../../panel/perimeter/wind-text.ts';
import { Button, IconButton } from '../../part/Button.tsx';
import { Field, Select } from '../../part/Field.tsx';
import { Kbd } from '../../part/Kbd.tsx';
import { ageText, serverNow, useNow } from '../../part/time.ts';
import { boxOf } from '../../../shared/geo/feature.ts';
import { areaOf, outlineOf } from '../../../shared/geo/outline.ts';
import { send } from '../../send.ts';
import { useSession } from '../../session.ts';
import { usePicture } from '../../store.ts';
import { theCamera } from '../camera.ts';
import { changeEffect } from './edit.ts';
import { endTool } from './state.ts';
import type { Effect } from './tool.ts';
import { useInside } from './inside.ts';
import { useToolKeys } from './keys.ts';
import css from './DrawBar.module.css';

/** The station under which an operator's own wind is kept. */
const BY_HAND = 'operator';

/** What is carried, the wind, and the sector that comes of it: a first estimate, and said to be one. */
export function DrawEffect({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  const lang = useLang();
  const may = useMay();
  const me = useSession((s) => s.me?.person.name ?? '');
  const incident = useIncident(effect.incident);
  // As it was when the bar opened: a wind that comes in meanwhile does not change what is typed.
  const [measured] = useState(() => latestWind(usePicture.getState().shown.wind));
  const [from, setFrom] = useState(() => (measured ? String(Math.round(measured.from)) : ''));
  const [speed, setSpeed] = useState(() =>
    measured ? String(Math.round(measured.speed * 3.6)) : '',
  );
  const [unit, setUnit] = useState<SpeedUnit>('kmh');
  const [touched, setTouched] = useState(false);
  const [source, setSource] = useState(me);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);

  const typed = { from: readDirection(from, lang), speed: readSpeed(speed, unit) };
  // What was not touched is the measurement itself, not its rounding.
  const wind = !touched && measured ? measured : typed;
  const fault = wind.from === undefined ? 'from' : wind.speed === undefined ? 'speed' : undefined;
  const { origin, agent } = effect;
  const key = JSON.stringify([origin, agent, wind.from, wind.speed]);
  const [shown, setShown] = useState<{ key: string; shape: Shape | undefined }>();
  if (shown?.key !== key) {
    const { from: at, speed: fast } = wind;
    const known = at !== undefined && fast !== undefined;
    setShown({ key, shape: known ? plume(origin, agent, { from: at, speed: fast }) : undefined });
  }
  const shape = shown?.shape;
  useEffect(() => changeEffect({ shape }), [shape]);
  const look = useEffectEvent(() => {
    const box = shape && boxOf(outlineOf(shape));
    // With room above it for the bar.
    if (box) theCamera()?.frame([box[0], box[1], box[2], box[3] + 0.75 * (box[3] - box[1])]);
    else theCamera()?.fly(origin);
  });
  useEffect(() => look(), [agent]);
  const list = useInside(shape);

  const submit = () => {
    setTried(true);
    if (shape && !fault) draw(shape);
  };
  useToolKeys(
    ({ code, altKey }, typing) => {
      const digit = Number(/^(?:Digit|Numpad)([1-3])$/.exec(code)?.[1]);
      const next = altKey || !typing ? AGENTS[digit - 1] : undefined;
      if (next) changeEffect({ agent: next });
      return next !== undefined;
    },
    submit,
    first,
    (text) => {
      setFrom(text);
      setTouched(true);
    },
  );

  const gone = !incident || incident.status === 'closed';
  useEffect(() => {
    if (gone) endTool();
  }, [gone]);

  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    setTouched(true);
  };
  return (
    <section className={css.bar} aria-label={t('perimeter.effect')} data-testid="effect-bar">
      <header className={css.head}>
        <h2>{t('perimeter.effect')}</h2>
        <span className={css.cut}>{incident && `${incident.number} ${incident.title}`}</span>
        <IconButton
          icon="close"
          size="small"
          label={`${t('perimeter.leave')} (Esc)`}
          onClick={endTool}
        />
      </header>
      <p className={css.estimate}>{t('perimeter.estimateNote')}</p>
      <div className={css.row}>
        <div className={css.kinds} role="radiogroup" aria-label={t('perimeter.agent')}>
          {AGENTS.map((one: Agent, i) => (
            <button
              key={one}
              type="button"
              role="radio"
              aria-checked={agent === one}
              title={`${t(`perimeter.agent-${one}`)} (Alt+${i + 1})`}
              onClick={() => changeEffect({ agent: one })}
            >
              {t(`perimeter.agent-${one}`)}
              <Kbd keys={String(i + 1)} />
            </button>
          ))}
        </div>
      </div>
      <div className={css.row}>
        <div className={css.radius}>
          <Field
            ref={first}
            label={t('perimeter.windFrom')}
            placeholder={t('perimeter.windFromHint')}
            value={from}
            onChange={change(setFrom)}
            maxLength={8}
            aria-invalid={tried && fault === 'from' ? true : undefined}
            data-testid="wind-from"
          />
        </div>
        <div className={css.radius}>
          <Field
            label={t('perimeter.windSpeed')}
            value={speed}
            onChange={change(setSpeed)}
            maxLength={10}
            aria-invalid={tried && fault === 'speed' ? true : undefined}
            data-testid="wind-speed"
          />
        </div>
        <Select
          label={t('perimeter.unit')}
          options={UNITS.map((value) => ({ value, label: t(`perimeter.unit-${value}`) }))}
          value={unit}
          onChange={(value) => {
            setUnit(value as SpeedUnit);
            setTouched(true);
          }}
        />
        {touched && (
          <div className={css.label}>
            <Field
              label={t('perimeter.windTold-by')}
              value={source}
              onChange={setSource}
              maxLength={120}
            />
          </div>
        )}
        <Button kind="primary" keys="Enter" onClick={submit} data-testid="effect-put">
          {t('perimeter.put')}
        </Button>
      </div>
      <WindOf measured={measured} touched={touched} />
      <p className={css.figures} data-testid="effect-figures">
        {!fault && <b>{t('perimeter.windTold', windValues(wind as WindRow, lang))}</b>}
        {shape?.form === 'sector' && (
          <span>
            {shape.angle >= 360
              ? t('perimeter.still', { length: lengthText(shape.length, lang) })
              : t('perimeter.sector', {
                  angle: shape.angle,
                  length: lengthText(shape.length, lang),
                  name: compassName(shape.bearing, lang),
                })}
          </span>
        )}
        {shape && <span>{areaText(areaOf(shape), lang)}</span>}
        {shape && <InsideLine list={list} />}
      </p>
      {tried && fault && (
        <p className={css.hint} role="alert" data-bad="true">
          {t(`perimeter.fault-${fault}`)}
        </p>
      )}
    </section>
  );

  function draw(drawn: Shape): void {
    const now = new Date(serverNow()).toISOString();
    const byHand = touched || !measured;
    const name = cleanText(source, 120) || me || BY_HAND;
    const { from: at, speed: fast } = wind as { from: number; speed: number };
    if (byHand && may('wind.observe'))
      send('wind.observe', {
        ...{ station: BY_HAND, name, from: at, speed: fast, observed: now },
        point: [...origin],
      });
    const estimate: Estimate = {
      agent,
      wind: {
        ...{ from: at, speed: fast },
        source: byHand ? name : measured.name,
        at: byHand ? now : measured.observed,
      },
    };
    if (effect.perimeter)
      send('perimeter.redraw', { perimeter: effect.perimeter, shape: drawn, estimate });
    else
      send('perimeter.draw', {
        ...{ incident: effect.incident, kind: 'effect', shape: drawn },
        estimate,
      });
    endTool();
  }
}

/** Whose wind it is, and how old. */
function WindOf({ measured, touched }: { measured: WindRow | undefined; touched: boolean }) {
  const { t } = useTranslation();
  const now = useNow(10_000);
  if (touched) return <p className={css.hint}>{t('perimeter.windTyped')}</p>;
  if (!measured) return <p className={css.hint}>{t('perimeter.windNone')}</p>;
  const age = now - Date.parse(measured.observed);
  return (
    <p className={css.hint} data-bad={age > OLD_MS}>
      {t('perimeter.windSource', { station: measured.name, age: ageText(age) })}
      {age > OLD_MS && ` · ${t('perimeter.windOld')}`}
    </p>
  );
}
