import type { PowerMonitor } from 'electron';
import type { HostPorts } from '../services/ports.ts';

/** Tells when the machine resumes from sleep. */
export const createPowerWake =
  (powerMonitor: Pick<PowerMonitor, 'on' | 'removeListener'>): HostPorts['onWake'] =>
  (listener) => {
    const woke = (): void => listener();
    powerMonitor.on('resume', woke);
    return () => {
      powerMonitor.removeListener('resume', woke);
    };
  };
