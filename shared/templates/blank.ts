import type { Template } from './template'

export const blank: Template = {
  id: 'blank',
  name: '空白',
  kind: 'democraticLifeMeeting',
  about: '只有标题，提纲自己写，或者导入现成的文稿。',
  collective: { title: '{team}{year}年度对照检查材料', parts: [] },
  individual: { title: '{year}年度个人对照检查材料', parts: [] },
}
