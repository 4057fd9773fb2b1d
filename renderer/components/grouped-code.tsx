import styles from './grouped-code.module.css';

/** A number in groups of four, as people compare them; copying gives it without gaps. */
export function GroupedCode({ value, last }: { readonly value: string; readonly last?: boolean }) {
  const groups = value.match(/.{1,4}/gsu) ?? [];
  return (
    <span className={styles.code} data-code={value}>
      {groups.map((group, index) => (
        // The position is the identity: groups never move.
        <span key={index} data-last={(last && index === groups.length - 1) || undefined}>
          {group}
        </span>
      ))}
    </span>
  );
}
