import { Button } from '@mantine/core';
import { type ReactNode, useCallback } from 'react';
import { WarningIcon } from './icons/warning-icon.tsx';
import { Notice } from './notice.tsx';
import { VirtualListbox, type VirtualListboxProps } from './virtual-listbox.tsx';

/** The rows of a page, or why there are none to show: still being read, not to be had, or nothing there. */
export function PagedList<Item>(
  props: Omit<VirtualListboxProps<Item>, 'items' | 'onEnd'> & {
    readonly list: {
      readonly phase: 'loading' | 'ready' | 'failed';
      readonly rows: readonly Item[];
      readonly load: () => Promise<void>;
      readonly loadMore: () => Promise<void>;
    };
    /** What went wrong, for people. */
    readonly problem: ReactNode;
    readonly words: { readonly loading: string; readonly failed: string; readonly retry: string };
    readonly nothing: ReactNode;
  },
) {
  const { problem, words } = props;
  const { phase, rows, load, loadMore } = props.list;
  const onEnd = useCallback(() => void loadMore(), [loadMore]);
  if (phase === 'loading' && rows.length === 0) return <Notice kind="loading" title={words.loading} />;
  if (phase === 'failed' && rows.length === 0)
    return (
      <Notice kind="failed" icon={<WarningIcon />} title={words.failed}>
        {problem}
        <Button onClick={() => void load()}>{words.retry}</Button>
      </Notice>
    );
  if (rows.length === 0) return props.nothing;
  return (
    <>
      {problem}
      <VirtualListbox {...props} items={rows} onEnd={onEnd} />
    </>
  );
}
