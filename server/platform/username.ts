/** What two spellings of a username have in common: width, case and stray spaces do not make another person. */
export function usernameKey(username: string): string {
  return username.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
