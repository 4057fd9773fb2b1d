import type { MenuItemConstructorOptions } from 'electron';

/**
 * The scanner types into the page, and a menu's shortcuts would catch some of its codes: there is none. On macOS copy,
 * paste and quit exist only as menu items, so those stay.
 */
export const appMenu = (platform: NodeJS.Platform): readonly MenuItemConstructorOptions[] | null =>
  platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }] : null;
