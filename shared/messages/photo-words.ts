import type { Language } from '../contract/system.ts';
import type { PhotoFinding } from '../contract/photos.ts';
import type { PackagePhoto, PhotoMiss } from '../domain/photo.ts';
import type { Sentence } from './problem-sentences.ts';

/** Why a package has no photo, in words that go on a sentence. */
export const photoMissWords = (why: PhotoMiss, language: Language): string => WHY[why][language === 'en' ? 1 : 0];

/** The same as the beginning of a sentence. */
export function photoMissBegins(why: PhotoMiss, language: Language): string {
  const [first = '', ...rest] = photoMissWords(why, language);
  return first.toUpperCase() + rest.join('');
}

/** What stops a package of a shop that insists on photos, and what to do about it. */
export function missingPhotoSentence(why: PhotoMiss, language: Language): Sentence {
  const reason = photoMissBegins(why, language);
  return language === 'en'
    ? { title: 'No photo of this package', action: `${reason}. ${DO[why][1]}` }
    : { title: '这一箱没拍到照片', action: `${reason}。${DO[why][0]}` };
}

const WHY: Readonly<Record<PhotoMiss, readonly [zh: string, en: string]>> = {
  'no-camera': ['没有找到相机', 'no camera was found'],
  'in-use': ['相机正被别的程序占用', 'the camera is in use by another program'],
  refused: ['没有使用相机的权限', 'the camera may not be used'],
  'no-answer': ['相机没有回应', 'the camera did not answer'],
  'disk-low': ['磁盘快满了，先不拍照', 'the disk is nearly full, so no photos are taken'],
  'not-written': ['照片没能存进硬盘', 'the photo could not be saved'],
  'not-in-time': ['快递单先到，照片没赶上', 'the waybill came before the photo'],
};

const AGAIN = ['按 P 再拍；实在拍不了，按 F6 请主管放行', 'P takes it again; F6 has a supervisor let it go'] as const;
const again = (zh: string, en: string): readonly [string, string] => [`${zh}，${AGAIN[0]}`, `${en}; ${AGAIN[1]}`];

const DO: Readonly<Record<PhotoMiss, readonly [zh: string, en: string]>> = {
  'no-camera': again('插好相机的线', 'Plug the camera in'),
  'in-use': again('关掉占用它的程序', 'Close that program'),
  refused: again('在浏览器或系统里允许使用相机', 'Allow the camera in the browser or the system'),
  'no-answer': again('看看相机的线和灯', 'See to its cable and lamp'),
  'disk-low': AGAIN,
  'not-written': AGAIN,
  'not-in-time': AGAIN,
};

/** The photo of a saved package in words. `wrong`: somebody has to look at it. `finding`: null before it was opened. */
export type PhotoProofWords = {
  readonly line: string;
  readonly hash: string;
  readonly wrong: boolean;
  readonly alt: string;
  readonly open: string;
  readonly close: string;
};

/** What the story of a package says about its photo. `takenAt` is in the reader's own words already. */
export function photoProofWords(
  told: { readonly photo: PackagePhoto; readonly takenAt: string; readonly finding: PhotoFinding | null },
  language: Language,
): PhotoProofWords {
  const { photo, takenAt, finding } = told;
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const words = {
    alt: say(`封箱照片 ${takenAt}`, `Photo at the seal, ${takenAt}`),
    open: say('放大照片', 'Show the photo large'),
    close: say('关闭照片', 'Close the photo'),
  };
  if (photo.state === 'none') {
    const why = photoMissWords(photo.why, language);
    const excused = photo.excused ? say('，主管放行', '; a supervisor let it go') : '';
    return { ...words, line: `${say('没有照片：', 'No photo: ')}${why}${excused}`, hash: '', wrong: false };
  }
  const wrong = finding === 'missing' || finding === 'changed';
  const line =
    photo.state === 'gone' || finding === 'removed'
      ? say(`照片 ${takenAt} 已到期删除`, `The photo of ${takenAt} went by age`)
      : finding === 'missing'
        ? say('照片文件不在了：被移走或删除', 'The photo’s file is gone: it was moved or deleted')
        : finding === 'changed'
          ? say('照片被改动过，和拍下时不一样', 'The photo was changed: it is not what was taken')
          : say(`照片 ${takenAt} · ${photo.takenBy}`, `Photo ${takenAt} · ${photo.takenBy}`).replace(/ · $/u, '');
  return { ...words, line, hash: photo.sha256, wrong };
}
