import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { isPlainHttp } from '../../../shared/kernel/plain-http.ts';
import { MoreIcon } from '../../components/icons/more-icon.tsx';
import type { ShopWindow } from './shop-windows.tsx';

/** What is seldom done with a shop. Practice shops come and go with training mode as a whole. */
export function ShopMenu(props: {
  readonly shop: ShopView;
  readonly onPause: (pause: boolean) => void;
  readonly onOpen: (window: ShopWindow) => void;
}) {
  const { t } = useTranslation('shops');
  const { shop, onOpen } = props;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon size="input-sm" variant="default" aria-label={t('actions.more', { shop: shop.name })}>
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => props.onPause(!shop.paused)}>
          {t(shop.paused ? 'actions.resume' : 'actions.pause')}
        </Menu.Item>
        {!shop.training && <Menu.Item onClick={() => onOpen('credentials')}>{t('actions.credentials')}</Menu.Item>}
        {shop.spending && <Menu.Item onClick={() => onOpen('spend-limit')}>{t('actions.spendLimit')}</Menu.Item>}
        <Menu.Item onClick={() => onOpen('packing')}>{t('actions.packing')}</Menu.Item>
        {isPlainHttp(shop.baseUrl) && (
          <Menu.Item onClick={() => onOpen('plain-http')}>{t('actions.plainHttp')}</Menu.Item>
        )}
        {!shop.training && <Menu.Divider />}
        {!shop.training && (
          <Menu.Item color="red" onClick={() => onOpen('remove')}>
            {t('actions.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
