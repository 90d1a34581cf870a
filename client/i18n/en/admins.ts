export const admins = {
  title: 'Administrators',
  about:
    'The system administrator keeps accounts and backups, the security administrator roles and grants, the audit administrator the log. None of these roles can read a text.',
  opening: 'Reading the list…',
  person: 'Person',
  office: 'Office',
  notJoined: 'No password set yet',
  holds: '{{name}} is {{role}}',
  apart: 'Separate administrators',
  apartAbout:
    'The three roles are held by three different people, none of whom runs a meeting. A small office may leave this off and let one person hold them.',
  save: 'Save',
  saved: 'Saved',
  fault: {
    unheld: 'Each role needs at least one person who has set a password.',
    together: 'Somebody holds two roles, or one of them and the office of a meeting.',
  },
  giveAway: 'Once saved, you are no longer security administrator and will not see this page.',
}
