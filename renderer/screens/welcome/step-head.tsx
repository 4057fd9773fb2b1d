import { useEffect, useRef } from 'react';
import styles from './welcome-screen.module.css';

/** What a step asks. It takes the focus, so that a screen reader reads it and Tab leads to the first choice. */
export function StepHead(props: { readonly title: string; readonly subtitle: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <header className={styles.head}>
      <h1 ref={title} tabIndex={-1}>
        {props.title}
      </h1>
      <p>{props.subtitle}</p>
    </header>
  );
}
