import type { FailedRestore, RecoveryReport, ToldCause } from '../contract/care.ts';
import type { Language } from '../contract/system.ts';
import { describeProblem } from './describe-problem.ts';

/** A recovery in plain words: what happened, what was done, what a person has to check. */
export type RecoveryWords = {
  readonly title: string;
  readonly done: readonly string[];
  readonly check: readonly string[];
};

type Say = { readonly zh: string; readonly en: string };

/** Tells a recovery to the people who go on working. `when` writes a moment in their way. */
export function describeRecovery(
  report: RecoveryReport,
  language: Language,
  when: (iso: string) => string,
): RecoveryWords {
  const say = ({ zh, en }: Say): string => (language === 'en' ? en : zh);
  return {
    title: say(TITLES[causeTold(report)]),
    done: [...notDone(report, when), ...(isOnlyFailed(report) ? [] : doneSoFar(report, when))].map(say),
    check: [...toDoAgain(report), ...(isOnlyFailed(report) ? [] : toCheck(report))].map(say),
  };
}

/** What is told first: a restore that failed is newer than whatever was recovered before it. */
export const causeTold = ({ cause, failed }: Pick<RecoveryReport, 'cause' | 'failed'>): ToldCause =>
  failed === null ? cause : 'not-restored';

const isOnlyFailed = ({ cause }: RecoveryReport): boolean => cause === 'not-restored';

const TITLES: Readonly<Record<ToldCause, Say>> = {
  'not-restored': { zh: '没有恢复，原来的数据没有动', en: 'Nothing was restored; your data is as it was' },
  damaged: { zh: '数据文件损坏过，已经自动恢复', en: 'The data file was damaged and has been recovered' },
  missing: { zh: '数据文件不见了，已经自动恢复', en: 'The data file was gone and has been recovered' },
  'changes-lost': {
    zh: '数据文件不是最新的：上次没有正常退出，或者换回了旧文件',
    en: 'The data file is not the newest: the last run did not end properly, or an older file was put back',
  },
  restored: { zh: '已换上选定的备份', en: 'The chosen backup is in place' },
  copied: {
    zh: '这个数据文件夹是从别处复制来的，先不发货',
    en: 'This data folder is a copy of another one; nothing is sent yet',
  },
};

function notDone(report: RecoveryReport, when: (iso: string) => string): readonly Say[] {
  const { failed, cause } = report;
  if (failed === null) return [];
  const { backup } = failed;
  const at = backup === null ? null : backup.at === null ? backup.name : when(backup.at);
  const why = reasonOf(failed);
  return [
    {
      zh: `${at === null ? '选定' : `${at} `}的备份没有换上：${why.zh}`,
      en: `${at === null ? 'The chosen backup' : `The backup of ${at}`} was not put in place: ${why.en}`,
    },
    {
      zh: '什么都没有改：包裹、人员和设置都和恢复以前一样，可以照常打包',
      en: 'Nothing was changed: packages, people and settings are as they were, and packing can go on',
    },
    ...(isOnlyFailed(report) ? [] : [{ zh: `在那以前：${TITLES[cause].zh}`, en: `Before that: ${TITLES[cause].en}` }]),
  ];
}

function reasonOf({ problem }: FailedRestore): Say {
  if (problem === null) return { zh: '恢复到一半，发货台就关了', en: 'Dispatch Desk ended in the middle of it' };
  if (problem.code === 'restore-failed')
    return { zh: '这份备份打不开，或者已经不在了', en: 'it cannot be opened, or is gone' };
  return { zh: describeProblem(problem, 'zh-CN').title, en: describeProblem(problem, 'en').title };
}

function toDoAgain({ failed }: RecoveryReport): readonly Say[] {
  if (failed === null) return [];
  const { problem } = failed;
  const again = {
    zh: '还要恢复，就到「设置 → 数据安全」再做一次；同一份又不行，就选另一份备份',
    en: 'To restore, do it again in Settings → Safety of the data; where the same backup fails once more, choose another one',
  };
  if (problem === null || problem.code === 'restore-failed') return [again];
  return [{ zh: describeProblem(problem, 'zh-CN').action, en: describeProblem(problem, 'en').action }, again];
}

