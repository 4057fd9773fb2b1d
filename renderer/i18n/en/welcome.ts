import type { MessageShape } from '../message-shape.ts';
import type { welcomeZh } from '../zh-CN/welcome.ts';

export const welcomeEn: MessageShape<typeof welcomeZh> = {
  chooseLanguage: '选择语言 · Choose a language',
  dataBackZh: '数据文件坏了或不见了，已用扫描流水重建，找回的包裹在发件箱里。先选语言，再看发生了什么。',
  dataBackEn:
    'The data file was damaged or gone and is built anew from the scan journal; what came back is in the outbox. Choose a language, then see what happened.',
  chinese: '中文',
  english: 'English',
  chineseNote: '扫单、装箱、贴单，存下就不丢。',
  englishNote: 'Scan, pack, label. Saved means safe.',
  step: 'Step {{n}} of 2',
  startTitle: 'How do you want to start?',
  startSubtitle: 'Practice is quickest: no account needed, the first order leaves within a minute.',
  back: 'Back',
  training: {
    title: 'Training mode',
    badge: 'Try this first',
    body: 'Practice shops and 200 practice orders take you through the real steps. Nothing reaches any platform.',
    points: {
      first: 'No account or password needed',
      second: 'Works without a scanner',
      third: 'End it any time, it leaves no trace',
    },
    start: 'Start practising',
    starting: 'Preparing practice orders…',
    sheet: 'Print the practice sheet',
    sheetHint: 'One sheet with barcodes of practice orders, goods and waybills.',
  },
  shop: {
    title: 'Add a shop',
    body: 'Enter the platform’s credentials, test the connection, then pull orders and ship for real.',
    points: {
      first: 'Credentials are typed once and kept encrypted on this machine',
      second: 'The connection is tested at once, with the exact cause if it fails',
      third: 'Supported now: {{platforms}}',
    },
    start: 'Add a shop',
  },
  keys: 'Press 1 for the first choice, 2 for the second',
  failed: 'The language could not be saved',
};
