/** Makes a forgotten case of a union a compile error, and a loud failure should one slip through at run time. */
export function assertNever(value: never, where: string): never {
  throw new Error(`Unhandled case in ${where}: ${JSON.stringify(value)}`);
}
