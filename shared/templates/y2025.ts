import type { Template } from './template'

export const y2025: Template = {
  id: 'y2025',
  name: '2025年度民主生活会（五个方面）',
  kind: 'democraticLifeMeeting',
  about: '按五个带头查摆，另写反面典型案例剖析。',
  collective: {
    title: '{team}班子{year}年度民主生活会对照检查材料',
    prefaceHint: '写会议主题和会前准备，二百字左右。',
    parts: [
      { heading: '上年度民主生活会整改落实情况', hint: '逐条对账，没有销号的写明原因和时限。', sections: [] },
      {
        heading: '存在的突出问题',
        hint: '五个方面都要写到。一个问题、一个例子、一个后果。',
        sections: [
          { heading: '强化政治忠诚、提高政治能力方面', hint: '重大部署在本单位落地的最后一步卡在哪里。' },
          { heading: '固本培元、增强党性方面', hint: '党内生活质量、理论学习的深度，举一次走过场的例子。' },
          { heading: '敬畏人民、敬畏组织、敬畏法纪方面', hint: '群众诉求办理、请示报告、依法办事，各查一件。' },
          { heading: '干事创业、担当作为方面', hint: '进度落后的重点任务：目标、实际、差距。' },
          { heading: '坚决扛起管党治党责任方面', hint: '责任清单里没有做到的是哪几条。' },
        ],
      },
      {
        heading: '反面典型案例剖析',
        hint: '写通报过的案例，对照本单位同类风险，说清教训和防线，不写猜测。',
        sections: [],
      },
      { heading: '产生问题的原因分析', hint: '每条原因能指回上面的问题。', sections: [] },
      { heading: '下一步整改措施', hint: '每条写牵头人、时限、可以检查的结果。', sections: [] },
    ],
  },
  individual: {
    title: '{year}年度民主生活会个人发言提纲',
    prefaceHint: '第一人称，简短。',
    parts: [
      { heading: '上年度整改落实情况', hint: '逐条说完成了没有。', sections: [] },
      {
        heading: '存在的突出问题',
        sections: [
          { heading: '带头强化政治忠诚、提高政治能力方面', hint: '我对哪项部署理解不深、落实偏慢。' },
          { heading: '带头固本培元、增强党性方面', hint: '我今年学了什么，哪些只是读过。' },
          { heading: '带头敬畏人民、敬畏组织、敬畏法纪方面', hint: '群众找我办的事，有没有一件没有回音。' },
          { heading: '带头干事创业、担当作为方面', hint: '我分管的任务哪一项没有完成，差多少。' },
          { heading: '带头坚决扛起管党治党责任方面', hint: '分管领域廉政风险我查过几次。' },
        ],
      },
      { heading: '典型案例的教训', hint: '从案例里照见自己：我身上有没有同样的苗头。', sections: [] },
      { heading: '产生问题的原因分析', hint: '从思想深处找。', sections: [] },
      { heading: '整改措施', hint: '做什么、什么时候、做到什么程度。', sections: [] },
    ],
  },
}
