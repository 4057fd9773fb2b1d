const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/;

/** The address a platform says it sees, out of its own sentence; null where it names none. */
export const toldIp = (message: string): string | null => IPV4.exec(message)?.[0] ?? null;
