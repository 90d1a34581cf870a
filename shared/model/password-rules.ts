/** What a password must have. One rule for the page that shows it live and the server that insists on it. */
export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 128
const PASSWORD_KINDS_MIN = 3

/** `length`: at least 8 characters; `kinds`: at least three of lower case, capitals, digits, other signs; `username`: not in it. */
export const PASSWORD_RULES = ['length', 'kinds', 'username'] as const
export type PasswordRule = (typeof PASSWORD_RULES)[number]

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

/** The rules `password` breaks; none: it will do. */
export function brokenPasswordRules(password: string, username: string): PasswordRule[] {
  const length = [...password].length
  const kinds = KINDS.filter((kind) => kind.test(password)).length
  const holds: Record<PasswordRule, boolean> = {
    length: length >= PASSWORD_MIN && length <= PASSWORD_MAX,
    kinds: kinds >= PASSWORD_KINDS_MIN,
    username: password !== '' && (username.trim() === '' || !folded(password).includes(folded(username))),
  }
  return PASSWORD_RULES.filter((rule) => !holds[rule])
}

/** Width, case and stray spaces do not make another name. */
function folded(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
