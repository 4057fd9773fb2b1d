import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FoundName, FoundOrder } from '../../shared/contract/history.ts';
import { SearchIcon } from '../components/icons/search-icon.tsx';
import { stepFor } from '../components/listbox-keys.ts';
import { ProblemNotice } from '../problems/problem-notice.tsx';
import { useScanTaker } from '../scanning/use-scan-taker.ts';
import { orderPath } from '../state/order-path.ts';
import styles from './find-anything.module.css';
import { FoundLine } from './found-line.tsx';
import { type Found, useFound } from './use-found.ts';

/** Asks for any number or text from anywhere and leads to its story. A scan is a question too. */
export function FindAnything({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('history');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { orders, names, building, phase, problem } = useFound(text);
  const lines: readonly Line[] = [...orders, ...names];
  const active = Math.min(chosen, lines.length - 1);
  const ask = (next: string): void => {
    setText(next);
    setChosen(0);
  };
  useScanTaker(ask);
  const goTo = useWayTo();
  const open = (line: Line): void => {
    onClose();
    goTo(line);
  };
  const onKeyDown = keysOver({
    count: lines.length,
    active,
    choose: setChosen,
    open: () => {
      const line = lines[active];
      if (line !== undefined && phase === 'ready') open(line);
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="64rem"
      title={t('find.title')}
      closeButtonProps={{ 'aria-label': t('story.close') }}
    >
      <TextInput
        data-autofocus
        size="lg"
        role="combobox"
        aria-label={t('find.title')}
        aria-expanded={lines.length > 0}
        aria-controls="found"
        aria-activedescendant={lines.length > 0 ? `found-${active}` : undefined}
        placeholder={t('find.label')}
        leftSection={<SearchIcon />}
        value={text}
        maxLength={200}
        onChange={({ currentTarget }) => ask(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p className={styles.hint} role="status">
        {t(`find.${statusOf(text, phase, lines.length)}`, { count: lines.length })}
        {building && text !== '' && ` ${t('find.building')}`}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <FoundList lines={lines} active={active} onOpen={open} />
    </Modal>
  );
}

type Line = FoundOrder | FoundName;

/** Arrows and pages choose, Enter opens; what an input method still composes is left to it. */
const keysOver =
  (list: {
    readonly count: number;
    readonly active: number;
    readonly choose: (index: number) => void;
    readonly open: () => void;
  }) =>
  (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key === 'Home' || event.key === 'End') return;
    const next = stepFor(event.key, list.active, list.count, false);
    if (event.key !== 'Enter' && next === null) return;
    event.preventDefault();
    if (next === null) return list.open();
    list.choose(next);
    document.getElementById(`found-${next}`)?.scrollIntoView({ block: 'nearest' });
  };

/** The way to the story of an order, or to everything of a person, shop or carrier. */
function useWayTo(): (line: Line) => void {
  const [, navigate] = useLocation();
  return (line) => {
    if ('orderId' in line) return navigate(orderPath(line));
    navigate('/history', { state: { narrow: { by: line.kind === 'shop' ? 'shopId' : line.kind, value: line.value } } });
  };
}

const keyOf = (line: Line): string =>
  'orderId' in line ? `${line.shopId} ${line.orderId}` : `${line.kind} ${line.value}`;

/** What was found; the keyboard stays in the box above. */
const FoundList = (props: {
  readonly lines: readonly Line[];
  readonly active: number;
  readonly onOpen: (line: Line) => void;
}) => {
  const { t } = useTranslation('history');
  return (
    <div id="found" role="listbox" aria-label={t('find.results')} tabIndex={-1} className={styles.found}>
      {props.lines.map((line, index) => (
        <div
          key={keyOf(line)}
          id={`found-${index}`}
          role="option"
          aria-selected={index === props.active}
          className={styles.line}
          onClick={() => props.onOpen(line)}
        >
          <FoundLine line={line} />
        </div>
      ))}
    </div>
  );
};

/** What the line under the box says. */
function statusOf(text: string, phase: Found['phase'], found: number): 'hint' | 'none' | 'searching' | 'count' {
  if (text.trim() === '') return 'hint';
  if (found > 0) return 'count';
  return phase === 'asking' ? 'searching' : 'none';
}
