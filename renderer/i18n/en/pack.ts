import type { MessageShape } from '../message-shape.ts';
import type { packZh } from '../zh-CN/pack.ts';

export const packEn: MessageShape<typeof packZh> = {
  title: 'Pack',
};
