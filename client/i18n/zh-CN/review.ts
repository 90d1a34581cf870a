/** The dialogs of the review flow: what each step means before it is taken. */
export const review = {
  close: '关闭',
  cancel: '取消',
  reason: '原因',
  submit: {
    title: '送审：{{title}}',
    confirm: '送审',
    individual: '送审后由主要负责同志审阅，审核期间你不能再修改；退回后可以继续写。',
    collective: '送审后班子成员不能再直接修改，主要负责同志和党办仍可修改；督导组可以看到这份材料。',
    reasonHint: '',
  },
  return: {
    title: '退回：{{title}}',
    confirm: '退回',
    individual: '退回后作者可以继续修改，并会看到你写的原因。',
    collective: '退回后班子成员可以继续修改，并会看到你写的原因。',
    reasonHint: '写明要补充或修改的地方',
  },
  approve: {
    title: '定稿：{{title}}',
    confirm: '定稿',
    individual: '定稿后内容不再变动，作者和班子只能阅读。需要改时可以重新打开。',
    collective: '定稿后内容不再变动，所有人只能阅读。需要改时可以重新打开。',
    reasonHint: '',
  },
  reopen: {
    title: '重新打开：{{title}}',
    confirm: '重新打开',
    individual: '重新打开后作者可以继续修改，定稿随之作废。这一步会留下记录。',
    collective: '重新打开后可以继续修改，定稿随之作废。这一步会留下记录。',
    reasonHint: '写明为什么要改动定稿',
  },
}
