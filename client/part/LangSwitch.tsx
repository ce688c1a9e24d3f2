import { useTranslation } from 'react-i18next';
import { LANGS } from '../../shared/refusal.ts';
import { setLang } from '../i18n/i18n.ts';
import css from './LangSwitch.module.css';

const NAMES = { nl: 'Nederlands', fr: 'Français', en: 'English' };

/** NL FR EN side by side: one click, no menu. */
export function LangSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div className={css.switch} role="group" aria-label={t('shell.language')}>
      {LANGS.map((lang) => (
        <button
          key={lang}
          type="button"
          lang={lang}
          title={NAMES[lang]}
          aria-label={NAMES[lang]}
          aria-pressed={i18n.language === lang}
          onClick={() => void setLang(lang)}
        >
          {lang.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
