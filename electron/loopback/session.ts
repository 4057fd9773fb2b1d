import { newSecret, sameSecret } from './secret.ts';

/** Who may talk to this run of the host: whoever came through a launch link, which works once. */
export type Session = {
  /** A new key for `/launch?key=…`. */
  readonly newKey: () => string;
  /** Swaps a key for the value of the `Set-Cookie` header; null where the key is unknown or was used. */
  readonly redeem: (key: string) => string | null;
  /** Which of the browsers that came in a `Cookie` header belongs to; null for a stranger. */
  readonly admits: (cookieHeader: string | undefined) => string | null;
  /** Whether any key has been redeemed. */
  readonly wasEntered: () => boolean;
};

/**
 * Keys and cookie live in memory and end with the process. The cookie's name carries the port, because browsers do not
 * tell ports apart and two hosts on one machine would overwrite each other's.
 */
export function createSession(port: number): Session {
  const name = `dd_${port}`;
  /** Each key's own cookie, so that what somebody signed in to in one browser is nobody's in another. */
  const browsers: { readonly id: string; readonly token: string }[] = [];
  const openKeys = new Set<string>();
  let entered = false;
  return {
    newKey: () => {
      const key = newSecret();
      openKeys.add(key);
      return key;
    },
    redeem: (key) => {
      // Every open key is compared, so that the time taken does not tell which of them came close.
      const matches = [...openKeys].filter((open) => sameSecret(key, open));
      for (const match of matches) openKeys.delete(match);
      if (matches.length === 0) return null;
      entered = true;
      const token = newSecret();
      browsers.push({ id: `browser-${browsers.length + 1}`, token });
      return `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`;
    },
    admits: (cookieHeader) => {
      const shown = readCookies(cookieHeader, name);
      const matches = browsers.filter(({ token }) => shown.some((value) => sameSecret(value, token)));
      return matches[0]?.id ?? null;
    },
    wasEntered: () => entered,
  };
}

const readCookies = (header: string | undefined, name: string): readonly string[] =>
  (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
