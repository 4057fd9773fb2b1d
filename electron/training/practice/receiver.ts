import { seededRandom } from '../core/random.ts';

/** A receiver as a platform would hand it out. Every field is invented and says so. */
export type PracticeReceiver = {
  readonly name: string;
  readonly phone: string;
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly street: string;
  readonly house: string;
};

/** Texts found in every invented receiver: nothing the app stores or shows may contain one of them. */
export const RECEIVER_CANARIES = ['练习收件人', '幻想大道', '1000000'] as const;

const PLACES = [
  ['云上省', '青山市', '白鹭区'],
  ['云上省', '临湖市', '荷塘区'],
  ['星海省', '望舒市', '晨光区'],
  ['星海省', '听涛市', '帆影县'],
] as const;
const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'] as const;

export function practiceReceiver(orderId: string): PracticeReceiver {
  const random = seededRandom('receiver', orderId);
  const [province, city, county] = random.pick(PLACES);
  return {
    name: `练习收件人${random.pick(NAMES)}`,
    phone: `1000000${random.digits(4)}`,
    province,
    city,
    county,
    street: `幻想大道${random.int(1, 999)}号`,
    house: `${random.int(1, 30)}栋${random.int(101, 2604)}室`,
  };
}
