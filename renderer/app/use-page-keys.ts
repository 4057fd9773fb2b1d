import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useAppState } from '../state/app-state.tsx';
import { routes } from './routes.tsx';

/** Ctrl or Alt with a digit opens the page of that number, with 0 who stands here; both, because a browser tab keeps one for itself. */
export function usePageKeys(): void {
  const [, navigate] = useLocation();
  const { session } = useAppState();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.altKey) || event.metaKey || event.shiftKey || event.repeat) return;
      if (event.code === 'Digit0' && session.getState().session?.operator) {
        event.preventDefault();
        return session.getState().handOver(true);
      }
      const route = routes.find(({ digit }) => event.code === `Digit${digit}`);
      if (!route) return;
      event.preventDefault();
      navigate(route.path);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [navigate, session]);
}
