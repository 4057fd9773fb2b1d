import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../state/app-state.tsx';
import { PlainHttpSwitch } from './plain-http-switch.tsx';
import { ShopDialog, type ShopDialogProps } from './shop-dialog.tsx';

/** Switches a shop's unencrypted connection on or off, with what that means. */
export function PlainHttpDialog(props: ShopDialogProps) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const { shop, onClose } = props;
  const [on, setOn] = useState(shop.plainHttp);
  const call = () => {
    if (on !== shop.plainHttp) return client.shops.setPlainHttp({ shop: shop.id, on });
    onClose();
    return null;
  };
  return (
    <ShopDialog
      {...props}
      title={t('plainHttp.title', { shop: shop.name })}
      saved={t(on ? 'plainHttp.nowOn' : 'plainHttp.nowOff', { shop: shop.name })}
      call={call}
    >
      <PlainHttpSwitch address={shop.baseUrl} on={on} onChange={setOn} />
    </ShopDialog>
  );
}
