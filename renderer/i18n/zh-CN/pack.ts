export const packZh = {
  title: '打包',
} as const;
