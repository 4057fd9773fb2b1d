type Listener = (message: { readonly data: string }) => void;

/**
 * The part of the browser's EventSource that the page uses, over any `fetch`: named events, `Last-Event-ID` on
 * reconnecting. Node has none without a flag.
 */
export function openEventSource(send: typeof fetch, path: string): EventSource {
  const listeners = new Map<string, Listener[]>();
  const control = new AbortController();
  let lastId: string | null = null;
  const emit = (name: string, data = ''): void => {
    for (const listener of listeners.get(name) ?? []) listener({ data });
  };
  const handle = (block: string): void => {
    const fields = Object.fromEntries(
      block.split('\n').map((line) => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]),
    );
    if (fields['id'] !== undefined) lastId = fields['id'];
    if (fields['data'] !== undefined) emit(fields['event'] ?? 'message', fields['data']);
  };
  const readOnce = async (): Promise<void> => {
    const headers: Record<string, string> = lastId === null ? {} : { 'last-event-id': lastId };
    const response = await send(path, { headers, signal: control.signal });
    emit('open');
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) handle(block);
    }
  };
  const run = async (): Promise<void> => {
    while (!control.signal.aborted) {
      await readOnce().catch(() => undefined);
      if (control.signal.aborted) return;
      emit('error');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  void run();
  return {
    addEventListener: (name: string, listener: Listener) =>
      listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    close: () => control.abort(),
  } as unknown as EventSource;
}
