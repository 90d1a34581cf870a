/** Each failure in three sentences: its cause, what is safe, one thing to do. Codes are those of `shared/errors.ts`. */
export const errors = {
  INVALID_INPUT: { cause: '填写的内容有问题。', safe: '什么都没有改动。', next: '请检查标出的地方，改好后再提交。' },
  WEAK_PASSWORD: { cause: '密码不符合要求。', safe: '密码没有设置。', next: '请按密码框下的要求换一个。' },
  NAME_TAKEN: { cause: '这个名字已经有人用了。', safe: '什么都没有改动。', next: '请换一个名字，或在后面加上部门。' },
  ROLE_UNHELD: {
    cause: '有一个管理员角色没有人担任。',
    safe: '什么都没有改动。',
    next: '请给每个角色指定一位已经设置密码的同志。',
  },
  ROLES_TOGETHER: {
    cause: '三员要由不同的人担任，也不能兼任会议的党办。',
    safe: '什么都没有改动。',
    next: '请先把管理员角色或党办角色交给别人，或者关闭“三员分立”。',
  },
  UNSUPPORTED_FILE: {
    cause: '不认识这种文件。',
    safe: '原有内容没有改动。',
    next: '请选择 .docx 或 .txt 文件，或者直接粘贴文字。',
  },
  BROKEN_FILE: {
    cause: '文件打不开，可能已损坏或加了密码。',
    safe: '原有内容没有改动。',
    next: '请用 Word 或 WPS 打开后另存一份再试，或者直接粘贴文字。',
  },
  TOO_LARGE: { cause: '内容太大了。', safe: '什么都没有改动。', next: '请删减或分几次提交。' },
  WRONG_CREDENTIALS: { cause: '姓名或密码不对。', safe: '账号没有变化。', next: '请重新输入；忘记密码请找党办要一个新链接。' },
  LOCKED_OUT: {
    cause: '密码连续输错，账号已暂时锁定。',
    safe: '账号和材料都没有变化。',
    next: '请 {{minutes}} 分钟后再试；急用请找党办要一个新链接。',
  },
  UNAUTHORIZED: { cause: '登录已经失效。', safe: '已保存的内容都在。', next: '请重新登录。' },
  FORBIDDEN: { cause: '你没有这项权限。', safe: '什么都没有改动。', next: '如果需要，请与党办联系。' },
  NOT_FOUND: { cause: '没有找到，可能已被移除，或者你看不到它。', safe: '其他内容不受影响。', next: '请回到首页。' },
  LINK_SPENT: {
    cause: '这个链接已经用过或已作废。',
    safe: '账号没有变化。',
    next: '已经设过密码的请直接登录；没有的请找党办要一个新链接。',
  },
  CONFLICT: { cause: '刚刚有人改动了同一处。', safe: '对方的改动已保存，你的这一步没有生效。', next: '请刷新后再看一眼。' },
  ALREADY_SET_UP: { cause: '这里已经设置过了。', safe: '已有的内容都在。', next: '请直接登录。' },
  TOO_FREQUENT: { cause: '操作太频繁了。', safe: '什么都没有改动。', next: '请稍等一会儿再试。' },
  UNREACHABLE: { cause: '连不上服务器。', safe: '已保存的内容都在服务器上。', next: '请检查网络，稍后再试。' },
  UNEXPECTED: { cause: '服务器出了意外。', safe: '已保存的内容都在。', next: '请再试一次；还不行请告诉系统管理员。' },
  OUTDATED_PAGE: { cause: '页面的一部分没有加载出来，可能刚刚升级过。', safe: '已保存的内容都在。', next: '请刷新页面。' },
}
