import { useParams } from 'wouter';
import { ClosedShiftPage } from './closed-shift-page.tsx';
import { HandOverScreen } from './hand-over-screen.tsx';
import { RunningShift } from './running-shift.tsx';

/** The shift of the bench, by its address. */
export function ShiftScreen() {
  const { part } = useParams<{ part?: string }>();
  if (part === undefined) return <RunningShift />;
  return part === 'hand-over' ? <HandOverScreen /> : <ClosedShiftPage id={part} />;
}
