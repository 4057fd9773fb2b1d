import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { routes } from './routes.tsx';

/** Ctrl or Alt with a digit opens the page of that number; both, because a browser tab keeps one for itself. */
export function usePageKeys(): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.altKey) || event.metaKey || event.shiftKey || event.repeat) return;
      const route = routes.find(({ digit }) => event.code === `Digit${digit}`);
      if (!route) return;
      event.preventDefault();
      navigate(route.path);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [navigate]);
}
