import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookRow } from '../../../../shared/anpr/lookback.ts';
import { useAnpr } from '../../../anpr.ts';
import { Button } from '../../../part/Button.tsx';
import { Dialog } from '../../../part/Dialog.tsx';
import { Notice } from '../../../part/Notice.tsx';
import { serverNow } from '../../../part/time.ts';
import { useSession } from '../../../session.ts';
import { useLang } from '../../hooks.ts';
import { call } from '../call.ts';
import { stampOf } from '../day.ts';
import { stopAsking } from '../state.ts';
import { Watermark } from './Watermark.tsx';
import frame from '../anpr-screens.module.css';
import css from './lookback.module.css';

/** The picture of one passage, fetched when it is asked for and gone when it is closed. */
export function PictureDialog({ access, seq, row }: { access: string; seq: number; row: LookRow }) {
  const { t } = useTranslation();
  const lang = useLang();
  const me = useSession((s) => s.me?.person.name ?? '');
  const name = useAnpr((anpr) => anpr.cameras.get(row.camera)?.name[lang === 'fr' ? 'fr' : 'nl']);
  const [url, setUrl] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const [at] = useState(() => serverNow());
  useEffect(() => {
    let made: string | undefined;
    let over = false;
    const path = `/api/anpr/looks/${encodeURIComponent(access)}/pictures/${encodeURIComponent(row.read)}`;
    void call('GET', path, { accept: 'image/*' }).then(async (answer) => {
      if (!answer.ok) return over || setFailed(answer.message || t('shell.unreachable'));
      const bytes = await answer.response.blob();
      if (over) return;
      made = URL.createObjectURL(bytes);
      setUrl(made);
    });
    return () => {
      over = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [access, row.read, t]);
  const what = { camera: name ?? row.camera, at: stampOf(row.at, lang) };
  return (
    <Dialog
      title={t('lookback.pictureOf', what)}
      width={860}
      onClose={stopAsking}
      testId="dialog-picture"
      footer={
        <Button onClick={stopAsking} data-autofocus>
          {t('common.close')}
        </Button>
      }
    >
      <p>
        <span className={frame.plate}>{row.plate}</span>{' '}
        <span className={frame.raw}>{row.raw}</span>
      </p>
      {failed !== undefined && <Notice tone="bad">{failed}</Notice>}
      {!url && failed === undefined && <p role="status">{t('plates.busy')}</p>}
      {url && (
        <div className={css.picture}>
          <img src={url} alt={t('lookback.pictureOf', what)} draggable={false} />
          <Watermark text={t('lookback.watermark', { name: me, at: stampOf(at, lang), seq })} />
        </div>
      )}
      <p className={frame.dim}>{t('lookback.pictureLogged')}</p>
    </Dialog>
  );
}
