import type { PackingView } from '../../../shared/contract/packing.ts';
import { usePacking } from '../../state/app-state.tsx';
import { QuestionPanel } from './bench-question.tsx';
import { BlockedOverlay } from './blocked-overlay.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { rankLines } from './item-order.ts';
import { QuantityBox } from './quantity-box.tsx';
import { TypingBox } from './typing-box.tsx';
import type { Bench } from './use-bench.ts';
import { WeighBox } from './weigh-box.tsx';

/** What may lie over the bench: the typing box, the key sheet, a question, and above all an error. */
export function BenchPanels({ view, bench }: { readonly view: PackingView; readonly bench: Bench }) {
  const problem = usePacking((state) => state.problem);
  const echo = usePacking((state) => state.echo);
  const failure = bench.failed && problem ? { problem, scanned: echo ?? '', expected: '' } : null;
  const blocked = failure ?? view.blocked;
  const next = rankLines(view.order?.lines ?? [], null)[0];
  const wanted = next?.rank === 'next' && (blocked?.problem.code ?? '').startsWith('item-') ? next.line : null;
  const submit = (text: string): void => {
    bench.scan(text);
    bench.type('');
  };
  return (
    <>
      {bench.panel === 'typing' && <TypingBox {...bench.typed} onText={bench.type} onSubmit={submit} />}
      {bench.panel === 'help' && <HelpSheet onClose={bench.closePanel} />}
      {bench.panel === 'quantity' && (
        <QuantityBox onQuantity={(quantity) => bench.act({ action: 'quantity', quantity })} />
      )}
      {bench.panel === 'weigh' && <WeighBox onGrams={(grams) => bench.act({ action: 'weigh', grams })} />}
      {view.question && !blocked && (
        <QuestionPanel
          question={view.question}
          onAnswer={(option, text) => bench.act({ action: 'answer', option, ...(text === undefined ? {} : { text }) })}
        />
      )}
      {blocked && (
        <BlockedOverlay
          key={`${blocked.problem.code} ${blocked.scanned}`}
          blocked={blocked}
          wanted={wanted}
          offer={bench.offer}
          onWaybill={failure === null && view.maybeWaybill !== undefined ? () => bench.press('F6') : undefined}
          onAcknowledge={() => bench.press('F8')}
        />
      )}
    </>
  );
}
