/** The sample meeting: a made-up water bureau in the year of the six aspects. All names, places and events are invented. */
import { recognise } from '../outline/recognise'
import type { Block } from '../schema/blocks'
import { COLLECTIVE } from './collective'
import { FANG_XIAOWEN, HAN_LIQUN, LU_MINGCHUAN, SHEN_HUAIYUAN, SU_JINGYI } from './individuals'
import { SUGGESTIONS, THREADS } from './review'
import type { SampleMeeting } from './sample'

export const SAMPLE: SampleMeeting = {
  team: '槐水县水务局党组',
  title: '2023年度民主生活会',
  year: 2023,
  theme: '学思想、强党性、重实践、建新功',
  place: '县水务局三楼会议室',
  inDays: 9,
  templateId: 'y2023',
  people: [
    { name: '沈怀远', post: '党组书记、局长', roles: ['principal', 'member'] },
    { name: '陆明川', post: '党组成员、副局长', roles: ['member'] },
    { name: '苏静宜', post: '党组成员、副局长', roles: ['member'] },
    { name: '韩立群', post: '党组成员、总工程师', roles: ['member'] },
    {
      name: '方晓雯',
      post: '党组成员、办公室主任',
      roles: ['member', 'office'],
      adminRoles: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
    },
    { name: '邵平', post: '机关党委干事', roles: ['recorder'] },
    { name: '贺振邦', post: '县委督导组组长', roles: ['supervisor'] },
    { name: '叶知秋', post: '县水务局工会主席', roles: ['observer'] },
  ],
  materials: [
    { kind: 'collective', state: 'draft', blocks: written(COLLECTIVE) },
    { kind: 'individual', owner: '沈怀远', state: 'submitted', blocks: written(SHEN_HUAIYUAN) },
    { kind: 'individual', owner: '陆明川', state: 'draft', blocks: written(LU_MINGCHUAN) },
    {
      kind: 'individual',
      owner: '苏静宜',
      state: 'returned',
      reason:
        '理论学习和工作作风两个方面写得笼统，请补上具体的事、时间和次数；“部分同志反映”改为从自己身上查找。上年度整改情况请逐条说明。',
      blocks: written(SU_JINGYI),
      suggestions: SUGGESTIONS,
      threads: THREADS,
    },
    { kind: 'individual', owner: '韩立群', state: 'approved', blocks: written(HAN_LIQUN) },
    { kind: 'individual', owner: '方晓雯', state: 'draft', blocks: written(FANG_XIAOWEN) },
  ],
}

/** The typed text as a material, with an empty paragraph to write in wherever a heading has nothing under it yet. */
function written(text: string): Block[] {
  const { blocks } = recognise(text)
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    const deeper = next?.type === 'heading' && block.type === 'heading' && next.level > block.level
    const bare = block.type === 'heading' && !deeper && (next === undefined || next.type === 'heading')
    return bare ? [block, { type: 'paragraph', runs: [] } satisfies Block] : [block]
  })
}
