/** What the document's table says for each code; 614 is told apart by texts of its own. */
export const VV_CODES: Readonly<Record<number, string>> = {
  0: '成功',
  100: '请求参数错误',
  101: '请求超时,请重试',
  103: '旺旺账号不存在',
  200: '系统错误,请联系客服',
  202: '系统错误,请稍后再试',
  203: '暂不支持当前接口',
  204: '请求异常:无该接口权限,请前往官网开通正式接口。',
  302: '未授权店铺',
  401: '身份凭证无效',
  404: '请求路径或请求方式错误',
  614: '系统异常',
};

/** The other meaning of 204. */
export const NO_POINTS = '请求异常:API 调用次数不足,请前往网站兑换次数。';

/** Where the owner of the practice shop would authorise it; a name nobody has. */
export const AUTHORISE_URL = 'https://authorise.example/home?state=practice-taobao';
