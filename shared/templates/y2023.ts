import type { Template } from './template'

export const y2023: Template = {
  id: 'y2023',
  name: '2023年度民主生活会',
  kind: 'democraticLifeMeeting',
  about: '六个方面，按问题、原因、措施三部分写。',
  collective: {
    title: '{year}年度民主生活会{team}班子对照检查材料',
    parts: [
      {
        heading: '存在的主要问题',
        sections: [
          { heading: '在理论学习方面' },
          { heading: '在政治素质方面' },
          { heading: '在能力本领方面' },
          { heading: '在担当作为方面' },
          { heading: '在工作作风方面' },
          { heading: '在廉洁自律方面' },
        ],
      },
      { heading: '产生问题的原因分析', sections: [] },
      { heading: '下一步整改措施', sections: [] },
    ],
  },
  individual: {
    title: '{year}年度民主生活会个人发言提纲',
    parts: [
      {
        heading: '存在的主要问题',
        sections: [
          { heading: '在理论学习方面' },
          { heading: '在政治素质方面' },
          { heading: '在能力本领方面' },
          { heading: '在担当作为方面' },
          { heading: '在工作作风方面' },
          { heading: '在廉洁自律方面' },
        ],
      },
      { heading: '产生问题的原因分析', sections: [] },
      { heading: '下一步整改措施', sections: [] },
    ],
  },
}
