import { useContext, useEffect } from 'react';
import { I18nContext } from 'react-i18next';
import { useLocation } from 'wouter';
import { useScannerStore } from '../scanning/scanner-context.tsx';
import { connectScale } from '../scanning/connect-scale.ts';
import { createDeviceLink } from '../scanning/devices/device-link.ts';
import { webDevices } from '../scanning/devices/web-devices.ts';
import { startScanning } from '../scanning/start-scanning.ts';
import { useAppState, useSession } from '../state/app-state.tsx';
import { pageOfScan } from '../state/command-pages.ts';
import { PACK_PATH } from './routes.tsx';

/** Sends every scanned code to the bench, and brings the bench up when another page was on screen. */
export function useScanning(): void {
  const scanner = useScannerStore();
  const { packing, link } = useAppState();
  // Not useTranslation's: that is another one in each language, and a code may come while the language changes.
  const i18n = useContext(I18nContext)?.i18n;
  const access = useSession((state) => state.session?.access);
  const [, navigate] = useLocation();
  useEffect(() => {
    const scanning = startScanning({
      window,
      store: scanner,
      sinkLabel: () => i18n?.t('scanner.sink') ?? '',
      onScan: (scan, reading) => {
        const { bench, taker } = scanner.getState();
        // What an input method has spoilt answers no question, nor does half a code.
        if (taker) return reading.ime === 'unreliable' || !reading.whole ? undefined : taker(scan, reading);
        const page = pageOfScan(scan, packing.getState().view);
        if (page !== null) return navigate(page);
        if (!bench) navigate(PACK_PATH);
        packing.getState().send({ scan, reading });
      },
      onUnended: (text, reading) => packing.getState().note(text, reading, scanner.getState().pinAsked),
    });
    const devices = createDeviceLink({
      ...webDevices(navigator),
      storage: window.localStorage,
      onScan: scanning.takeDeviceScan,
      onDevice: (device) => scanner.setState({ device }),
    });
    scanner.setState({ link: devices });
    void devices.resume();
    const stopScale = connectScale(scanner, { ...webDevices(navigator), storage: window.localStorage });
    return () => {
      scanning.stop();
      void devices.stop();
      void stopScale();
    };
  }, [scanner, packing, i18n, navigate]);
  // Known only to somebody signed in.
  useEffect(() => {
    void link.client.scans.profile({}).then((answer) => {
      if (answer.ok) scanner.setState({ profile: answer.value.profile });
    });
  }, [scanner, link, access]);
}
