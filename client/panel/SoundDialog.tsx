import { useTranslation } from 'react-i18next';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { Notice } from '../part/Notice.tsx';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { ring, TUNES, useSound } from '../sound.ts';
import { closeDialog, setUi, useUi } from '../ui.ts';
import css from './SoundDialog.module.css';

/** Volume and tune of this desk, with a test of each. */
export function SoundDialog() {
  const { t } = useTranslation();
  const { volume, tune } = useUi();
  const blocked = useSound((s) => s.blocked);
  return (
    <Dialog
      title={t('shell.sound')}
      width={440}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={() => ring('alarm', true)}>
            <PriorityMark priority={1} size={16} /> {t('shell.test')}
          </Button>
          <Button onClick={() => ring('notice', true)}>
            <PriorityMark priority={2} size={16} /> {t('shell.test')}
          </Button>
        </>
      }
    >
      {blocked && <Notice tone="warn">{t('shell.soundBlockedTip')}</Notice>}
      <label className={css.volume}>
        <span>{t('shell.volume')}</span>
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={volume}
          data-autofocus
          onChange={(event) => setUi({ volume: Number(event.target.value) })}
          onPointerUp={() => ring('notice', true)}
        />
        <output>{Math.round(volume * 100)} %</output>
      </label>
      <fieldset className={css.tunes}>
        <legend>{t('shell.tune')}</legend>
        {TUNES.map((one) => (
          <label key={one} className={css.tune}>
            <input
              type="radio"
              name="tune"
              checked={tune === one}
              onChange={() => {
                setUi({ tune: one });
                ring('notice', true);
              }}
            />
            {t(`shell.tune_${one}`)}
          </label>
        ))}
      </fieldset>
      <p className={css.note}>{t('shell.soundNote')}</p>
    </Dialog>
  );
}
