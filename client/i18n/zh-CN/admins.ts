/** Who holds the three admin roles. */
export const admins = {
  title: '管理员',
  about: '系统管理员管账号和备份，安全管理员管角色和授权，审计管理员看日志。管理员身份本身看不到任何材料。',
  opening: '正在读取名单…',
  person: '人员',
  office: '党办',
  notJoined: '还没有设置密码',
  holds: '{{name}}担任{{role}}',
  apart: '三员分立',
  apartAbout: '三个角色由三位不同的同志担任，且都不兼任会议的党办。小单位可以关闭，由一人兼任。',
  save: '保存',
  saved: '已保存',
  fault: {
    unheld: '每个角色至少要有一位已经设置密码的同志担任。',
    together: '有人同时担任两个角色，或者兼任会议的党办。',
  },
  giveAway: '保存后，你自己不再是安全管理员，将看不到本页。',
}
