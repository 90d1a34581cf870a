/** The field's own terms, by their code names. */
export const terms = {
  role: {
    principal: '主要负责同志',
    member: '班子成员',
    office: '党办',
    supervisor: '督导组',
    recorder: '记录人',
    observer: '列席',
  },
  adminRole: { systemAdmin: '系统管理员', securityAdmin: '安全管理员', auditAdmin: '审计管理员' },
  kind: { democraticLifeMeeting: '民主生活会', orgLifeMeeting: '组织生活会' },
  stage: { prepare: '准备', write: '撰写', review: '审核', meet: '会议', rectify: '整改', archive: '归档' },
  state: {
    draft: '撰写中',
    submitted: '审核中',
    returned: '已退回',
    approved: '已定稿',
    presented: '已宣读',
    archived: '已归档',
  },
  transition: { submit: '送审', return: '退回', approve: '定稿', reopen: '重新打开' },
  ability: { none: '不可见', state: '未公开', read: '可阅读', comment: '可批注', suggest: '可建议', edit: '可编辑' },
}
