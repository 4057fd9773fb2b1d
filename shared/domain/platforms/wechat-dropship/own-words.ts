/** What the table of `dropship/supplier/delivery/update` prints beside each code, word for word. */
export const dropshipWords: Readonly<Record<string, string>> = {
  40097: '请求体参数不正确,请检查各个参数是否按规范填写,具体原因请查看errmsg',
  47001: '请求体格式不正确,请检查请求体中各个参数的类型是否正确',
  48001: '无权调用本api,请检查相关权限是否已开通',
  606041: '修改物流次数已达上限',
  606058: '原运单不存在',
  606059: '电子面单信息不匹配',
};
