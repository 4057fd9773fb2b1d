/**
 * What the bar gives up for want of room, from nothing to the most; `pill.module.css` and `shell.module.css` say how. What
 * is well loses its words first, then the pages theirs, and what is wrong only after both.
 */
const FORMS = [
  '',
  'calm',
  'calm spare',
  'pages',
  'pages calm',
  'pages calm spare',
  'pages calm spare wrong',
  'pages calm spare wrong tight',
  'pages calm spare wrong tight well',
];

/**
 * A ref for the bar: it says as much as there is room for. Measured, because the room depends on the window, the scale, the
 * language, the number of pills, and the words in each.
 */
export function fitBar(row: HTMLElement | null): (() => void) | undefined {
  if (row === null) return undefined;
  const fit = (): void => {
    for (const form of FORMS) {
      row.dataset.yields = form;
      if (row.scrollWidth <= row.clientWidth) return;
    }
  };
  const room = new ResizeObserver(fit);
  room.observe(row);
  const words = new MutationObserver(fit);
  words.observe(row, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-current'] });
  return () => {
    room.disconnect();
    words.disconnect();
  };
}
