/** What the interface gives out, as types: services answer in these shapes, so that a handler passes them on unchanged. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { api } from '../../shared/contract/api'

type Inputs = InferContractRouterInputs<typeof api>
type Outputs = InferContractRouterOutputs<typeof api>

export type MeView = Outputs['session']['me']
export type MeetingView = Outputs['meetings']['list'][number]
export type MeetingDetail = Outputs['meetings']['get']
export type MemberView = Outputs['meetings']['updateMember']
export type MaterialView = Outputs['materials']['get']
export type InvitationView = Outputs['meetings']['invite']
export type InvitationLook = Outputs['invitations']['look']
export type DecisionView = Outputs['suggestions']['decide']
export type ThreadView = Outputs['comments']['create']
export type CommentsView = Outputs['comments']['list']
export type VersionView = Outputs['versions']['name']
export type VersionText = Outputs['versions']['read']
export type OriginsView = Outputs['versions']['origins']
export type ArchiveView = Outputs['meetings']['archive']
export type OutlineView = Outputs['materials']['import']
export type AdminsView = Outputs['admins']['get']
export type AuditView = Outputs['audit']['list'][number]
export type NewMeeting = Required<Inputs['meetings']['create']>
export type MeetingUpdate = Omit<Inputs['meetings']['update'], 'meeting'>
export type SetupInput = Inputs['setup']['run']
export type RecordView = Outputs['live']['record']
export type ProjectorCodeView = NonNullable<Outputs['live']['projectorCode']>
export type NewProjectorCode = Outputs['live']['makeProjectorCode']
