import { usePacking, useStatus } from '../state/app-state.tsx';

/** True when what is on the bench, or with nothing on it any shop of this desk, is for practice only. */
export function useTraining(): boolean {
  const ofOrder = usePacking((state) => state.view?.order?.training);
  const anyShop = useStatus((state) => state.status?.shops.some((shop) => shop.training) ?? false);
  return ofOrder ?? anyShop;
}
