import type { Template } from './template'

export const orgLife: Template = {
  id: 'org-life',
  name: '组织生活会',
  kind: 'orgLifeMeeting',
  about: '党支部的组织生活会：支部写现状、问题、根源和方向，党员写个人剖析。',
  collective: {
    title: '{team}{year}年度组织生活会对照检查材料',
    prefaceHint: '写支部有多少党员、会前学了什么、收到多少条意见。',
    parts: [
      { heading: '支部工作现状', hint: '三会一课、主题党日、党员教育，各用一两个数字说明。', sections: [] },
      {
        heading: '存在的主要问题',
        sections: [
          { heading: '发挥政治功能方面', hint: '学习教育、服务中心工作差在哪里。' },
          { heading: '组织生活质量方面', hint: '哪一次组织生活走了过场。' },
          { heading: '党员教育管理方面', hint: '流动、离退休、年轻党员，哪一块没有管到。' },
          { heading: '联系服务群众方面', hint: '群众提了什么，支部办了没有。' },
        ],
      },
      { heading: '问题的根本原因', hint: '从支部委员会自身找。', sections: [] },
      { heading: '改进方向和措施', hint: '每条写责任人和时间。', sections: [] },
    ],
  },
  individual: {
    title: '{year}年度组织生活会个人剖析材料',
    prefaceHint: '一两句话说明会前准备。',
    parts: [
      {
        heading: '存在的问题和不足',
        sections: [
          { heading: '理想信念方面', hint: '学习是自觉的还是被动的，举一次例子。' },
          { heading: '组织纪律方面', hint: '组织生活参加了几次，缺了几次，为什么。' },
          { heading: '履职尽责方面', hint: '本职工作里没有办好的一件事。' },
          { heading: '联系群众方面', hint: '身边同事和群众对我有什么意见。' },
        ],
      },
      { heading: '原因剖析', hint: '多从主观上找。', sections: [] },
      { heading: '努力方向', hint: '三条以内，做得到、查得到。', sections: [] },
    ],
  },
}
