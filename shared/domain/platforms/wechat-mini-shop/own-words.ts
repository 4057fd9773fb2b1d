/** What the table of `product/delivery/send` prints beside each code, word for word. */
export const miniShopWords: Readonly<Record<string, string>> = {
  '-1': 'System exceptions',
  '-2': 'Token too long',
  48001: 'Do not have permission to call this api, please check whether the relevant permissions have been opened',
  100002: 'The order does not exist.',
  100003: 'Order updates are too frequent. The update order failed. Please try again',
  101100: 'The current order status does not allow for shipping. Please check the order status',
  108009: 'The current order has an unfinished after-sales order and is not allowed to ship',
  109000:
    'If the shipment failed, check whether the item returned in the errmsg is filled out correctly, including whether the product is included in the order, whether the goods have been shipped, whether it has been completed after sales and cannot be shipped, and whether the number of items is filled correctly, etc.',
  109001: 'The current order has been shipped and cannot be repeated',
  109002:
    'The current shipping request does not include the shipping item, please check that product_infos and is_all_product are filled in according to specifications',
  109205: 'The current order has been placed online logistics order and is not allowed to ship by mail',
  800001: 'All items of the same sku must be sent in one package',
};
