import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { normaliseScan } from '../../../shared/domain/barcode.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import type { Clock } from '../ports.ts';
import { exportScans } from '../scans/export-scans.ts';
import type { ProfileStore } from '../scans/profile-store.ts';
import type { ScanLog } from '../scans/scan-log-store.ts';
import type { FileStore } from '../web/file-store.ts';

type Deps = {
  readonly scanLog: ScanLog;
  readonly profiles: ProfileStore;
  readonly files: FileStore;
  readonly clock: Clock;
};

/** Stands for digits that came while a PIN was asked, however many they were. */
const MASK = '••••••';

/** The one bench of this desk. */
const BENCH = 'bench-1';

/** Answers `scans.*`. */
export const scansHandlers = ({ scanLog, profiles, files, clock }: Deps): Handlers<AppContract>['scans'] => ({
  list: (page) => ok({ rows: [...scanLog.newest(page)], figures: scanLog.figures(clock.now() - DAY_MS) }),
  note: ({ text, origin, pinAsked = false }, { operator, role }) => {
    const hidden = (pinAsked || role === 'anyone') && /^\d+$/.test(normaliseScan(text));
    if (scanLog.verdictOf(origin) === null)
      scanLog.record({
        ...{
          text: hidden ? MASK : text,
          atMs: clock.now(),
          origin,
          isKey: false,
          step: '',
          took: 'nothing',
          verdict: 'refused',
          operator,
        },
        reason: 'no-suffix',
      });
    return ok({});
  },
  export: async () => {
    const { bytes, count } = await exportScans(scanLog);
    return ok({ fileId: files.put({ name: 'scans.jsonl', bytes }), count });
  },
  profile: () => ok({ profile: profiles.load(BENCH) }),
  saveProfile: (profile) => {
    profiles.save(BENCH, profile);
    return ok({ profile });
  },
});
