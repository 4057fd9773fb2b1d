import type { PackingView } from '../../../shared/contract/packing.ts';
import { type CommandId, COMMANDS } from '../../../shared/domain/commands/command-list.ts';
import { commandWords } from '../../../shared/messages/command-words.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { situationOf } from './command-situation.ts';
import styles from './key-bar.module.css';

/** Too seldom for the bar: they are on the help sheet and the printed one. */
const UNSHOWN: ReadonlySet<CommandId> = new Set<CommandId>([
  'acknowledge',
  'cancel',
  'next',
  'repeat',
  'move',
  'type',
  'shift',
]);

/** The keys that mean something now, for the eye and for the mouse. */
export function KeyBar(props: { readonly view: PackingView; readonly onKey: (key: string) => void }) {
  const language = useLanguage();
  const now = situationOf(props.view);
  return (
    <div className={styles.bar}>
      {COMMANDS.filter(({ id, allowed }) => !UNSHOWN.has(id) && allowed(now)).map(({ id, key }) => (
        <button
          key={id}
          type="button"
          className={styles.key}
          data-strong={id === 'confirm' || undefined}
          aria-keyshortcuts={key}
          onClick={() => props.onKey(key)}
        >
          <KeyCap>{key}</KeyCap>
          <span>{commandWords(id, language).label}</span>
        </button>
      ))}
    </div>
  );
}
