import { useState } from 'react';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/system.ts';
import { fileAddress } from '../api/upload-file.ts';
import { useClient } from './app-state.tsx';
import { useTask } from './use-task.ts';

export type PracticeSheet = {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Where the sheet lies once it was made, for a link beside the button: a browser may have stopped the new window. */
  readonly address: string | null;
  /** Of all practice shops, or of the one named. */
  readonly open: (shop?: string) => Promise<void>;
};

/** Makes the printable practice sheet and shows it in a window of its own. */
export function usePracticeSheet(language: Language): PracticeSheet {
  const client = useClient();
  const { busy, problem, run } = useTask();
  const [address, setAddress] = useState<string | null>(null);
  const open = async (shop?: string): Promise<void> => {
    const sheet = await run(client.training.sheet({ language, ...(shop === undefined ? {} : { shop }) }));
    if (!sheet.ok) return;
    setAddress(fileAddress(sheet.value.fileId));
    window.open(fileAddress(sheet.value.fileId), '_blank', 'noopener');
  };
  return { busy, problem, address, open };
}
