import { useTranslation } from 'react-i18next';
import type { ShiftParcel, ShiftReport } from '../../../shared/contract/shift.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { DifferenceRow } from './difference-row.tsx';
import styles from './shift-report.module.css';

/** Packed, handed over, confirmed, and every difference. Without `onNote` it is only looked at. */
export function ShiftReportView(props: {
  readonly report: ShiftReport;
  readonly onNote?: (parcel: ShiftParcel) => void;
}) {
  const { t } = useTranslation('shift');
  const { figures, carried, differences } = props.report;
  const agrees = figures.differences === 0;
  return (
    <>
      <dl className={styles.figures} data-testid="figures">
        <Figure name={t('report.packed')} value={figures.packed} />
        <Figure name={t('report.handed')} value={figures.handed} />
        <Figure name={t('report.confirmed')} value={figures.confirmed} />
        <Figure name={t('report.differences')} value={figures.differences} tone={agrees ? 'good' : 'bad'} />
      </dl>
      {carried > 0 && <p className={styles.carried}>{t('report.carried', { count: carried })}</p>}
      <section aria-labelledby="differences-title">
        <h2 id="differences-title" className={styles.title}>
          {t('report.list', { count: figures.differences })}
        </h2>
        {agrees && (
          <p className={styles.agrees}>
            {figures.packed > 0 && <CheckIcon />} {t(figures.packed === 0 ? 'report.empty' : 'report.none')}
          </p>
        )}
        <ul className={styles.differences}>
          {differences.map((parcel) => (
            <DifferenceRow key={parcel.key} parcel={parcel} onNote={props.onNote} />
          ))}
        </ul>
        {figures.differences > differences.length && <p>{t('report.more', { count: differences.length })}</p>}
      </section>
      <Carriers report={props.report} />
    </>
  );
}

const Figure = (props: { readonly name: string; readonly value: number; readonly tone?: 'good' | 'bad' }) => (
  <div data-tone={props.tone}>
    <dt>{props.name}</dt>
    <dd>{props.value}</dd>
  </div>
);

function Carriers({ report }: { readonly report: ShiftReport }) {
  const { t } = useTranslation('shift');
  if (report.carriers.length === 0) return null;
  return (
    <table className={styles.carriers}>
      <caption>{t('report.byCarrier')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.carrier')}</th>
          <th scope="col">{t('report.packed')}</th>
          <th scope="col">{t('report.handed')}</th>
          <th scope="col">{t('report.confirmed')}</th>
        </tr>
      </thead>
      <tbody>
        {report.carriers.map(({ carrier, packed, handed, confirmed }) => (
          <tr key={carrier}>
            <th scope="row">{carrier === '' ? t('report.noCourier') : carrier}</th>
            <td>{packed}</td>
            <td data-short={(carrier !== '' && handed < packed) || undefined}>{carrier === '' ? '–' : handed}</td>
            <td data-short={confirmed < packed || undefined}>{confirmed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
