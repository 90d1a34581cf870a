/** A house with a whole meeting in it: principal, two members, recorder, supervisor, observer, office; texts approved on demand. */
import type { MaterialId, PersonId } from '../../shared/ids'
import type { LineInput } from '../../shared/live/record'
import type { Browser } from './browser'
import { Harness, type Invitation, type Material, type Meeting } from './harness'
import { LivePage } from './live-page'

export const NAMES = {
  principal: '沈一',
  critic: '陆二',
  target: '苏三',
  recorder: '钱四',
  supervisor: '贺五',
  observer: '孔六',
} as const
export type Role = keyof typeof NAMES | 'office'

export class LiveHouse {
  readonly house: Harness
  readonly meeting: string
  readonly browsers: Record<Role, Browser>
  readonly people: Record<Role, PersonId>
  readonly materials: { collective: MaterialId } & Record<'principal' | 'critic' | 'target', MaterialId>
  readonly invitations: Invitation[]

  private constructor(facts: Pick<LiveHouse, 'house' | 'meeting' | 'browsers' | 'people' | 'materials' | 'invitations'>) {
    this.house = facts.house
    this.meeting = facts.meeting
    this.browsers = facts.browsers
    this.people = facts.people
    this.materials = facts.materials
    this.invitations = facts.invitations
  }

  static async start(environment: Record<string, string> = {}): Promise<LiveHouse> {
    const house = await Harness.start(environment)
    const posts = ['书记', '副局长', '副局长', '干事', '督导组组长', '列席人员']
    const lines = Object.values(NAMES).map((name, index) => `${name}，${posts[index]}`)
    const { office, meeting, invitations } = await house.setUp(lines.join('\n'))
    const { members } = await office.get<Meeting>(`/meetings/${meeting}`)
    const idOf = (name: string) => (members.find((one) => one.name === name)?.person ?? '') as PersonId
    const people = { office: idOf('方晓') } as Record<Role, PersonId>
    const browsers = { office } as Record<Role, Browser>
    for (const role of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
      people[role] = idOf(NAMES[role])
      if (role === 'recorder' || role === 'supervisor' || role === 'observer')
        await office.ok('PATCH', `/meetings/${meeting}/members/${people[role]}`, { roles: [role] })
      browsers[role] = await house.join(invitations, NAMES[role])
    }
    const { materials } = await office.get<{ materials: Material[] }>(`/meetings/${meeting}`)
    const materialOf = (owner: string | null) => materials.find((one) => one.owner === owner)?.id as MaterialId
    const { principal, critic, target } = people
    return new LiveHouse({
      house,
      meeting,
      invitations,
      browsers,
      people,
      materials: {
        collective: materialOf(null),
        principal: materialOf(principal),
        critic: materialOf(critic),
        target: materialOf(target),
      },
    })
  }

  join(role: Role): Promise<LivePage> {
    return LivePage.join(this.browsers[role], this.meeting)
  }

  async write(role: Role, material: MaterialId, text: string): Promise<void> {
    await this.browsers[role].ok('POST', `/materials/${material}/import`, { text })
  }

  /** Through the review to 定稿; the collective text straight from its draft. */
  async approve(material: MaterialId, owner?: Role): Promise<void> {
    if (owner !== undefined) await this.browsers[owner].ok('POST', `/materials/${material}/transitions`, { transition: 'submit' })
    await this.browsers.principal.ok('POST', `/materials/${material}/transitions`, { transition: 'approve' })
  }

  line(id: string, change: Partial<LineInput> = {}): LineInput {
    return {
      id: `line-about-${id}`,
      edition: 1,
      kind: 'criticism',
      speaker: this.people.critic,
      target: this.people.target,
      mode: 'gist',
      aspect: '工作作风',
      text: `记录的批评${id}`,
      saidAt: 1,
      item: 'item-3',
      removed: false,
      ...change,
    }
  }

  /** The same house after a restart: everyone's browser goes to the new address. */
  async restart(): Promise<void> {
    await this.house.stop()
    await this.house.boot()
    for (const role of Object.keys(this.browsers) as Role[]) this.browsers[role] = this.browsers[role].moved(this.house.url)
  }

  remove(): Promise<void> {
    return this.house.remove()
  }
}
