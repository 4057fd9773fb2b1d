import type { Protocol } from 'electron';
import type { Responder } from '../services/web/respond.ts';
import { APP_SCHEME, isOwnAddress } from './own-address.ts';

/** Makes `app://` a scheme with an origin of its own. Has to happen before Electron is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page over `app://`; there is no `file://` anywhere (RELIABILITY S12). */
export function serveAppProtocol(protocol: Pick<Protocol, 'handle'>, respond: Responder): void {
  protocol.handle(APP_SCHEME, (request) =>
    isOwnAddress(request.url) ? respond(request) : new Response(null, { status: 404 }),
  );
}
