/** Lists of people, their links and passwords. */
export const people = {
  linesHint: '每行一人：姓名，职务。可以直接从 Word 或表格里粘贴。',
  linesExample: '张三，党组书记、局长\n李四，党组成员、副局长',
  count: '识别出 {{count}} 人',
  problemAt: '第 {{line}} 行：',
  problem: {
    'name-missing': '没有姓名',
    'name-short': '姓名至少两个字',
    'name-long': '姓名最多 {{nameMax}} 个字',
    'name-characters': '姓名里有不能用的符号',
    'post-long': '职务最多 {{postMax}} 个字',
    repeated: '与前面一行重复',
  },
  passwordRule: { length: '至少 {{min}} 位', kinds: '大写、小写、数字、符号中至少三种', username: '不含本人姓名' },
  ruleMet: '（已满足）',
  ruleOpen: '（未满足）',
  linksAbout: '每人一个链接，只能用一次，三天内有效。请当面或通过内部渠道交给本人。',
  linkMessage: '{{name}}（登录名 {{username}}）：{{url}}',
  copyLink: '复制',
  copyAll: '全部复制',
  signsInAs: '登录名 {{username}}',
  fromFile: '{{name}}（来自文件）',
}
