import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { SoundProvider } from '../sound/sound-context.tsx';
import { ScannerProvider } from '../scanning/scanner-context.tsx';
import type { ScannerStore } from '../scanning/scanner-store.ts';
import { ProblemNotice } from '../problems/problem-notice.tsx';
import { type AppState, AppStateProvider, useAppState, useSettings } from '../state/app-state.tsx';
import { cssVariables, theme } from '../styles/theme.ts';
import { CrashGuard } from './crash-guard.tsx';
import { FirstRun } from './routes.tsx';
import { AtDesk } from './at-desk.tsx';

export type AppProps = { readonly state: AppState; readonly scanner: ScannerStore; readonly i18n: i18n };

/** The whole page. Everything it needs is handed in, so that tests mount the same thing. */
export const App = ({ state, scanner, i18n }: AppProps) => (
  <I18nextProvider i18n={i18n}>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <CrashGuard>
        <AppStateProvider state={state}>
          <SoundProvider>
            <ScannerProvider store={scanner}>
              <Router hook={useHashLocation}>
                <Notifications position="top-right" />
                <Desk i18n={i18n} />
              </Router>
            </ScannerProvider>
          </SoundProvider>
        </AppStateProvider>
      </CrashGuard>
    </MantineProvider>
  </I18nextProvider>
);

/** Applies language and scale, and shows the first run until a language has been chosen. */
function Desk({ i18n }: { readonly i18n: i18n }) {
  const state = useAppState();
  const settings = useSettings((slice) => slice.settings);
  const loaded = useSettings((slice) => slice.loaded);
  const problem = useSettings((slice) => slice.problem);
  const language = settings['ui.language'];
  const scale = settings['ui.scalePercent'];
  useEffect(() => {
    void i18n.changeLanguage(language);
    document.documentElement.lang = language;
  }, [i18n, language]);
  useEffect(() => {
    void state.settings.getState().load();
    void state.session.getState().load();
  }, [state]);
  useEffect(() => {
    document.documentElement.style.setProperty('--ui-scale', String(scale / 100));
  }, [scale]);
  if (!loaded) return problem && <ProblemNotice problem={problem} />;
  return !settings['ui.languageChosen'] && FirstRun ? <FirstRun /> : <AtDesk />;
}
