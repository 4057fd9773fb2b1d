import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './styles/tokens.css';
import './styles/page.css';
import { createRoot } from 'react-dom/client';
import { connect } from './api/connect.ts';
import { App } from './app/app.tsx';
import { createI18n } from './i18n/create-i18n.ts';
import { createScannerStore } from './scanning/scanner-store.ts';
import { createAppState } from './state/app-state.tsx';
import { trustStylesOnly } from './styles/trust-styles-only.ts';
import { createScanShelf } from './state/scan-shelf.ts';

trustStylesOnly();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

const state = createAppState(connect(), createScanShelf(window.sessionStorage));
createRoot(root).render(<App state={state} scanner={createScannerStore()} i18n={createI18n('zh-CN')} />);
