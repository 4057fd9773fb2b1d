import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackingView, PackLineView } from '../../../shared/contract/packing.ts';
import { MINUTE_MS } from '../../../shared/kernel/time.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { placeWords, platformSaid } from '../../../shared/messages/shelf-sentences.ts';
import { AlarmButton, FullAlarm } from '../../components/full-alarm.tsx';
import { GroupedCode } from '../../components/grouped-code.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useNow } from '../../components/use-now.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './blocked-overlay.module.css';
import { blockedTone, isRecoverable } from './blocked-tone.ts';
import { ExplainLink } from './explain-link.tsx';
import { GoodsPicture } from './goods-picture.tsx';
import { OfferLine } from './offer-line.tsx';
import { shownCode } from './shown-code.ts';
import type { BenchOfferState } from './use-bench-offer.ts';

type Blocked = NonNullable<PackingView['blocked']>;

export type BlockedOverlayProps = {
  readonly blocked: Blocked;
  /** The goods the bench waits for, to be compared with what is in the hand; null where that is no help. */
  readonly wanted: PackLineView | null;
  readonly onAcknowledge: () => void;
  readonly offer?: BenchOfferState;
  /** Present where what was refused as an IMEI may be the waybill. */
  readonly onWaybill?: (() => void) | undefined;
};

/**
 * The error that stops the line. It goes away by F8, by a click, or by the right code; never by Enter, Space or Escape,
 * because a scanner ends every code with Enter.
 */
export function BlockedOverlay(props: BlockedOverlayProps) {
  const { t } = useTranslation('pack');
  const { problem, scanned, expected, stopped } = props.blocked;
  const { title, action } = describeProblem(problem, useLanguage());
  const tone = blockedTone(problem);
  const said = problem.code === 'box-stopped' ? platformSaid(problem) : '';
  const picture = props.wanted && expected !== '' && tone === 'refused' && (
    <div className={styles.picture}>
      <GoodsPicture url={props.wanted.imageUrl} title={props.wanted.title} />
    </div>
  );
  return (
    <FullAlarm
      tone={tone}
      title={title}
      testId="blocked"
      kind={{ 'data-code': problem.code }}
      aside={picture}
      foot={<Foot {...props} />}
    >
      <dl className={styles.facts}>
        {scanned !== '' && (
          <Fact name={t(scanned === stopped?.orderId ? 'blocked.scannedOrder' : 'blocked.scanned')}>
            {isPlainCode(scanned) ? <GroupedCode value={scanned} /> : <code>{shownCode(scanned)}</code>}
          </Fact>
        )}
        {stopped && <StoppedFacts stopped={stopped} scanned={scanned} />}
        {said !== '' && (
          <Fact name={t('blocked.platform')}>
            <q className={styles.said}>{said}</q>
          </Fact>
        )}
        {expected !== '' && tone !== 'stop' && <Fact name={t('blocked.expected')}>{expected}</Fact>}
      </dl>
      <p className={styles.do} id="alarm-do">
        {action}
      </p>
    </FullAlarm>
  );
}

/** Every way on from here, each with its key. */
function Foot({ blocked, offer, onWaybill, onAcknowledge }: BlockedOverlayProps) {
  const { t } = useTranslation('pack');
  const { problem } = blocked;
  return (
    <>
      <AlarmButton onPress={onAcknowledge}>
        <span>{t(isRecoverable(problem) ? 'blocked.how' : 'blocked.howOnly')}</span>
        <KeyCap>F8</KeyCap>
        <span>{t('blocked.acknowledge')}</span>
      </AlarmButton>
      {onWaybill && (
        <AlarmButton onPress={onWaybill}>
          <KeyCap>F6</KeyCap>
          <span>{t('blocked.isWaybill')}</span>
        </AlarmButton>
      )}
      {blocked.offer && offer && <OfferLine offer={blocked.offer} state={offer} />}
      <ExplainLink problem={problem} />
      <p className={styles.code}>{problem.code}</p>
    </>
  );
}

/** Of which order the box is that must not leave, and where to find it. */
function StoppedFacts(props: { readonly stopped: NonNullable<Blocked['stopped']>; readonly scanned: string }) {
  const { t } = useTranslation('pack');
  const language = useLanguage();
  const now = useNow(MINUTE_MS);
  const { orderId, places } = props.stopped;
  return (
    <>
      {orderId !== '' && orderId !== props.scanned && (
        <Fact name={t('blocked.order')}>
          <GroupedCode value={orderId} />
        </Fact>
      )}
      <Fact name={t('blocked.where')}>
        <span data-testid="box-places">
          {places.length === 0 && t('blocked.notPacked')}
          {places.slice(0, PLACES).map((place) => (
            <span key={JSON.stringify(place)} className={styles.place}>
              {placeWords(place, language, now)}
            </span>
          ))}
          {places.length > PLACES && t('blocked.morePlaces', { count: places.length - PLACES })}
        </span>
      </Fact>
    </>
  );
}

/** More are on the problem shelf's page; these fit. */
const PLACES = 3;

const Fact = (props: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </>
);

const isPlainCode = (text: string): boolean => /^[0-9A-Z]{6,30}$/.test(text);
