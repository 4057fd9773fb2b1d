import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../shared/contract/problem.ts';
import { type SettingKey, type Settings, SettingsSchema } from '../../shared/contract/settings.ts';
import type { BackendLink } from './backend-link.ts';
import { onChange } from './change-feed.ts';

export type SettingsState = {
  readonly settings: Settings;
  /** False until the backend answered once; until then `settings` are the defaults. */
  readonly loaded: boolean;
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly set: <Key extends SettingKey>(key: Key, value: Settings[Key]) => Promise<boolean>;
};
export type SettingsStore = StoreApi<SettingsState>;

/** Settings of this desk; a change is on screen once the backend has taken it. */
export function createSettingsStore(link: BackendLink): SettingsStore {
  const store = createStore<SettingsState>((put) => ({
    settings: SettingsSchema.parse({}),
    loaded: false,
    problem: null,
    load: async () => {
      const answer = await link.client.settings.get({});
      put(answer.ok ? { settings: answer.value, loaded: true, problem: null } : { problem: answer.error });
    },
    set: async (key, value) => {
      const answer = await link.client.settings.set({ key, value });
      put(answer.ok ? { settings: answer.value, problem: null } : { problem: answer.error });
      return answer.ok;
    },
  }));
  onChange(link, ['settings.changed'], () => store.getState().load());
  return store;
}
