import type { ProductDraft } from './product.ts';

const BLACK = '#3b4350';
const SILVER = '#9aa5b1';
const BLUE = '#3f7fd1';
const GREEN = '#4a9b6e';
const ORANGE = '#e07b39';
const WHITE = '#b9c2cc';
const PURPLE = '#8a6bb8';

/** Goods of the digital shop. Phones and tablets are sold with the national subsidy and need their serial number. */
export const DIGITAL_DRAFTS: readonly ProductDraft[] = [
  {
    picture: 'phone',
    title: '【国补】星野 S8 5G智能手机',
    titleEn: 'Subsidised: Xingye S8 phone',
    priceFen: 259900,
    attribute: '配置',
    variants: [
      ['8+256G 曜石黑', BLACK],
      ['12+512G 晨雾蓝', BLUE],
    ],
    kind: 'subsidy',
  },
  {
    picture: 'tablet',
    title: '【国补】星野 Pad 11英寸平板电脑',
    titleEn: 'Subsidised: Xingye Pad 11',
    priceFen: 189900,
    attribute: '配置',
    variants: [['8+128G 银色', SILVER]],
    kind: 'subsidy',
  },
  {
    picture: 'headphones',
    title: '头戴式降噪蓝牙耳机',
    titleEn: 'Noise-cancelling headphones',
    priceFen: 49900,
    attribute: '颜色',
    variants: [
      ['黑色', BLACK],
      ['米白', WHITE],
    ],
  },
  {
    picture: 'charger',
    title: '65W氮化镓充电器 三口快充',
    titleEn: '65 W charger, three ports',
    priceFen: 11900,
    attribute: '颜色',
    variants: [
      ['白色', WHITE],
      ['黑色', BLACK],
    ],
  },
  {
    picture: 'cable',
    title: '双Type-C编织快充数据线',
    titleEn: 'Braided USB-C cable',
    priceFen: 3900,
    attribute: '长度',
    variants: [
      ['1米', BLACK],
      ['2米', ORANGE],
    ],
  },
  {
    picture: 'keyboard',
    title: '87键机械键盘 热插拔',
    titleEn: 'Mechanical keyboard, 87 keys',
    priceFen: 29900,
    attribute: '轴体',
    variants: [
      ['红轴', ORANGE],
      ['茶轴', BLACK],
    ],
  },
  {
    picture: 'mouse',
    title: '静音无线鼠标 双模',
    titleEn: 'Silent wireless mouse',
    priceFen: 6900,
    attribute: '颜色',
    variants: [
      ['灰色', SILVER],
      ['雾紫', PURPLE],
    ],
  },
  {
    picture: 'lamp',
    title: '护眼学习台灯 国AA级',
    titleEn: 'Desk lamp',
    priceFen: 15900,
    attribute: '颜色',
    variants: [
      ['白色', WHITE],
      ['松绿', GREEN],
    ],
  },
  {
    picture: 'speaker',
    title: '便携蓝牙音箱 户外防水',
    titleEn: 'Portable speaker',
    priceFen: 18900,
    attribute: '颜色',
    variants: [
      ['海军蓝', BLUE],
      ['橙色', ORANGE],
    ],
  },
  {
    picture: 'watch',
    title: '智能运动手表 心率血氧',
    titleEn: 'Sports watch',
    priceFen: 39900,
    attribute: '表带',
    variants: [
      ['黑色', BLACK],
      ['草绿', GREEN],
    ],
  },
  {
    picture: 'powerbank',
    title: '20000mAh充电宝 22.5W快充',
    titleEn: 'Power bank 20,000 mAh',
    priceFen: 9900,
    attribute: '颜色',
    variants: [
      ['黑色', BLACK],
      ['白色', WHITE],
    ],
  },
  {
    picture: 'stand',
    title: '铝合金笔记本支架 可折叠',
    titleEn: 'Aluminium laptop stand',
    priceFen: 8900,
    attribute: '颜色',
    variants: [['银色', SILVER]],
  },
];
