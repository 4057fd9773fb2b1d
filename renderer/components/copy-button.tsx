import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';

/** Puts a number where it can be pasted; says for a moment that it did. */
export function CopyButton(props: { readonly text: string; readonly label: string; readonly copied: string }) {
  const clipboard = useClipboard({ timeout: 2_000 });
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${props.label} ${props.text}`}
      onClick={() => clipboard.copy(props.text)}
    >
      {clipboard.copied ? props.copied : props.label}
    </Button>
  );
}
