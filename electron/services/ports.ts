/** Seals secrets for storage. `available: false` means the vault refuses to store anything (RELIABILITY S17). */
export type Cipher = {
  /** Name of the back end, recorded beside each sealed value, for example `safeStorage:dpapi` or `key-file`. */
  readonly name: string;
  readonly available: boolean;
  readonly seal: (plain: string) => Promise<Uint8Array>;
  readonly open: (sealed: Uint8Array) => Promise<string>;
  /** Whether what was sealed should be sealed anew, because the back end changed its key; absent where it never does. */
  readonly isOutdated?: (sealed: Uint8Array) => Promise<boolean>;
};

/** Wall clock in epoch ms, a clock that never jumps in ms, and a timer that can be faked in tests. */
export type Clock = {
  readonly now: () => number;
  readonly monotonic: () => number;
  /** Runs `task` once after `delayMs`; returns a function that calls it off. */
  readonly at: (delayMs: number, task: () => void) => () => void;
};

/** One line of the log. Only allow-listed fields leave the process; see `log/redact.ts` of the host. */
export type Log = {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
};
export type LogFields = { readonly [name: string]: string | number | boolean | null };

/** What a host can do; the page asks this and never which host it runs in. */
export type Features = {
  readonly host: 'electron' | 'loopback' | 'cli';
  readonly printing: boolean;
  readonly updates: boolean;
  readonly ownWindow: boolean;
};

/** A running practice server: all platforms imitated on a loopback port by a process of its own. */
export type TrainingServer = {
  /** Base address without trailing slash, for example `http://127.0.0.1:41234`. */
  readonly baseUrl: string;
  /** The desk that switches faults and prints the sheet; it answers even while the platforms are switched offline. */
  readonly adminUrl: string;
  readonly stop: () => Promise<void>;
};

/** Everything a host lends to the app (ARCHITECTURE 4). Whatever may leave the process is asynchronous. */
export type HostPorts = {
  readonly dataDir: string;
  readonly appVersion: string;
  readonly cipher: Cipher;
  /** The owner of the machine is about to set a PIN anew: a secret under the PINs that is lost for good is replaced. */
  readonly setsPinsAnew?: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly features: Features;
  /** Calls back after the machine resumes from sleep; returns how to stop listening. */
  readonly onWake: (listener: () => void) => () => void;
  /** Proxy for an address as `http://host:port`, or null for a direct connection. */
  readonly resolveProxy: (url: string) => Promise<string | null>;
  /** Opens an https page of an allow-listed host in the person's browser; false where it was refused. */
  readonly openExternal: (url: string) => Promise<boolean>;
  readonly notify: (title: string, body: string) => Promise<void>;
  /**
   * The page as it would be printed, as a PDF; null where there is no page or it could not be made. Absent in a host that
   * cannot: there the person prints it to a file.
   */
  readonly pagePdf?: () => Promise<Uint8Array | null>;
  /** Starts the practice platforms as their own process, keeping their state in `stateDir`. */
  readonly startTraining: (options: { readonly stateDir: string }) => Promise<TrainingServer>;
};
