import type { Configuration } from 'electron-builder';

export interface PackageOptions {
  /** Off only for a stub or for a build that Playwright drives, because the fuses end both. */
  readonly fuses: boolean;
}

/** What a package carries besides its platform's native file. */
const carried = [
  'dist/**',
  'package.json',
  '!dist/.sources',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/better-sqlite3/{binding.gyp,README.md}',
  '!node_modules/node-addon-api/**',
];

/**
 * The native file of one platform and no other. The platform is a literal, because electron-builder's own macro means
 * the machine that packs; the list starts with a positive pattern, because one of only `!` packs the whole project.
 */
const onlyNativeOf = (platform: 'linux' | 'win32' | 'darwin') => [
  'package.json',
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`,
];

const fuses: NonNullable<Configuration['electronFuses']> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
};

/** How electron-builder packs the app for the three systems. Each call makes a new one, because the packer changes it. */
export function builderConfig(options: PackageOptions): Configuration {
  return {
    appId: 'app.dispatchdesk.desktop',
    productName: '发货台 Dispatch Desk',
    executableName: 'dispatch-desk',
    artifactName: 'dispatch-desk-${version}-${os}-${arch}.${ext}',
    directories: { output: 'release', buildResources: 'build/package/resources' },
    files: [...carried],
    asar: true,
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    publish: null,
    ...(options.fuses ? { electronFuses: { ...fuses } } : {}),
    linux: {
      target: ['AppImage', 'deb'],
      files: onlyNativeOf('linux'),
      category: 'Office',
      icon: 'icon.png',
      maintainer: 'Dispatch Desk maintainers',
      synopsis: 'A warehouse shipping desk that never loses and never doubles a shipment',
    },
    win: { target: ['nsis'], files: onlyNativeOf('win32'), icon: 'icon.ico' },
    nsis: { oneClick: false, allowToChangeInstallationDirectory: true, installerLanguages: ['zh_CN', 'en_US'] },
    mac: {
      target: ['dmg', 'zip'],
      files: onlyNativeOf('darwin'),
      icon: 'icon.icns',
      category: 'public.app-category.business',
      // macOS ends a program that asks for the camera without saying why.
      extendInfo: { NSCameraUsageDescription: '封箱时给包裹拍照 / Photographs packages when they are sealed' },
    },
  };
}
