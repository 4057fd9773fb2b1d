import * as tls from 'node:tls';

/**
 * Builds, once and when first needed, whom we trust: Node's bundled roots, the operating system's own (a company's
 * inspecting proxy is installed there) and `extraRoots` as PEM. Verification itself is never switched off.
 */
export function createTrust(extraRoots: readonly string[] = []): () => tls.SecureContext {
  let context: tls.SecureContext | undefined;
  return () => {
    context ??= build([...new Set([...roots('default'), ...roots('system'), ...extraRoots])]);
    return context;
  };
}

/** One unreadable certificate in a company's store must not take the whole desk offline: Node's own roots remain. */
function build(ca: string[]): tls.SecureContext {
  try {
    return tls.createSecureContext({ minVersion: 'TLSv1.2', ca });
  } catch {
    return tls.createSecureContext({ minVersion: 'TLSv1.2' });
  }
}

/** Electron's own build of Node may lack a store; a missing one adds nothing. */
function roots(store: 'default' | 'system'): readonly string[] {
  try {
    return tls.getCACertificates(store);
  } catch {
    return store === 'default' ? tls.rootCertificates : [];
  }
}
