import { useState } from 'react';
import styles from './goods-picture.module.css';

/** The goods as a picture, or their first character on a quiet tile where there is none or it cannot be fetched. */
export function GoodsPicture({ url, title }: { readonly url: string; readonly title: string }) {
  const [failedUrl, setFailedUrl] = useState('');
  if (url === '' || url === failedUrl)
    return (
      <span className={styles.tile} aria-hidden="true">
        {[...title.trim()][0] ?? ''}
      </span>
    );
  return <img className={styles.picture} src={url} alt="" draggable={false} onError={() => setFailedUrl(url)} />;
}
