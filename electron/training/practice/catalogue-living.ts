import type { ProductDraft } from './product.ts';

const RED = '#d9534f';
const BLUE = '#3f7fd1';
const GREEN = '#4a9b6e';
const YELLOW = '#e3a72f';
const PINK = '#e58fa8';
const BROWN = '#9a6a43';
const NAVY = '#34507d';
const GREY = '#8a94a0';
const PURPLE = '#8a6bb8';
const TEAL = '#3a9a9a';

/** Goods of the living shop. */
export const LIVING_DRAFTS: readonly ProductDraft[] = [
  {
    picture: 'tea',
    title: '明前龙井绿茶 罐装礼盒 250g',
    titleEn: 'Longjing green tea, tin 250 g',
    priceFen: 16800,
    attribute: '等级',
    variants: [
      ['特级', GREEN],
      ['一级', TEAL],
    ],
  },
  {
    picture: 'giftbox',
    title: '中秋团圆点心礼盒 送礼礼品',
    titleEn: 'Festival pastry gift box',
    priceFen: 12800,
    attribute: '规格',
    variants: [
      ['8枚装', RED],
      ['12枚装', NAVY],
    ],
  },
  {
    picture: 'mug',
    title: '手工粗陶马克杯 复古咖啡杯',
    titleEn: 'Hand-made stoneware mug',
    priceFen: 4900,
    attribute: '颜色',
    variants: [
      ['雾蓝', BLUE],
      ['抹茶绿', GREEN],
      ['砖红', RED],
    ],
  },
  {
    picture: 'teapot',
    title: '紫砂小品壶 功夫茶具 200ml',
    titleEn: 'Clay teapot 200 ml',
    priceFen: 19900,
    attribute: '款式',
    variants: [
      ['朱泥', BROWN],
      ['青灰', GREY],
    ],
  },
  {
    picture: 'flask',
    title: '316不锈钢保温杯 大容量 500ml',
    titleEn: 'Steel vacuum flask 500 ml',
    priceFen: 8900,
    attribute: '颜色',
    variants: [
      ['墨绿', GREEN],
      ['樱花粉', PINK],
      ['藏青', NAVY],
    ],
  },
  {
    picture: 'candle',
    title: '大豆蜡香薰蜡烛 卧室助眠',
    titleEn: 'Soy wax scented candle',
    priceFen: 5900,
    attribute: '香型',
    variants: [
      ['白茶', YELLOW],
      ['薰衣草', PURPLE],
    ],
  },
  {
    picture: 'towel',
    title: '新疆长绒棉毛巾 加厚吸水',
    titleEn: 'Long-staple cotton towel',
    priceFen: 2900,
    attribute: '颜色',
    variants: [
      ['米白', GREY],
      ['湖蓝', BLUE],
      ['浅粉', PINK],
    ],
  },
  {
    picture: 'cushion',
    title: '灯芯绒抱枕 沙发靠垫 含芯',
    titleEn: 'Corduroy cushion with filling',
    priceFen: 5500,
    attribute: '颜色',
    variants: [
      ['姜黄', YELLOW],
      ['墨绿', GREEN],
    ],
  },
  {
    picture: 'tote',
    title: '厚帆布手提袋 大容量单肩包',
    titleEn: 'Heavy canvas tote bag',
    priceFen: 3900,
    attribute: '图案',
    variants: [
      ['山茶', RED],
      ['海浪', BLUE],
    ],
  },
  {
    picture: 'tshirt',
    title: '纯棉圆领短袖T恤 宽松男女同款',
    titleEn: 'Cotton T-shirt',
    priceFen: 6900,
    attribute: '颜色尺码',
    variants: [
      ['白色 M', GREY],
      ['藏青 L', NAVY],
      ['砖红 XL', RED],
    ],
  },
  {
    picture: 'socks',
    title: '精梳棉中筒袜 5双装',
    titleEn: 'Combed cotton socks, 5 pairs',
    priceFen: 3500,
    attribute: '颜色',
    variants: [
      ['黑灰组合', GREY],
      ['彩色组合', TEAL],
    ],
  },
  {
    picture: 'umbrella',
    title: '全自动折叠伞 晴雨两用',
    titleEn: 'Automatic folding umbrella',
    priceFen: 7900,
    attribute: '颜色',
    variants: [
      ['藏青', NAVY],
      ['雾紫', PURPLE],
    ],
  },
  {
    picture: 'notebook',
    title: 'A5方格手账本 加厚 192页',
    titleEn: 'Squared notebook A5',
    priceFen: 2600,
    attribute: '封面',
    variants: [
      ['焦糖', BROWN],
      ['松石', TEAL],
    ],
  },
  {
    picture: 'book',
    title: '《节气与餐桌》精装彩图版',
    titleEn: 'Book: The Seasons and the Table',
    priceFen: 8800,
    attribute: '版本',
    variants: [['精装', RED]],
  },
  {
    picture: 'plant',
    title: '办公桌小绿植 虎皮兰 含盆',
    titleEn: 'Desk plant with pot',
    priceFen: 3200,
    attribute: '盆色',
    variants: [
      ['白盆', GREY],
      ['陶红盆', BROWN],
    ],
  },
  {
    picture: 'cookies',
    title: '黄油曲奇饼干 铁罐装 400g',
    titleEn: 'Butter cookies, tin 400 g',
    priceFen: 4500,
    attribute: '口味',
    variants: [
      ['原味', YELLOW],
      ['抹茶', GREEN],
    ],
  },
  {
    picture: 'honey',
    title: '秦岭土蜂蜜 百花蜜 500g',
    titleEn: 'Wildflower honey 500 g',
    priceFen: 6800,
    attribute: '规格',
    variants: [['500g', YELLOW]],
  },
  {
    picture: 'nuts',
    title: '每日坚果 混合果仁 30包',
    titleEn: 'Mixed nuts, 30 packs',
    priceFen: 9900,
    attribute: '口味',
    variants: [
      ['经典', BROWN],
      ['酸奶', PINK],
    ],
  },
  {
    picture: 'cap',
    title: '水洗棉棒球帽 可调节',
    titleEn: 'Washed cotton cap',
    priceFen: 4200,
    attribute: '颜色',
    variants: [
      ['卡其', YELLOW],
      ['黑色', GREY],
    ],
  },
  {
    picture: 'voucher',
    title: '青禾生活馆 电子礼品卡',
    titleEn: 'Electronic gift card',
    priceFen: 10000,
    attribute: '面值',
    variants: [['100元', RED]],
    kind: 'virtual',
  },
  {
    picture: 'course',
    title: '手机摄影入门 12节视频课',
    titleEn: 'Phone photography, 12 lessons',
    priceFen: 19900,
    attribute: '课程',
    variants: [['全12节', PURPLE]],
    kind: 'course',
  },
];
