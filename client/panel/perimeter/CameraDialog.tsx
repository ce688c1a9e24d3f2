import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestKey } from '../../../shared/subject/camera/schema.ts';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import { api } from '../../api.ts';
import { groundThing, useGround } from '../../ground.ts';
import { Button } from '../../part/Button.tsx';
import { CopyButton } from '../../part/CopyButton.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Notice } from '../../part/Notice.tsx';
import { momentOf } from '../../part/time.ts';
import { send } from '../../send.ts';
import { usePicture } from '../../store.ts';
import { closeDialog } from '../../ui.ts';
import { useLang, useMyId } from '../hooks.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import css from './perimeter.module.css';

interface Props {
  incident: Incident;
  /** Its id on the ground. */
  camera: string;
}

/** The reason first, where the owner wants one; then, once the request is on record, where the picture is to be had. */
export function CameraDialog({ incident, camera }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const me = useMyId();
  const thing = groundThing(camera)?.properties;
  const owner = useGround((ground) => ground.managers.get(String(thing?.['owner'])))?.[lang];
  // As the server has it: what only waits here is no record yet.
  const request = usePicture((p) =>
    p.confirmed.camera.requests.get(requestKey(incident.id, camera, me)),
  );
  const [asked, setAsked] = useState(false);
  const name = thing?.[lang] ?? camera;
  if (thing?.['request'] === true && !request && !asked)
    return (
      <ReasonDialog
        draft={`camera.${incident.id}.${camera}`}
        title={t('perimeter.cameraAskTitle', { name })}
        label={t('perimeter.cameraReason')}
        needed={t('perimeter.cameraReasonNeeded')}
        max={500}
        confirm={t('perimeter.cameraAsk')}
        testId="dialog-camera-request"
        stays
        onText={(reason) => {
          send('camera.request', {
            incident: incident.id,
            camera,
            name: name.slice(0, 120),
            reason,
          });
          setAsked(true);
        }}
      >
        <p>{t('perimeter.cameraAskNote', { owner: owner ?? '?' })}</p>
      </ReasonDialog>
    );
  return (
    <Dialog
      title={t('perimeter.cameraTitle', { name })}
      width={560}
      onClose={closeDialog}
      testId="dialog-camera"
    >
      {request && (
        <p className={css.dim}>
          {t('perimeter.cameraTold', { at: momentOf(request.at) })}: {request.reason}
        </p>
      )}
      {thing?.['request'] === true && !request ? (
        <p role="status">{t('perimeter.cameraWaiting')}</p>
      ) : (
        <Address incident={incident.id} camera={camera} />
      )}
    </Dialog>
  );
}

function Address({ incident, camera }: { incident: string; camera: string }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<{ stream: string } | { wrong: string }>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let over = false;
    const path = `/api/geo/cameras/${encodeURIComponent(camera)}/stream?incident=${encodeURIComponent(incident)}`;
    void api<{ stream: string }>('GET', path).then((reply) => {
      if (over) return;
      setAnswer(reply.ok ? reply.body : { wrong: reply.message });
    });
    return () => {
      over = true;
    };
  }, [incident, camera, attempt]);

  if (!answer) return <p role="status">…</p>;
  if ('wrong' in answer)
    return (
      <Notice tone="bad">
        {answer.wrong || t('perimeter.cameraUnreachable')}{' '}
        <Button
          size="small"
          onClick={() => {
            setAnswer(undefined);
            setAttempt((n) => n + 1);
          }}
        >
          {t('perimeter.cameraAgain')}
        </Button>
      </Notice>
    );
  return (
    <>
      <p>{t('perimeter.cameraAddress')}</p>
      <div className={css.address}>
        <code data-testid="stream">{answer.stream}</code>
        <CopyButton text={answer.stream} primary />
      </div>
    </>
  );
}
