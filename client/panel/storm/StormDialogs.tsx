import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COLOURS } from '../../../shared/subject/site/schema.ts';
import { cleanText } from '../../../shared/clean.ts';
import { Button } from '../../part/Button.tsx';
import { Dialog } from '../../part/Dialog.tsx';
import { Field, Select, TextArea } from '../../part/Field.tsx';
import { serverNow } from '../../part/time.ts';
import { send } from '../../send.ts';
import { managerName, siteName } from './auto.ts';
import { ask, toClose, useAsking } from './do.ts';
import { messageOf, sendMessage } from './message.ts';
import css from './storm.module.css';

const close = () => ask(undefined);

export function StormDialogs() {
  const asking = useAsking((a) => a.asking);
  switch (asking?.what) {
    case 'warn':
      return <WarnDialog />;
    case 'wind':
      return <WindDialog />;
    case 'message':
      return <MessageDialog />;
    case 'inspect':
      return <InspectDialog key={asking.site} site={asking.site} />;
    case 'keep':
      return <KeepDialog sites={asking.sites} />;
    default:
      return null;
  }
}

function Footer({ confirm, disabled }: { confirm: string; disabled?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Button onClick={close}>{t('common.cancel')}</Button>
      <Button kind="primary" type="submit" disabled={disabled}>
        {confirm}
      </Button>
    </>
  );
}

/** A number as people type it; undefined where it is none. */
const numberOf = (text: string): number | undefined => {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? undefined : value;
};

function WarnDialog() {
  const { t } = useTranslation();
  const [form, set] = useState({
    ...{ colour: 'orange', gust: '', begin: '0', hours: '6', text: '' },
  });
  const [gust, begin, hours] = [numberOf(form.gust), numberOf(form.begin), numberOf(form.hours)];
  const wrong = begin === undefined || !hours || hours > 96 || begin > 96 || (gust ?? 0) > 400;
  return (
    <Dialog
      title={t('storm.warn')}
      onClose={close}
      footer={<Footer confirm={t('storm.warnDo')} disabled={wrong} />}
      testId="dialog-storm-warn"
      onSubmit={() => {
        if (wrong) return;
        const from = serverNow() + begin * 3_600_000;
        const text = cleanText(form.text, 1000);
        send('site.warn', {
          colour: form.colour,
          ...(gust === undefined ? {} : { gust }),
          from: new Date(from).toISOString(),
          until: new Date(from + hours * 3_600_000).toISOString(),
          source: 'KMI / IRM',
          ...(text ? { text } : {}),
        });
        close();
      }}
    >
      <Select
        label={t('storm.colour')}
        value={form.colour}
        onChange={(colour) => set({ ...form, colour })}
        options={COLOURS.map((one) => ({ value: one, label: t(`storm.colour-${one}`) }))}
      />
      <Field
        label={t('storm.gustExpected')}
        hint={t('storm.gustHint')}
        inputMode="numeric"
        value={form.gust}
        onChange={(gust) => set({ ...form, gust })}
        autoFocus
      />
      <div className={css.two}>
        <Field
          label={t('storm.beginsIn')}
          inputMode="decimal"
          value={form.begin}
          onChange={(begin) => set({ ...form, begin })}
        />
        <Field
          label={t('storm.lasts')}
          inputMode="decimal"
          value={form.hours}
          onChange={(hours) => set({ ...form, hours })}
        />
      </div>
      <TextArea
        label={t('storm.warningText')}
        value={form.text}
        onChange={(text) => set({ ...form, text })}
      />
    </Dialog>
  );
}

