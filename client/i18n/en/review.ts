export const review = {
  close: 'Close',
  cancel: 'Cancel',
  reason: 'Reason',
  submit: {
    title: 'Submit: {{title}}',
    confirm: 'Submit',
    individual: 'The principal reviews it. You cannot change it meanwhile; if it is returned you can go on writing.',
    collective: 'Members can no longer change it; the principal and the office still can, and the supervisors see it.',
    reasonHint: '',
  },
  return: {
    title: 'Return: {{title}}',
    confirm: 'Return',
    individual: 'The author can change it again and sees your reason.',
    collective: 'The members can change it again and see your reason.',
    reasonHint: 'What should be added or changed',
  },
  approve: {
    title: 'Approve: {{title}}',
    confirm: 'Approve',
    individual: 'The text no longer changes; it can only be read. It can be reopened if it must change.',
    collective: 'The text no longer changes; everyone can only read it. It can be reopened if it must change.',
    reasonHint: '',
  },
  reopen: {
    title: 'Reopen: {{title}}',
    confirm: 'Reopen',
    individual: 'The author can change it again and the approval is void. This step is logged.',
    collective: 'It can be changed again and the approval is void. This step is logged.',
    reasonHint: 'Why the approved text must change',
  },
}
