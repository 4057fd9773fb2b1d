import { useEffect, useState } from 'react';

/** Whether the search over everything is on screen; Ctrl+K opens and closes it on every page. */
export function useFindKey(): readonly [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.repeat)
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setOpen((before) => !before);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return [open, setOpen];
}