function WindDialog() {
  const { t } = useTranslation();
  const [form, set] = useState({ name: 'Ukkel / Uccle', gust: '', from: '240' });
  const [gust, from] = [numberOf(form.gust), numberOf(form.from)];
  const wrong = gust === undefined || gust > 400 || from === undefined || from >= 360;
  return (
    <Dialog
      title={t('storm.wind')}
      onClose={close}
      footer={<Footer confirm={t('storm.windDo')} disabled={wrong || !form.name.trim()} />}
      testId="dialog-storm-wind"
      onSubmit={() => {
        if (wrong) return;
        const name = cleanText(form.name, 120);
        const station = `hand-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 60);
        send('wind.observe', {
          ...{ station, name, from, speed: gust / 3.6, gust: gust / 3.6 },
          observed: new Date(serverNow()).toISOString(),
        });
        close();
      }}
    >
      <Field
        label={t('storm.gust')}
        inputMode="numeric"
        value={form.gust}
        onChange={(gust) => set({ ...form, gust })}
        autoFocus
      />
      <Field
        label={t('storm.station')}
        value={form.name}
        onChange={(name) => set({ ...form, name })}
      />
      <Field
        label={t('storm.direction')}
        inputMode="numeric"
        value={form.from}
        onChange={(from) => set({ ...form, from })}
      />
    </Dialog>
  );
}

/** One message to all managers concerned, in both languages; then each answers for its own sites. */
function MessageDialog() {
  const { t } = useTranslation();
  const [{ sites, managers }] = useState(toClose);
  const text = messageOf(sites);
  return (
    <Dialog
      title={t('storm.message')}
      width={640}
      onClose={close}
      footer={<Footer confirm={t('storm.messageDo', { count: managers.length })} />}
      testId="dialog-storm-message"
      onSubmit={() => {
        sendMessage(sites, managers, text);
        close();
      }}
    >
      <p>{t('storm.messageTo', { count: managers.length })}</p>
      <ul className={css.list}>
        {managers.map((id) => (
          <li key={id}>{managerName(id)}</li>
        ))}
      </ul>
      {/* Also the keyboard reaches its end. */}
      <div className={css.letters} role="region" aria-label={t('storm.letter')} tabIndex={0}>
        <blockquote className={css.letter} lang="nl">
          {text.nl}
        </blockquote>
        <blockquote className={css.letter} lang="fr">
          {text.fr}
        </blockquote>
        <p className={css.dim}>{sites.map(siteName).join(', ')}</p>
      </div>
    </Dialog>
  );
}

function InspectDialog({ site }: { site: string }) {
  const { t } = useTranslation();
  const [form, set] = useState({ safe: '', by: '', note: '' });
  const wrong = form.safe === '' || !form.by.trim();
  return (
    <Dialog
      title={`${siteName(site)}: ${t('storm.inspect')}`}
      onClose={close}
      footer={<Footer confirm={t('storm.inspectDo')} disabled={wrong} />}
      testId="dialog-storm-inspect"
      onSubmit={() => {
        if (wrong) return;
        const note = cleanText(form.note, 1000);
        const by = cleanText(form.by, 120);
        send('site.inspect', { site, by, safe: form.safe === 'yes', ...(note ? { note } : {}) });
        close();
      }}
    >
      <Select
        label={t('storm.result')}
        value={form.safe}
        empty="…"
        onChange={(safe) => set({ ...form, safe })}
        options={[
          { value: 'yes', label: t('storm.resultSafe') },
          { value: 'no', label: t('storm.resultUnsafe') },
        ]}
        autoFocus
      />
      <Field
        label={t('storm.inspector')}
        value={form.by}
        required
        onChange={(by) => set({ ...form, by })}
      />
      <TextArea
        label={t('storm.note')}
        value={form.note}
        onChange={(note) => set({ ...form, note })}
      />
    </Dialog>
  );
}

/** A manager may keep a site open; why is on record. */
function KeepDialog({ sites }: { sites: readonly string[] }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <Dialog
      title={t('storm.keepOpen')}
      onClose={close}
      footer={<Footer confirm={t('storm.keepShort')} disabled={!note.trim()} />}
      testId="dialog-storm-keep"
      onSubmit={() => {
        const text = cleanText(note, 500);
        if (!text) return;
        send('site.mark', { sites, state: 'open', note: text });
        close();
      }}
    >
      <p>{sites.map(siteName).join(', ')}</p>
      <TextArea label={t('storm.keepWhy')} value={note} onChange={setNote} required autoFocus />
    </Dialog>
  );
}
