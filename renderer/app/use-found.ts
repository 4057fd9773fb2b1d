import { useEffect, useState } from 'react';
import type { FoundName, FoundOrder } from '../../shared/contract/history.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { useClient } from '../state/app-state.tsx';

type Answer = {
  readonly orders: readonly FoundOrder[];
  readonly names: readonly FoundName[];
  readonly building: boolean;
  readonly problem: Problem | null;
};
export type Found = Answer & { readonly phase: 'idle' | 'asking' | 'ready' };

const NOTHING: Answer = { orders: [], names: [], building: false, problem: null };
/** A hand's next key comes within this. */
const PAUSE_MS = 120;

/** Asks the backend a little after the last key; an answer to an older text is dropped, the old lines stay until then. */
export function useFound(text: string): Found {
  const client = useClient();
  const [told, setTold] = useState({ text: '', answer: NOTHING });
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const answer = await client.history.search({ text });
      if (!current) return;
      setTold({ text, answer: answer.ok ? { ...answer.value, problem: null } : { ...NOTHING, problem: answer.error } });
    };
    const timer = text.trim() === '' ? 0 : window.setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [client, text]);
  if (text.trim() === '') return { ...NOTHING, phase: 'idle' };
  return { ...told.answer, phase: told.text === text ? 'ready' : 'asking' };
}
