import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { SearchIcon } from '../components/icons/search-icon.tsx';
import { routes } from './routes.tsx';
import styles from './shell.module.css';

/** The pages, by click or by Ctrl/Alt and the number on the key cap; and the search over everything. */
export function Navigation({ onFind }: { readonly onFind: () => void }) {
  const { t } = useTranslation();
  const { t: history } = useTranslation('history');
  const [path, navigate] = useLocation();
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      {routes.map(({ name, path: to, below, digit, Icon }) => (
        <button
          key={name}
          type="button"
          className={styles.navButton}
          aria-current={path === to || (below !== undefined && path.startsWith(`${to}/`)) ? 'page' : undefined}
          aria-keyshortcuts={`Control+${digit}`}
          onClick={() => navigate(to)}
        >
          <Icon />
          <span>{t(`nav.${name}`)}</span>
          <kbd>{digit}</kbd>
        </button>
      ))}
      <button
        type="button"
        className={styles.navButton}
        aria-label={history('find.open')}
        title={`${history('find.open')} Ctrl+K`}
        aria-keyshortcuts="Control+K"
        onClick={onFind}
      >
        <SearchIcon />
      </button>
    </nav>
  );
}
