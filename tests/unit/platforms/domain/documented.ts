/** The error table of `channels/ec/order/delivery/send`, typed from the document, in its order. */
export const CHANNELS_CODES: readonly string[] = [
  '40097 47001 48001 100002 100003 101100 108009 109000 109001 109002 109205 606003 606004 606005 606008 606031',
  '606034 606036 606037 606038 606045 606046 606048 606049 606051 606060 606061 6060479 10020115 10020276',
  '268545000 268545001 268545002 268545003 268545004 268545005 268545006 268545007 268545008 268545009 268545010',
  '268545011 268545012 268545013 268545014 268545015',
].flatMap((line) => line.split(' '));

/** The table of `product/delivery/send`, typed from the document, in its order. */
export const MINI_SHOP_CODES: readonly string[] =
  '-1 -2 48001 100002 100003 101100 108009 109000 109001 109002 109205 800001'.split(' ');

/** The table of `dropship/supplier/delivery/update`, typed from the document, in its order. */
export const DROPSHIP_CODES: readonly string[] = '40097 47001 48001 606041 606058 606059'.split(' ');
