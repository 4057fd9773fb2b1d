import { useCallback, useEffect, useState } from 'react';
import type { OperatorView } from '../../../shared/contract/operators.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { useAppState } from '../../state/app-state.tsx';
import { onChange } from '../../state/change-feed.ts';

/** Runs a call; its problem is shown on the page. */
export type Act = <Value>(call: Promise<Result<Value, Problem>>) => Promise<Value | null>;

/** The people of this desk, as an admin sees them (null before they are known), and a way to change them. */
export function usePeople() {
  const { link } = useAppState();
  const [people, setPeople] = useState<readonly OperatorView[] | null>(null);
  const [unread, setUnread] = useState<Problem | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const load = useCallback(async (): Promise<void> => {
    const answer = await link.client.operators.list({});
    if (answer.ok) setPeople(answer.value);
    setUnread(answer.ok ? null : answer.error);
  }, [link]);
  useEffect(() => {
    const first = window.setTimeout(() => void load(), 0);
    const stop = onChange(link, ['operators.changed'], load);
    return () => {
      window.clearTimeout(first);
      stop();
    };
  }, [link, load]);
  const act: Act = async (call) => {
    const answer = await call;
    setRefused(answer.ok ? null : answer.error);
    return answer.ok ? answer.value : null;
  };
  return { people, problem: refused ?? unread, act };
}
