/** The sample meeting: a made-up water bureau in the year of the six aspects. All names and events are invented. */
import { blocksFor } from '../templates/fill'
import { y2023 } from '../templates/y2023'
import type { SampleMeeting } from './sample'

const TEAM = '槐水县水务局党组'

export const SAMPLE: SampleMeeting = {
  team: TEAM,
  title: '2023年度民主生活会',
  year: 2023,
  theme: '学思想、强党性、重实践、建新功',
  place: '县水务局三楼会议室',
  templateId: y2023.id,
  people: [
    { name: '沈怀远', post: '党组书记、局长', roles: ['principal', 'member'] },
    { name: '陆明川', post: '党组成员、副局长', roles: ['member'] },
    { name: '苏静宜', post: '党组成员、副局长', roles: ['member'] },
    { name: '韩立群', post: '党组成员、总工程师', roles: ['member'] },
    { name: '方晓雯', post: '党组成员、办公室主任', roles: ['member', 'office'], adminRoles: ['systemAdmin', 'securityAdmin', 'auditAdmin'] },
    { name: '邵平', post: '机关党委干事', roles: ['recorder'] },
    { name: '贺振邦', post: '县委督导组组长', roles: ['supervisor'] },
    { name: '叶知秋', post: '县水务局工会主席', roles: ['observer'] },
  ],
  materials: [
    { kind: 'collective', state: 'draft', blocks: blocksFor(y2023.collective, { year: 2023, name: '', team: TEAM }) },
    {
      kind: 'individual',
      owner: '陆明川',
      state: 'draft',
      blocks: blocksFor(y2023.individual, { year: 2023, name: '陆明川', team: TEAM, post: '党组成员、副局长' }),
    },
  ],
}
