export const errors = {
  INVALID_INPUT: {
    cause: 'Something in the form is not right.',
    safe: 'Nothing was changed.',
    next: 'Check the marked fields and send it again.',
  },
  WEAK_PASSWORD: {
    cause: 'The password does not meet the rules.',
    safe: 'No password was set.',
    next: 'Choose another one by the rules under the field.',
  },
  NAME_TAKEN: {
    cause: 'Somebody already has this name.',
    safe: 'Nothing was changed.',
    next: 'Choose another name, or add the department.',
  },
  ROLE_UNHELD: {
    cause: 'Nobody would hold one of the administrator roles.',
    safe: 'Nothing was changed.',
    next: 'Give each role to somebody who has set a password.',
  },
  ROLES_TOGETHER: {
    cause: 'The three administrators must be different people, and none of them the office of a meeting.',
    safe: 'Nothing was changed.',
    next: 'Hand the administrator role or the office to somebody else first, or turn the separation off.',
  },
  UNSUPPORTED_FILE: {
    cause: 'This kind of file is not supported.',
    safe: 'The text was not changed.',
    next: 'Choose a .docx or .txt file, or paste the text.',
  },
  BROKEN_FILE: {
    cause: 'The file cannot be opened; it may be damaged or protected.',
    safe: 'The text was not changed.',
    next: 'Save it again with Word or WPS, or paste the text.',
  },
  TOO_LARGE: { cause: 'This is too large.', safe: 'Nothing was changed.', next: 'Shorten it, or send it in parts.' },
  WRONG_CREDENTIALS: {
    cause: 'Name or password is wrong.',
    safe: 'The account is unchanged.',
    next: 'Try again; if you forgot the password, ask the office for a new link.',
  },
  LOCKED_OUT: {
    cause: 'Too many wrong passwords: the account is locked for now.',
    safe: 'Account and materials are unchanged.',
    next: 'Try again in {{minutes}} minutes, or ask the office for a new link.',
  },
  UNAUTHORIZED: { cause: 'You are no longer signed in.', safe: 'Everything saved is still there.', next: 'Sign in again.' },
  FORBIDDEN: { cause: 'You are not allowed to do this.', safe: 'Nothing was changed.', next: 'If you need it, ask the office.' },
  NOT_FOUND: {
    cause: 'Not found: it may have been removed, or you may not see it.',
    safe: 'Nothing else is affected.',
    next: 'Go back to the start page.',
  },
  LINK_SPENT: {
    cause: 'This link has been used or withdrawn.',
    safe: 'The account is unchanged.',
    next: 'If you have set a password, sign in; if not, ask the office for a new link.',
  },
  CONFLICT: {
    cause: 'Somebody has just changed the same thing.',
    safe: 'Their change is saved; yours did not take effect.',
    next: 'Reload and look again.',
  },
  ALREADY_SET_UP: { cause: 'This has already been set up.', safe: 'Everything there is still there.', next: 'Sign in.' },
  TOO_FREQUENT: {
    cause: 'Too many attempts in a short time.',
    safe: 'Nothing was changed.',
    next: 'Wait a moment and try again.',
  },
  UNREACHABLE: {
    cause: 'The server cannot be reached.',
    safe: 'Everything saved is on the server.',
    next: 'Check the network and try again.',
  },
  UNEXPECTED: {
    cause: 'Something went wrong on the server.',
    safe: 'Everything saved is still there.',
    next: 'Try again; if it persists, tell the system administrator.',
  },
  OUTDATED_PAGE: {
    cause: 'A part of the page did not load; there may have been an upgrade.',
    safe: 'Everything saved is still there.',
    next: 'Reload the page.',
  },
}
