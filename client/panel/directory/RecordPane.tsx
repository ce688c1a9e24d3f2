import { useTranslation } from 'react-i18next';
import { Empty } from '../../part/Empty.tsx';
import { usePicture } from '../../store.ts';
import { useMay } from '../hooks.ts';
import { ContactCard } from './ContactCard.tsx';
import { ContactForm } from './ContactForm.tsx';
import { OrganisationCard } from './OrganisationCard.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { useDirectory } from './state.ts';
import css from './directory.module.css';

/** The chosen record: to be read, or as a form. */
export function RecordPane() {
  const { t } = useTranslation();
  const may = useMay();
  const { chosen, edits } = useDirectory();
  const organisation = usePicture((p) =>
    chosen?.kind === 'organisation' ? p.shown.directory.organisations.get(chosen.id) : undefined,
  );
  const contact = usePicture((p) =>
    chosen?.kind === 'contact' ? p.shown.directory.contacts.get(chosen.id) : undefined,
  );
  const isNew = typeof edits === 'object' ? edits : undefined;
  const form = edits !== undefined && may('directory.save');
  return (
    <article className={css.record} data-testid="directory-record" tabIndex={-1}>
      {form && isNew?.new === 'contact' ? (
        <ContactForm key="new" row={undefined} organisation={isNew.organisation} />
      ) : form && isNew ? (
        <OrganisationForm key="new" row={undefined} />
      ) : contact && form ? (
        <ContactForm key={contact.id} row={contact} />
      ) : contact ? (
        <ContactCard key={contact.id} row={contact} />
      ) : organisation && form ? (
        <OrganisationForm key={organisation.id} row={organisation} />
      ) : organisation ? (
        <OrganisationCard key={organisation.id} row={organisation} />
      ) : (
        <Empty title={t(chosen ? 'directory.gone' : 'directory.choose')}>
          {!chosen && t('directory.chooseHint')}
        </Empty>
      )}
    </article>
  );
}
