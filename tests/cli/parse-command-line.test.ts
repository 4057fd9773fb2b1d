import { describe, expect, it } from 'vitest';
import { allCommands } from '../../electron/cli/commands/all-commands.ts';
import { terminalLanguage } from '../../electron/cli/language.ts';
import { cliMessages } from '../../electron/cli/messages/cli-messages.ts';
import { parseCommandLine, usageOf } from '../../electron/cli/parse-command-line.ts';
import { displayWidth, textTable } from '../../electron/cli/text-table.ts';

const parse = (line: string) => parseCommandLine(line.split(' '), allCommands);

describe('reading a command line', () => {
  it('takes options anywhere', () => {
    for (const line of [
      '--data d --json orders show --shop Tea 3704612354559743233',
      'orders show 3704612354559743233 --shop Tea --json --data d',
    ]) {
      const parsed = parse(line);
      if (!parsed.ok) throw new Error(parsed.error.kind);
      expect(parsed.value.command.words).toBe('orders show');
      expect(parsed.value).toMatchObject({
        dataDir: 'd',
        json: true,
        args: { positionals: ['3704612354559743233'], options: { shop: 'Tea' } },
      });
    }
  });

  it.each([
    ['orders show 1', 'option-missing'],
    ['orders show --shop Tea', 'wrong-words'],
    ['orders show --shop Tea 1 2', 'wrong-words'],
    ['orders', 'unknown-command'],
    ['verify --shop Tea', 'unknown-option'],
    ['verify --nothing', 'unknown-option'],
    ['outbox drain --timeout-s', 'unknown-option'],
    ['--help', 'help'],
  ])('finds what is wrong with %s', (line, kind) => {
    const parsed = parse(line);
    expect(parsed.ok ? 'fine' : parsed.error.kind).toBe(kind);
  });

  it('knows every command of the manual, each with its usage', () => {
    expect(allCommands.map(usageOf)).toEqual([
      'shops add FILE.json',
      'shops list',
      'shops test NAME',
      'shops pause NAME',
      'shops resume NAME',
      'shops remove NAME',
      'shops authorise NAME',
      'shops plain-http NAME ON-OR-OFF',
      'shops spend-limit NAME YUAN-OR-NONE',
      'shops agree-to-spend NAME',
      'carriers list --shop NAME',
      'orders pull --shop NAME',
      'orders find [--shop NAME] CODE',
      'orders import FILE',
      'orders show --shop NAME ORDER_ID',
      'shipments import FILE',
      'corrections import FILE',
      'outbox drain [--until-idle] [--timeout-s N]',
      'outbox list [--state S]',
      'outbox show ID',
      'outbox resolve ID --as shipped|not-shipped|cancel --reason TEXT',
      'export FILE.csv|FILE.xlsx [--state S] [--search TEXT] [--lang zh|en]',
      'shift show',
      'shift start [--note TEXT]',
      'shift hand-over WAYBILL',
      'shift take-back WAYBILL',
      'shift note KEY [--text TEXT] [--owner NAME] [--settled]',
      'shift close [--note TEXT]',
      'shift list',
      'shift export FILE.csv [--id ID] [--lang zh|en]',
      'explain PLATFORM CODE-OR-TEXT [--lang zh|en]',
      'settings set KEY VALUE',
      'operators reset-pin NAME',
      'verify',
      'backup FILE',
      'diagnostics FILE',
      'backups',
      'restore FILE',
      'recovery show',
      'recovery ack',
    ]);
  });
});

describe('what a person reads', () => {
  it('has every text in Chinese and English', () => {
    const zh = cliMessages('zh-CN');
    const en = cliMessages('en');
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    expect(en.outbox.header).toHaveLength(zh.outbox.header.length);
    expect(en.shops.header).toHaveLength(zh.shops.header.length);
  });

  it('lines columns up though Chinese signs are twice as wide', () => {
    const lines = textTable(
      ['名称', 'No'],
      [
        ['中通快递', 1],
        ['SF', 22],
      ],
    );
    expect(lines).toEqual(['名称      No', '中通快递  1', 'SF        22']);
    expect(displayWidth('中a')).toBe(3);
  });

  it('lets nothing a platform wrote steer the terminal', () => {
    expect(textTable(['x'], [['a\u001B[2Jb\nc']])[1]).toBe('a [2Jb c');
  });

  it('takes the language of the terminal', () => {
    expect(terminalLanguage({ LANG: 'en_US.UTF-8' })).toBe('en');
    expect(terminalLanguage({ LANG: 'C' })).toBe('en');
    expect(terminalLanguage({ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh-CN');
    expect(terminalLanguage({})).toBe('zh-CN');
  });
});
