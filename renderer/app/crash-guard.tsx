import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import styles from './crash-guard.module.css';

/** The last net under the page: a bug shows one sentence and a way out instead of a white screen. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <div className={styles.crash} role="alert">
            <h1>{t('crash.title')}</h1>
            <p>{t('crash.detail')}</p>
            <button type="button" onClick={() => window.location.reload()}>
              {t('crash.reload')}
            </button>
          </div>
        )}
      </Translation>
    );
  }
}
