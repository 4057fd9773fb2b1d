import { useTranslation } from 'react-i18next';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useStatus } from '../../state/app-state.tsx';
import { type Band, bandStep } from './band.ts';
import type { Flash } from './flash.ts';

/** Headline and detail of the band in the language on screen. */
export function useBandWords(band: Band, view: PackingView): { readonly headline: string; readonly detail: string } {
  const { t } = useTranslation(['pack', 'bench']);
  const step = useStepDetail(view);
  const flash = useFlashDetail(band.flash, view);
  const { headline } = band;
  return {
    headline: headlineOf(),
    detail: flash ?? step,
  };

  function headlineOf(): string {
    if (headline.kind === 'batch') return t('bench:batch.scan');
    if (headline.kind === 'step') return t(`band.${headline.step}`);
    return headline.tail === '' ? t('band.savedNone') : t('band.saved', { tail: headline.tail });
  }
}

function useStepDetail(view: PackingView): string {
  const { t } = useTranslation(['pack', 'bench']);
  const training = useStatus((state) => state.status?.shops.some((shop) => shop.training) ?? false);
  const waiting = useWaiting(view);
  const box = view.currentPackage ?? 1;
  if (waiting !== null) return waiting;
  if (view.maybeWaybill !== undefined) return t('band.tookImei', { tail: view.maybeWaybill.slice(-4) });
  if (view.batch !== null) return t('bench:batch.hint');
  switch (bandStep(view)) {
    case 'order':
      return view.saved && view.saved.waybill !== ''
        ? t('band.orderAfter', { tail: view.saved.waybill.slice(-4) })
        : t(training ? 'band.orderTraining' : 'band.orderDetail');
    case 'items':
      return t('band.itemsDetail', { box });
    case 'serial': {
      const line = view.order?.lines.find(({ lineNo }) => lineNo === view.serialForLine);
      return t('band.serialDetail', { title: line?.title ?? '' });
    }
    case 'weigh':
      return t('band.weighDetail', { box });
    case 'photo':
      return t('band.photoDetail', { box });
    case 'photoAgain':
      return t('band.photoAgainDetail', { box });
    case 'waybill':
      return view.unpacked > 0
        ? t('band.waybillLeft', { box, count: view.unpacked })
        : t('band.waybillDetail', { box });
    case 'carrier':
      return t('band.carrierDetail', { waybill: view.carrierChoice?.waybill ?? '' });
    case 'none':
      return t('band.noneDetail');
  }
}

/** What was scanned ahead and still waits for its turn. */
function useWaiting({ quantity, moving, parked }: PackingView): string | null {
  const { t } = useTranslation('bench');
  if (moving) return t('waiting.moving');
  if (quantity !== null) return t('waiting.quantity', { count: quantity });
  if (parked.item !== null) return t('waiting.item', { code: parked.item });
  return parked.waybill === null ? null : t('waiting.waybill', { tail: parked.waybill.slice(-4) });
}

function useFlashDetail(flash: Flash | null, view: PackingView): string | null {
  const { t } = useTranslation(['pack', 'bench']);
  const language = useLanguage();
  const online = useStatus((state) => state.status?.network.online ?? true);
  switch (flash?.kind) {
    case undefined:
    case 'accepted':
      return null;
    case 'saved': {
      if (flash.left > 0) return t('band.savedMore', { count: flash.left });
      const carrier = flash.carrier === '' ? t('boxes.needsNone') : flash.carrier;
      if (view.order?.training) return t('band.savedTraining', { carrier });
      return t(online ? 'band.savedOnline' : 'band.savedOffline', { carrier });
    }
    case 'said':
      return t(`bench:note.${flash.said}`, { tail: flash.tail, count: flash.count });
    case 'note':
      return t(`band.${flash.note}`);
    case 'mild': {
      const { title, action } = describeProblem({ code: flash.why }, language);
      return [title, action].filter((part) => part !== '').join(language === 'en' ? '. ' : '。');
    }
    case 'undone':
      return undoneWords();
  }

  function undoneWords(): string {
    if (flash?.kind !== 'undone') return '';
    const { what } = flash;
    if (what.kind === 'piece') return t('band.undonePiece', { title: what.title });
    if (what.kind === 'box-open') return t('band.undoneBox', { box: what.no });
    if (what.kind === 'box-gone') return t('band.undoneNew', { box: what.no });
    return t(what.kind === 'choice' ? 'band.undoneChoice' : 'band.undone');
  }
}
