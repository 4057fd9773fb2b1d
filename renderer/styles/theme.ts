import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** System fonts with Chinese glyphs first; nothing is fetched. */
const SANS =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';
const MONO = 'Consolas, Menlo, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", ui-monospace, monospace';

const desk: MantineColorsTuple = [
  '#eff6ff',
  '#dbeafe',
  '#bfdbfe',
  '#93c5fd',
  '#60a5fa',
  '#3b82f6',
  '#2563eb',
  '#1f56e0',
  '#1d4ed8',
  '#1e3a8a',
];

/** Danger, in the red of a refusal: Mantine's own red is too pale to read on white. */
const red: MantineColorsTuple = [
  '#fff1f2',
  '#ffe1e5',
  '#ffc4cc',
  '#ff98a5',
  '#f0566c',
  '#d3243f',
  '#b80e2b',
  '#aa0422',
  '#9b0019',
  '#7a0013',
];

/** The one theme. Sizes are rem, and the root font size follows the window and the scale chosen in the settings. */
export const theme = createTheme({
  scale: 1.25,
  primaryColor: 'desk',
  primaryShade: 8,
  colors: { desk, red },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: '#0b1220',
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: { fontFamily: SANS, fontWeight: '700' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { size: 'lg' } },
    // They leave by themselves, and a cross without a name is a barrier.
    Notification: { defaultProps: { withCloseButton: false } },
    // Its empty first stop for the focus is no menu item, and a barrier for a screen reader.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
  },
});

/** Secondary text keeps 7:1 on white: benches have dim screens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#9b0019',
    '--mantine-color-placeholder': '#64748b',
    '--mantine-color-dimmed': '#475569',
    '--mantine-color-body': '#ffffff',
  },
  dark: {},
});
