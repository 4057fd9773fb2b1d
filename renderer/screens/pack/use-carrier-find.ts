import { useEffect, useMemo, useState } from 'react';
import type { PackingView } from '../../../shared/contract/packing.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { carrierWords } from '../../../shared/domain/carriers/carrier-table.ts';
import { useClient } from '../../state/app-state.tsx';
import { findCarriers, type FoundBy, foldWord } from './find-carriers.ts';

/** The digits 1 to 9. */
const MOST = 9;

/** Looking for a carrier by any of its names or codes among all of the shop's, while one is asked for. */
export type CarrierFind = {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What the digits stand for: the likely ones, or the first that fit what is typed. */
  readonly shown: readonly Carrier[];
  /** How many fit besides those shown. */
  readonly more: number;
};

export function useCarrierFind({ carrierChoice: choice, order }: PackingView): CarrierFind {
  const waybill = choice?.waybill ?? '';
  const [typed, setTyped] = useState({ waybill: '', text: '' });
  const text = typed.waybill === waybill ? typed.text : '';
  const list = useFoundBy(choice === null ? '' : (order?.shopId ?? ''));
  const found = useMemo(() => findCarriers(text, list), [text, list]);
  const likely = choice?.candidates ?? [];
  const searching = foldWord(text) !== '';
  return {
    text,
    setText: (next) => setTyped({ waybill, text: next }),
    shown: searching ? found.slice(0, MOST) : likely,
    more: Math.max(0, searching ? found.length - MOST : list.length - likely.length),
  };
}

const NOTHING: readonly FoundBy[] = [];

/** The shop's list with what each is found by. */
function useFoundBy(shopId: string): readonly FoundBy[] {
  const client = useClient();
  const [read, setRead] = useState({ shopId: '', list: NOTHING });
  useEffect(() => {
    let current = true;
    if (shopId !== '')
      void client.shops.carriers({ shop: shopId }).then((answer) => {
        if (!current || !answer.ok) return;
        setRead({
          shopId,
          list: answer.value.map((carrier) => ({ carrier, words: carrierWords(carrier).map(foldWord) })),
        });
      });
    return () => {
      current = false;
    };
  }, [client, shopId]);
  return read.shopId === shopId ? read.list : NOTHING;
}
