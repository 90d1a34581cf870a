/** What colleagues propose and remark in the material that was returned. */
import type { SampleSuggestion, SampleThread } from './sample'

export const SUGGESTIONS: SampleSuggestion[] = [
  { by: '沈怀远', minutesAgo: 95, words: '理论学习有时不够系统', becomes: '理论学习抓得不紧，集中学习请假2次' },
  {
    by: '贺振邦',
    minutesAgo: 52,
    words: '部分同志反映机关布置的报表偏多',
    becomes: '我让基层填报河湖台账，同一项内容报过两次',
  },
  { by: '贺振邦', minutesAgo: 47, words: '，今后需要加以改进', becomes: '' },
]

export const THREADS: SampleThread[] = [
  {
    words: '上年度的3个问题都已整改',
    said: [
      { by: '方晓雯', minutesAgo: 130, text: '请把3个问题逐条写明：改了什么、什么时候改完的。' },
      { by: '苏静宜', minutesAgo: 88, text: '好的，今天补上。' },
    ],
  },
]
