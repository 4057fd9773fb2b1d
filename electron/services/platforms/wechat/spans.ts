import type { OrderWindow, ReadResult } from '../platform.ts';

/** The longest time range one call may name, in seconds. */
const MAX_SPAN_S = 7 * 86_400;

/** "Too many orders in this range": the range is halved. */
const TOO_MANY = '31042';

/** A time range in epoch seconds. */
export type Span = { readonly fromS: number; readonly toS: number };

/** Spans touch at their ends: an order on the border is met twice rather than never. */
function spansOf({ fromMs, toMs }: OrderWindow): readonly Span[] {
  const endS = Math.ceil(toMs / 1_000);
  const spans: Span[] = [];
  for (let fromS = Math.max(0, Math.floor(fromMs / 1_000)); fromS < endS; fromS += MAX_SPAN_S)
    spans.push({ fromS, toS: Math.min(fromS + MAX_SPAN_S, endS) });
  return spans;
}

/** Ids of a window, listed span by span, older spans first, each id once. */
export async function listOverSpans(
  window: OrderWindow,
  listSpan: (span: Span) => Promise<ReadResult<readonly string[]>>,
): Promise<ReadResult<readonly string[]>> {
  const ids = new Set<string>();
  const open: Span[] = [...spansOf(window)];
  for (let span = open.shift(); span !== undefined; span = open.shift()) {
    const listed = await listSpan(span);
    if (listed.ok) {
      for (const id of listed.value) ids.add(id);
      continue;
    }
    const half = Math.floor((span.fromS + span.toS) / 2);
    if (listed.error.code !== TOO_MANY || half <= span.fromS) return listed;
    open.unshift({ fromS: span.fromS, toS: half }, { fromS: half, toS: span.toS });
  }
  return { ok: true, value: [...ids] };
}
