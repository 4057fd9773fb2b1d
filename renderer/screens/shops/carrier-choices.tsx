import { Button, Table } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { CarrierChoice } from '../../../shared/contract/shops.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import styles from './carriers-drawer.module.css';

/** What packers answered when a number fitted several carriers; forgotten, it is asked again. */
export function CarrierChoices({ shopId }: { readonly shopId: string }) {
  const { t } = useTranslation('shops');
  const client = useClient();
  const [choices, setChoices] = useState<readonly CarrierChoice[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let current = true;
    void client.shops.carrierChoices({ shop: shopId }).then((answer) => {
      if (current && answer.ok) setChoices(answer.value);
      if (current) setProblem(answer.ok ? null : answer.error);
    });
    return () => {
      current = false;
    };
  }, [client, shopId]);
  const forget = async (shape: string | null): Promise<void> => {
    const answer = await client.shops.forgetCarrierChoice({ shop: shopId, shape });
    if (answer.ok) setChoices(answer.value);
    setProblem(answer.ok ? null : answer.error);
  };
  if (choices.length === 0 && problem === null) return null;
  return (
    <section className={styles.choices} aria-labelledby="carrier-choices">
      <div className={styles.choicesHead}>
        <h2 id="carrier-choices">{t('choices.title')}</h2>
        {choices.length > 1 && (
          <Button variant="default" onClick={() => void forget(null)}>
            {t('choices.forgetAll')}
          </Button>
        )}
      </div>
      <p className={styles.choicesHint}>{t('choices.hint')}</p>
      {problem && <ProblemNotice problem={problem} />}
      {choices.length > 0 && <ChoiceTable choices={choices} onForget={(shape) => void forget(shape)} />}
    </section>
  );
}

function ChoiceTable(props: {
  readonly choices: readonly CarrierChoice[];
  readonly onForget: (shape: string) => void;
}) {
  const { t } = useTranslation('shops');
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('choices.number')}</Table.Th>
          <Table.Th>{t('carriers.name')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.choices.map(({ shape, name }) => {
          const { mask, length } = shownShape(shape);
          const number = t('choices.shape', { mask, count: length });
          return (
            <Table.Tr key={shape}>
              <Table.Td className={styles.code}>{number}</Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('choices.forgetOne', { number, carrier: name })}
                  onClick={() => props.onForget(shape)}
                >
                  {t('choices.forget')}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** `75:99999999999999` as `75…`, 14 characters: what is known of the number, and how long it is. */
function shownShape(shape: string): { readonly mask: string; readonly length: number } {
  const at = shape.indexOf(':');
  const pattern = shape.slice(at + 1);
  const letters = /^[A-Z]*/.exec(pattern)?.[0] ?? '';
  const start = shape.slice(0, at);
  return { mask: letters.length > start.length ? letters : start, length: pattern.length };
}
