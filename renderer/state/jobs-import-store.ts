import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImportKind } from '../../shared/contract/orders.ts';
import type { JobView } from '../../shared/contract/job.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { BackendLink } from './backend-link.ts';

/** Where the import of one file stands. */
export type ImportStep =
  | { readonly at: 'choose' }
  | { readonly at: 'uploading'; readonly fileName: string }
  | { readonly at: 'job'; readonly fileName: string; readonly job: JobView; readonly cancelling: boolean };

export type ImportState = {
  readonly kind: ImportKind;
  readonly step: ImportStep;
  readonly problem: Problem | null;
  readonly choose: (kind: ImportKind) => void;
  readonly start: (file: File) => Promise<void>;
  readonly cancel: () => Promise<void>;
  /** Back to choosing a file. */
  readonly again: () => void;
  /** Asks how far the job is. */
  readonly load: () => Promise<void>;
};
export type ImportStore = StoreApi<ImportState>;

/** One import, from the choice of the file to its result. The file goes to the backend as it is; nothing is read here. */
export function createImportStore(link: Pick<BackendLink, 'client' | 'upload'>): ImportStore {
  return createStore<ImportState>((set, get) => ({
    kind: 'orders',
    step: { at: 'choose' },
    problem: null,
    choose: (kind) => set({ kind }),
    start: async (file) => {
      set({ step: { at: 'uploading', fileName: file.name }, problem: null });
      const fileId = await link.upload(file);
      if (!fileId.ok) return set({ step: { at: 'choose' }, problem: fileId.error });
      const job = await link.client.orders.importFile({ kind: get().kind, fileId: fileId.value });
      if (!job.ok) return set({ step: { at: 'choose' }, problem: job.error });
      set({ step: { at: 'job', fileName: file.name, job: job.value, cancelling: false } });
      // A small file may have been read before the first answer was here.
      await get().load();
    },
    cancel: async () => {
      const { step } = get();
      if (step.at !== 'job') return;
      set({ step: { ...step, cancelling: true } });
      const answer = await link.client.orders.cancelJob({ id: step.job.id });
      if (!answer.ok) return set({ problem: answer.error });
      set({ step: { ...step, job: answer.value, cancelling: answer.value.state === 'running' } });
    },
    again: () => set({ step: { at: 'choose' }, problem: null }),
    load: async () => {
      const { step } = get();
      if (step.at !== 'job' || step.job.state !== 'running') return;
      const answer = await link.client.orders.job({ id: step.job.id });
      const now = get().step;
      if (!answer.ok || now.at !== 'job' || now.job.id !== step.job.id) return;
      set({ step: { ...now, job: answer.value } });
    },
  }));
}
