import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/** Answers `settings.*`; every change is in the audit log. */
export function settingsHandlers(deps: {
  readonly settings: SettingsStore;
  readonly audit: AuditLog;
  readonly events: EventHub;
  readonly clock: Clock;
  /** A new timing may make something due. */
  readonly changed: () => void;
}): Handlers<AppContract>['settings'] {
  return {
    get: () => ok(deps.settings.get()),
    set: ({ key, value }, { operator }) => {
      const changed = deps.settings.set(key, value);
      if (!changed.ok) return changed;
      deps.audit.append({
        atMs: deps.clock.now(),
        actor: operator,
        action: 'setting.changed',
        subject: `setting:${key}`,
        detail: { value },
      });
      deps.events.emit('settings.changed', [key]);
      deps.changed();
      return changed;
    },
  };
}
