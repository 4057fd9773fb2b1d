import { newSecret, sameSecret } from './secret.ts';

/** Who may talk to this run of the host: whoever came through a launch link, which works once. */
export type Session = {
  /** A new key for `/launch?key=…`. */
  readonly newKey: () => string;
  /** Swaps a key for the value of the `Set-Cookie` header; null where the key is unknown or was used. */
  readonly redeem: (key: string) => string | null;
  /** Whether a `Cookie` header carries this run's cookie. */
  readonly admits: (cookieHeader: string | undefined) => boolean;
  /** Whether any key has been redeemed. */
  readonly wasEntered: () => boolean;
};

/**
 * Keys and cookie live in memory and end with the process. The cookie's name carries the port, because browsers do not
 * tell ports apart and two hosts on one machine would overwrite each other's.
 */
export function createSession(port: number): Session {
  const name = `dd_${port}`;
  const token = newSecret();
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
      entered ||= matches.length > 0;
      return matches.length === 0 ? null : `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`;
    },
    admits: (cookieHeader) => readCookies(cookieHeader, name).some((value) => sameSecret(value, token)),
    wasEntered: () => entered,
  };
}

const readCookies = (header: string | undefined, name: string): readonly string[] =>
  (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
