import { type CSSProperties, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Switch } from 'wouter';
import { textWidthEm } from '../components/text-width.ts';
import { Bars } from './bars.tsx';
import { FindAnything } from './find-anything.tsx';
import { fitBar } from './fit-bar.ts';
import { Navigation } from './navigation.tsx';
import { CommandSheetScreen } from '../screens/command-sheet/command-sheet-screen.tsx';
import { COMMANDS_PATH, routes, sidePages } from './routes.tsx';
import styles from './shell.module.css';
import { StatusPills } from './status-pills.tsx';
import { FindProvider } from '../state/find-context.ts';
import { useFindKey } from './use-find-key.ts';
import { usePageKeys } from './use-page-keys.ts';
import { useTraining } from './use-training.ts';

/** The frame around every page: the page on top, one bar with pages and pills below, and the training frame. */
export function Shell() {
  const { t } = useTranslation();
  const training = useTraining();
  const [finding, setFinding] = useFindKey();
  const find = useCallback(() => setFinding(true), [setFinding]);
  usePageKeys();
  return (
    <div className={styles.shell} data-training={training || undefined}>
      <main className={styles.page}>
        <FindProvider value={find}>
          <Switch>
            {[...routes, ...sidePages].map(({ path, below = '', Screen }) => (
              <Route key={path} path={`${path}${below}`} component={Screen} />
            ))}
            <Route path={COMMANDS_PATH} component={CommandSheetScreen} />
          </Switch>
        </FindProvider>
      </main>
      <Bars />
      <footer className={styles.bar}>
        <div ref={fitBar} className={styles.barRow}>
          <Navigation onFind={find} />
          {training && (
            <span className={styles.trainingTag} title={t('training.detail')}>
              {t('training.tag')}
            </span>
          )}
          <StatusPills />
        </div>
      </footer>
      {finding && <FindAnything onClose={() => setFinding(false)} />}
      {training && <TrainingFrame mark={t('training.tag')} />}
    </div>
  );
}

/** Frame and watermark; drawn over everything, never in the way of a click. */
const TrainingFrame = ({ mark }: { readonly mark: string }) => (
  <div
    className={styles.frame}
    style={{ '--mark-width': textWidthEm(mark) } as CSSProperties}
    data-mark={mark}
    data-testid="training-frame"
    aria-hidden="true"
  />
);
