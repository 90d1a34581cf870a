/** Who has a material open, and following them. */
export const presence = {
  label: '谁在看',
  count: '{{count}} 人在看',
  goTo: '去{{name}}所在的位置',
  me: '我',
  activity: { editing: '正在编辑', viewing: '正在查看', away: '离开' },
  is: { editing: '{{name}} 正在编辑', viewing: '{{name}} 正在查看', away: '{{name}} 离开' },
  preface: '前言',
  follow: '跟随',
  stop: '停止',
  followName: '跟随{{name}}',
  stopFollowing: '停止跟随{{name}}',
  followsYou: '正在跟随你',
  following: '正在跟随 {{name}}',
  stopFollow: '停止跟随',
  lost: '{{name}}已离开这份材料',
  dismiss: '知道了',
}
