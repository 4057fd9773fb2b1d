import type { ShopView } from '../../../shared/contract/shops.ts';
import { CarriersDrawer } from './carriers-drawer.tsx';
import { CredentialsDialog } from './dialogs/credentials-dialog.tsx';
import { PackingDialog } from './dialogs/packing-dialog.tsx';
import { PlainHttpDialog } from './dialogs/plain-http-dialog.tsx';
import { RemoveDialog } from './dialogs/remove-dialog.tsx';
import { SpendLimitDialog } from './dialogs/spend-limit-dialog.tsx';

/** What can be opened in front of the page for a shop. */
export type ShopWindow = 'carriers' | 'credentials' | 'plain-http' | 'spend-limit' | 'packing' | 'remove';

export function ShopWindows(props: {
  readonly shop: ShopView;
  readonly open: ShopWindow | null;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}) {
  const { shop, onClose } = props;
  const changed = (): void => {
    onClose();
    void props.onChanged();
  };
  switch (props.open) {
    case 'carriers':
      return <CarriersDrawer shop={shop} onClose={changed} />;
    case 'credentials':
      return <CredentialsDialog shop={shop} onDone={changed} onClose={onClose} />;
    case 'plain-http':
      return <PlainHttpDialog shop={shop} onDone={changed} onClose={onClose} />;
    case 'spend-limit':
      return <SpendLimitDialog shop={shop} onDone={changed} onClose={onClose} />;
    case 'packing':
      return <PackingDialog shop={shop} onDone={changed} onClose={onClose} />;
    case 'remove':
      return <RemoveDialog shop={shop} onDone={changed} onClose={onClose} />;
    case null:
      return null;
  }
}
