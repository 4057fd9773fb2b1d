import packageFile from '../../package.json' with { type: 'json' };

/** The version in package.json, which is also the installer's. */
export const appVersion = (): string => packageFile.version;
