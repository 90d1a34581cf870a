/** Roles as `design/product.md` names them. A person holds one or more per meeting; the three admin roles hold server-wide. */
export const MEETING_ROLES = ['principal', 'member', 'office', 'supervisor', 'recorder', 'observer'] as const
export type MeetingRole = (typeof MEETING_ROLES)[number]

export const ADMIN_ROLES = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const
export type AdminRole = (typeof ADMIN_ROLES)[number]
