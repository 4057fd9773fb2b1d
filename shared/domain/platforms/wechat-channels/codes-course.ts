import { refused } from '../reply-classes.ts';
import { channelsEntries } from './channels-entries.ts';

/** Answers about goods sold as a course or redeemed in a mini program. */
export const courseCodes = channelsEntries('document', [
  [
    '606036',
    {
      replyClass: refused('course'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '带课程链接的包裹只能放一种规格', remedy: '每种课程单独建一个包裹，再重新保存。' },
      en: {
        meaning: 'A package with a course link may hold one variant only.',
        remedy: 'Make one package per course, then save again.',
      },
    },
  ],
  [
    '606037',
    {
      replyClass: refused('course'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '这个商品不是课程，不能填课程信息', remedy: '去掉课程信息后重新保存。' },
      en: { meaning: 'These goods are not a course.', remedy: 'Remove the course link, then save again.' },
    },
  ],
  [
    '606038',
    {
      replyClass: refused('course'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '课程链接缺小程序 AppID 或路径', remedy: '补全课程的小程序 AppID 和路径，再重新保存。' },
      en: {
        meaning: 'The course link lacks the mini program’s id or path.',
        remedy: 'Fill in both the AppID and the path, then save again.',
      },
    },
  ],
  [
    '606048',
    {
      replyClass: refused('course'),
      actor: 'lead',
      box: 'none',
      zh: { meaning: '核销信息缺小程序 AppID 或路径', remedy: '在小店后台补全商品的核销小程序，再重新保存。' },
      en: {
        meaning: 'The redemption details lack the mini program’s id or path.',
        remedy: 'Complete the product’s redemption details in the back office, then save again.',
      },
    },
  ],
]);
