import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { SystemInfoSchema } from '../../shared/contract/system.ts';
import { useClient } from './app-state.tsx';

export type SystemInfo = z.infer<typeof SystemInfoSchema>;

/** What the page needs to know once about the program and the machine; null until it was told. */
export function useSystemInfo(): SystemInfo | null {
  const client = useClient();
  const [info, setInfo] = useState<SystemInfo | null>(null);
  useEffect(() => {
    let current = true;
    void client.system.info({}).then((answer) => {
      if (current && answer.ok) setInfo(answer.value);
    });
    return () => {
      current = false;
    };
  }, [client]);
  return info;
}
