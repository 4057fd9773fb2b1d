/**
 * Our own name for a delivery company, the same on every platform. Platforms give one company different codes
 * (YD and YUNDA, JD and JDL, DBKD and debangkuaidi), so codes are never compared across platforms: keys are.
 */
export type CarrierKey =
  | 'sf'
  | 'zto'
  | 'yto'
  | 'sto'
  | 'yunda'
  | 'jt'
  | 'jd'
  | 'ems'
  | 'deppon'
  | 'danniao'
  | 'best'
  | 'zjs'
  | 'ucs'
  | 'zto-freight'
  | 'yunda-freight'
  | 'ane'
  | 'kye'
  | 'sxjd'
  | 'ymdd'
  | 'xinfeng'
  | 'jishida'
  | 'ruijie';
