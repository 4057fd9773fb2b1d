import { CALL_PATH, DESK_HEADER, DESK_HEADER_VALUE, EVENTS_PATH } from '../../shared/channels.ts';
import type { EventSink, Transport } from './transport.ts';
import { uploadFile } from './upload-file.ts';

export type HttpParts = {
  readonly fetch: typeof fetch;
  readonly openEvents: (path: string) => EventSource;
};

/** Over the loopback host: one POST a call, one stream of server-sent events. */
export function createHttpTransport(parts: HttpParts = browserParts): Transport {
  return {
    call: async (message) => {
      const response = await parts.fetch(CALL_PATH, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [DESK_HEADER]: DESK_HEADER_VALUE },
        body: JSON.stringify(message),
      });
      return (await response.json()) as unknown;
    },
    subscribe: (sink) => listen(parts.openEvents(EVENTS_PATH), sink),
    upload: (file) => uploadFile(file, parts.fetch),
  };
}

const browserParts: HttpParts = {
  fetch: (input, init) => fetch(input, init),
  openEvents: (path) => new EventSource(path),
};

/** The browser reconnects by itself and says which event it saw last; the host sends the rest or `reset`. */
function listen(source: EventSource, sink: EventSink): () => void {
  let lost = false;
  const pass = ({ data }: MessageEvent<string>): void => sink.onEvent(parse(data));
  source.addEventListener('start', pass);
  source.addEventListener('change', pass);
  source.addEventListener('reset', (message: MessageEvent<string>) => {
    sink.onReset();
    pass(message);
  });
  source.addEventListener('error', () => {
    if (!lost) sink.onLost();
    lost = true;
  });
  source.addEventListener('open', () => {
    if (lost) sink.onBack();
    lost = false;
  });
  return () => source.close();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
