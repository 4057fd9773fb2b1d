import { useTranslation } from 'react-i18next';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { usePacking, useStatus } from '../../state/app-state.tsx';
import { BatchBoard } from './batch-board.tsx';
import { BenchPanels } from './bench-panels.tsx';
import { CarrierChoice } from './carrier-choice.tsx';
import { IdleBoard } from './idle-board.tsx';
import { ItemList } from './item-list.tsx';
import { KeyBar } from './key-bar.tsx';
import { PackageList } from './package-list.tsx';
import styles from './pack-screen.module.css';
import { ScanStrip } from './scan-strip.tsx';
import { StateBand } from './state-band.tsx';
import { TrainingTray } from './training-tray.tsx';
import { UnconfirmedBar } from './unconfirmed-bar.tsx';
import { type BenchPhoto, useBenchPhoto } from './use-bench-photo.ts';
import { useFlash } from './use-flash.ts';
import { type Bench, useBench } from './use-bench.ts';
import { useVerdictSound } from './use-verdict-sound.ts';

type OpenOrder = NonNullable<PackingView['order']>;

/** The bench: scan an order, its goods, its waybill. Everything on it comes from the backend's view. */
export function PackScreen() {
  const { t } = useTranslation('pack');
  const view = usePacking((state) => state.view);
  return view ? <OpenBench view={view} /> : <p className={styles.loading}>{t('band.loading')}</p>;
}

function OpenBench({ view }: { readonly view: PackingView }) {
  const camera = useBenchPhoto(view);
  const bench = useBench(view, camera.take);
  const training = useStatus((state) => state.status?.shops.some((shop) => shop.training) ?? false);
  const flash = useFlash();
  // A finished order stays in sight while it is being celebrated, then makes room for the next one.
  const order = view.step === 'saved' && flash?.kind !== 'saved' ? null : view.order;
  useVerdictSound();
  return (
    <div className={styles.bench}>
      <div className={styles.layout}>
        <StateBand view={view} flash={flash} />
        <div className={styles.tableSpace}>
          <div className={styles.table}>
            <Board view={view} order={order} bench={bench} camera={camera} />
          </div>
        </div>
        <div className={styles.edge}>
          <UnconfirmedBar />
          {(view.order?.training ?? training) && <TrainingTray view={view} onScan={bench.scan} />}
          <ScanStrip view={view} stray={bench.stray} onType={() => bench.press('F7')} />
        </div>
      </div>
      <BenchPanels view={view} bench={bench} />
    </div>
  );
}

type BoardProps = { readonly view: PackingView; readonly bench: Bench; readonly camera: BenchPhoto };

function Board(props: BoardProps & { readonly order: OpenOrder | null }) {
  const { order, ...rest } = props;
  const { view, bench } = rest;
  if (view.batch) return <BatchBoard batch={view.batch} onEnd={() => bench.press('B')} />;
  if (order) return <Table order={order} {...rest} />;
  return <IdleBoard view={view} onKey={bench.press} />;
}

function Table({ view, order, bench, camera }: BoardProps & { readonly order: OpenOrder }) {
  return (
    <>
      {view.carrierChoice ? (
        <CarrierChoice
          choice={view.carrierChoice}
          find={bench.find}
          onPick={(code) => bench.act({ action: 'pick-carrier', code })}
          onName={(name) => bench.act({ action: 'name-carrier', name })}
        />
      ) : (
        <ItemList order={order} asked={view.serialForLine} />
      )}
      <div className={styles.right}>
        <PackageList view={view} camera={camera} />
        {view.step !== 'saved' && <KeyBar view={view} onKey={bench.press} />}
      </div>
    </>
  );
}
