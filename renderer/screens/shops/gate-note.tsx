import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { lookup } from '../../../shared/domain/platforms/catalogue.ts';
import { formatYuan } from '../../components/format-yuan.ts';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { shopsZh } from '../../i18n/zh-CN/shops.ts';
import styles from './gate-note.module.css';

type GateKey = keyof typeof shopsZh.gates;

const gateKey = (gate: string): GateKey => (Object.hasOwn(shopsZh.gates, gate) ? (gate as GateKey) : 'other');

/** Why nothing of a shop is sent, and exactly what lets it go on: in the words for the platform's own code, where it gave one. */
export function GateNote(props: { readonly shop: ShopView; readonly gate: string; readonly onSpendOn: () => void }) {
  const { t } = useTranslation('shops');
  const language = useLanguage();
  const { shop, gate } = props;
  const entry = lookup(shop.platform, shop.gateDetail?.code ?? '');
  const told = entry && (language === 'zh-CN' ? entry.zh : entry.en);
  const key = gateKey(gate);
  const { points = 0, limitPoints = 0 } = shop.spending ?? {};
  const facts = {
    gate,
    spent: formatYuan(points, language),
    limit: formatYuan(limitPoints ?? 0, language),
    address: shop.baseUrl,
  };
  return (
    <div className={styles.note} role="alert">
      <WarningIcon />
      <span>
        <strong>{told?.meaning ?? t(`gates.${key}.cause`, facts)}</strong>
        {told?.remedy ?? t(`gates.${key}.remedy`, facts)}
      </span>
      {gate === 'spend-limit' && (
        <Button className={styles.button ?? ''} onClick={props.onSpendOn}>
          {t('spend.agree')}
        </Button>
      )}
    </div>
  );
}
