import type { Archive } from '../../services/archive'
import type { Members } from '../../services/members'
import type { Meetings } from '../../services/meetings'
import { listTemplates } from '../../services/templates'
import type { Invitations } from '../../services/invitations'
import type { Binding } from '../bind'

export interface MeetingServices {
  meetings: Meetings
  members: Members
  invitations: Invitations
  archive: Archive
}

/** The set-up page chooses a template before anybody can sign in. */
export function templateRoutes({ open }: Binding) {
  return { list: open.templates.list.handler(() => listTemplates()) }
}

export function meetingRoutes({ signedIn }: Binding, { meetings, members, invitations, archive }: MeetingServices) {
  const os = signedIn.meetings
  return {
    list: os.list.handler(({ context }) => meetings.list(context.asker)),
    create: os.create.handler(({ input, context }) => meetings.create(context.asker, input, context.baseUrl)),
    get: os.get.handler(({ input, context }) => meetings.get(context.asker, input.meeting)),
    update: os.update.handler(({ input: { meeting, ...change }, context }) => meetings.update(context.asker, meeting, change)),
    addMembers: os.addMembers.handler(({ input, context }) =>
      members.add(context.asker, input.meeting, input.members, context.baseUrl),
    ),
    updateMember: os.updateMember.handler(({ input: { meeting, person, ...change }, context }) =>
      members.update(context.asker, meeting, person, change),
    ),
    removeMember: os.removeMember.handler(async ({ input, context }) => {
      await members.remove(context.asker, input.meeting, input.person)
      return {}
    }),
    archive: os.archive.handler(({ input, context }) => archive.start(context.asker, input.meeting)),
    lookAtArchive: os.lookAtArchive.handler(({ input, context }) => archive.look(context.asker, input.meeting, input.job)),
    archiveFile: os.archiveFile.handler(({ input, context }) => archive.file(context.asker, input.meeting, input.job)),
    cancelArchive: os.cancelArchive.handler(async ({ input, context }) => {
      await archive.cancel(context.asker, input.meeting, input.job)
      return {}
    }),
    invite: os.invite.handler(({ input, context }) =>
      invitations.invite(context.asker, input.meeting, input.person, context.baseUrl),
    ),
  }
}
