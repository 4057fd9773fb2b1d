import { useEffect, useState } from 'react';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Carrier } from '../../shared/domain/carrier.ts';
import { useClient } from './app-state.tsx';

export type Carriers = {
  /** Null until they were read once. */
  readonly carriers: readonly Carrier[] | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly refresh: () => void;
};

/** A shop's carriers: what is kept first, fresh from the platform on request. */
export function useCarriers(shopId: string): Carriers {
  const client = useClient();
  const [asked, setAsked] = useState(0);
  const [answered, setAnswered] = useState(-1);
  const [carriers, setCarriers] = useState<readonly Carrier[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let current = true;
    void client.shops.carriers({ shop: shopId, refresh: asked > 0 }).then((answer) => {
      if (!current) return;
      setAnswered(asked);
      setProblem(answer.ok ? null : answer.error);
      if (answer.ok) setCarriers(answer.value);
    });
    return () => {
      current = false;
    };
  }, [client, shopId, asked]);
  return { carriers, problem, busy: answered !== asked, refresh: () => setAsked(asked + 1) };
}
