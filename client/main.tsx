import '@fontsource-variable/inter/index.css';
import { createRoot } from 'react-dom/client';
import './theme.css';
import './base.css';
import { App } from './App.tsx';
import { takeEnterToken } from './enter.ts';
import { openWords } from './i18n/i18n.ts';
import { loadSession } from './session.ts';
import { useUi } from './ui.ts';

const root = document.documentElement;
const showTheme = () => void (root.dataset['theme'] = useUi.getState().theme);
showTheme();
useUi.subscribe(showTheme);

// Before anything is asked of the server: a sign-in link must not stay in the address bar.
const token = takeEnterToken();
if (token === undefined) void loadSession();
await openWords();
createRoot(document.getElementById('root')!).render(<App token={token} />);
