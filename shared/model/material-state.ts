export const MATERIAL_KINDS = ['collective', 'individual'] as const
export type MaterialKind = (typeof MATERIAL_KINDS)[number]

/** 撰写中 · 送审 · 退回 · 定稿 · 已宣读 · 已归档 */
export const MATERIAL_STATES = ['draft', 'submitted', 'returned', 'approved', 'presented', 'archived'] as const
export type MaterialState = (typeof MATERIAL_STATES)[number]