function doneSoFar(report: RecoveryReport, when: (iso: string) => string): readonly Say[] {
  const { backup, restored, fromJournal, refused, keptIn } = report;
  const lines: Say[] = [];
  if (backup !== null) {
    const at = backup.at === null ? backup.name : when(backup.at);
    lines.push({
      zh: `用的是 ${at} 的备份，里面有 ${restored} 个包裹`,
      en: `Backup used: ${at}; packages in it: ${restored}`,
    });
  } else if (report.cause === 'changes-lost' || report.cause === 'copied') {
    lines.push({ zh: `数据文件里有 ${restored} 个包裹`, en: `Packages in the data file: ${restored}` });
  } else {
    lines.push({ zh: '没有可用的备份，新建了数据文件', en: 'There was no backup; a new data file was made' });
  }
  if (refused > 0)
    lines.push({
      zh: `有 ${refused} 个更新的备份打不开，没有用`,
      en: `Newer backups that could not be opened: ${refused}`,
    });
  if (fromJournal > 0)
    lines.push({
      zh: `从扫描流水补回 ${fromJournal} 个包裹`,
      en: `Packages brought back from the scan journal: ${fromJournal}`,
    });
  if (report.copied)
    lines.push({
      zh: '数据是从别处复制来的：店铺都已暂停发送',
      en: 'The data was copied from elsewhere: sending is paused in every shop',
    });
  if (keptIn !== null) lines.push({ zh: `原来的文件还在：${keptIn}`, en: `The old files are kept in ${keptIn}` });
  return lines;
}

function toCheck(report: RecoveryReport): readonly Say[] {
  const { inDoubt, unplaced, waybills, unreadable, shops, copied } = report;
  const lines: Say[] = [];
  if (copied)
    lines.push({
      zh: '两台电脑不能用同一份数据发货。原来那台不再用了，就到「店铺」逐个点「恢复发送」；还在用，就关掉这一台',
      en: 'Two computers must not ship from the same data. If the other one is no longer used, press “Resume sending” at each shop; if it is, close this one',
    });
  if (inDoubt > 0)
    lines.push({
      zh: `${inDoubt} 个包裹先到平台核实，查清之前不会发，也不会重发。几分钟后到「发件箱」看：还是「结果未知」的，点开照着做`,
      en: `Packages looked up at their platform first, and not sent before: ${inDoubt}. In a few minutes look into the outbox: open what is still “in doubt” and do what it says`,
    });
  if (shops.length > 0)
    lines.push({
      zh: `店铺「${shops.join('」「')}」要重新填密钥`,
      en: `Enter the credentials again for: ${shops.join(', ')}`,
    });
  if (isBuiltAnew(report))
    lines.push({
      zh: '人员和设置没有了：到「人员」重新登记，登记以前谁来都按管理员算',
      en: 'People and settings are gone: register people again; until then everybody counts as an admin',
    });
  if (unplaced > 0)
    lines.push({
      zh: `${unplaced} 条流水放不回去，请主管拿纸质面单核对：${named(waybills, unplaced)}`,
      en: `${unplaced} journal entries fit nowhere: let a supervisor compare the paper waybills: ${named(waybills, unplaced)}`,
    });
  if (unreadable > 0)
    lines.push({
      zh: `扫描流水坏了 ${unreadable} 条，那几箱不在发件箱里。把那段时间的面单逐张用 Ctrl+K 查，查不到的重新打包`,
      en: `${unreadable} lines of the scan journal cannot be read; those boxes are not in the outbox. Look each waybill of that time up with Ctrl+K, and pack again what is not found`,
    });
  lines.push({
    zh: '最后打包的几箱，把面单用 Ctrl+K 逐张查：查得到的没丢，查不到的重新打包',
    en: 'Look up the waybills of the last boxes with Ctrl+K: what is found is safe; pack again what is not found',
  });
  return lines;
}

/** The first of them, with a sign that there are more. */
const named = (waybills: readonly string[], all: number): string =>
  `${waybills.join(' ')}${waybills.length < all ? ' …' : ''}`;

/** Whether the database is a new one, filled from the scan journal alone: people, settings and credentials went. */
export const isBuiltAnew = ({ backup, cause }: RecoveryReport): boolean =>
  backup === null && (cause === 'damaged' || cause === 'missing');
